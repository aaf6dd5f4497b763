import type { Comparable } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import type { Towns } from '../matching/towns.ts'
import { handledLater } from '../work/handled-later.ts'
import { mapYielding } from '../work/map-yielding.ts'
import type { MergeWriter } from './merge-writer.ts'

/** Records read by one statement. */
const PAGE = 1_000

/**
 * Comparables kept of those whose turn is to come, and as many of those used last: some 25 MB each. With 5 000, a tenth
 * more had to be read again.
 */
const MOST = 12_000

type ByRow = Map<number, Comparable>

/**
 * Comparables by row, without the text that they were made of: a record is compared with several others, and does not
 * change while records are compared and clustered.
 */
export type ComparableCache = {
  /** Made while their records were filed, and not used before their turn to be compared. */
  readonly ahead: ByRow
  /** In use, the one used last at the end. */
  readonly recent: ByRow
}

export const emptyCache = (): ComparableCache => ({ ahead: new Map(), recent: new Map() })

/** A comparable that `comparablesFor` has made, or `takeTurn` has brought in. */
export const known = ({ recent }: ComparableCache, row: number): Comparable | undefined => recent.get(row)

/** Keeps a comparable for its turn, while there is room. */
export function keepAhead({ ahead }: ComparableCache, row: number, comparable: Comparable): void {
  if (ahead.size < MOST) ahead.set(row, comparable)
}

/** It is the turn of these rows: their comparables may be used from now on. */
export function takeTurn({ ahead, recent }: ComparableCache, rows: readonly number[]): void {
  for (const row of rows) {
    const comparable = ahead.get(row)
    if (comparable !== undefined) recent.set(row, comparable)
    ahead.delete(row)
  }
}

/** Evicts those used longest ago: pages follow the map, and hardly come back to them. */
export function forgetOldest({ recent }: ComparableCache): void {
  let tooMany = recent.size - MOST
  for (const row of recent.keys()) {
    if (tooMany-- <= 0) return
    recent.delete(row)
  }
}

type RecordReader = Pick<MergeWriter, 'records'>

/** Pages of records that are being read. */
export type RecordPages = readonly Promise<readonly ComparedRecord[]>[]

/** Requests the records that are not in use, all pages at once: later statements are then answered after the last page. */
export const requestMissing = (
  reader: RecordReader,
  rows: readonly number[],
  cache: ComparableCache
): RecordPages =>
  [...pagesOf(rows.filter((row) => !isInUse(cache, row)))].map((page) => handledLater(reader.records(page)))

/** Makes the comparables of all these rows known, from the pages requested before and, if need be, others. */
export async function comparablesFor(
  reader: RecordReader,
  rows: readonly number[],
  towns: Towns,
  cache: ComparableCache,
  requested: RecordPages = []
): Promise<void> {
  const take = async (pages: RecordPages) => {
    for (const records of pages) {
      await mapYielding(await records, (record) => cache.recent.set(record.row, ready(record, towns)))
    }
  }
  await take(requested)
  // Some of those that were in use may have been evicted since.
  await take(requestMissing(reader, rows, cache))
}

/** Whether a comparable is in use; it then becomes the last to be evicted. */
function isInUse({ recent }: ComparableCache, row: number): boolean {
  const comparable = recent.get(row)
  if (comparable === undefined) return false
  recent.delete(row)
  recent.set(row, comparable)
  return true
}

export function* pagesOf(rows: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < rows.length; from += PAGE) yield rows.slice(from, from + PAGE)
}
