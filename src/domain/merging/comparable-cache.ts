import { handledLater } from '../concurrency/handled-later.ts'
import { mapYielding } from '../concurrency/map-yielding.ts'
import type { Comparable } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import type { Towns } from '../matching/towns.ts'
import type { MergeWriter } from './merge-writer.ts'

/** Records per statement. */
const PAGE = 1_000

/**
 * Maximum number of comparables kept for later pages, and of recently used comparables: about 25 MB each. With 5 000
 * instead, a tenth more records had to be read again.
 */
const MOST = 12_000

type ByRow = Map<number, Comparable>

/**
 * Comparables by row, without the text from which they were derived. Each record is compared with several
 * others, and none changes while records are compared and clustered.
 */
export type ComparableCache = {
  /** Built while the lookup keys of their records were stored; not used before their page is compared. */
  readonly ahead: ByRow
  /** In use; the most recently used one is last. */
  readonly recent: ByRow
}

export const emptyCache = (): ComparableCache => ({ ahead: new Map(), recent: new Map() })

/** A comparable that `comparablesFor` built or `takeTurn` made available. */
export const known = ({ recent }: ComparableCache, row: number): Comparable | undefined => recent.get(row)

/** Keeps a comparable for its page, as long as there is room. */
export function keepAhead({ ahead }: ComparableCache, row: number, comparable: Comparable): void {
  if (ahead.size < MOST) ahead.set(row, comparable)
}

/** Makes the comparables of these rows available, because their page is compared next. */
export function takeTurn({ ahead, recent }: ComparableCache, rows: readonly number[]): void {
  for (const row of rows) {
    const comparable = ahead.get(row)
    if (comparable !== undefined) recent.set(row, comparable)
    ahead.delete(row)
  }
}

/**
 * Evicts the comparables that were used least recently. Pages are in the order of positions on the map, so older
 * comparables are rarely needed again.
 */
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

/**
 * Requests the records that are not cached, all pages at once. Statements sent later are answered after the
 * last page.
 */
export const requestMissing = (
  reader: RecordReader,
  rows: readonly number[],
  cache: ComparableCache
): RecordPages =>
  [...pagesOf(rows.filter((row) => !isInUse(cache, row)))].map((page) => handledLater(reader.records(page)))

/**
 * Builds the comparables of all these rows from the pages requested earlier and, if necessary, from further
 * ones.
 */
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
  // Some records that were cached may have been evicted since.
  await take(requestMissing(reader, rows, cache))
}

/** Whether a comparable is cached; marks it as the most recently used. */
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
