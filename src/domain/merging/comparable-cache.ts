import type { Comparable } from '../matching/comparable.ts'
import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import type { Towns } from '../matching/towns.ts'
import { unwatched } from '../work/handled-later.ts'
import { inStretches } from '../work/map-yielding.ts'
import type { MergeStore } from './merge-store.ts'

/** Records asked for at once. */
const PAGE = 1_000

/** Records kept ready, as many of those ahead as of those met lately: some 25 MB each. With 5 000 of these a tenth more had to be read again. */
const MOST = 12_000

type ByRow = Map<number, Comparable>

/**
 * Records made ready, without the text that they were made of: a record meets several others, and nothing of it changes
 * while records are compared and clustered.
 */
export type Met = {
  /** Whose turn to be compared is still to come: nobody meets them before. */
  readonly ahead: ByRow
  readonly lately: ByRow
}

export const nobodyMet = (): Met => ({ ahead: new Map(), lately: new Map() })

/** Of one that was met. */
export const known = ({ lately }: Met, row: number): Comparable | undefined => lately.get(row)

/** Keeps a record for its turn, while there is room. */
export function keepAhead({ ahead }: Met, row: number, comparable: Comparable): void {
  if (ahead.size < MOST) ahead.set(row, comparable)
}

/** It is the turn of these, which may now be met. */
export function takeTurn({ ahead, lately }: Met, rows: readonly number[]): void {
  for (const row of rows) {
    const comparable = ahead.get(row)
    if (comparable !== undefined) lately.set(row, comparable)
    ahead.delete(row)
  }
}

/** Lets go of those met longest ago: pages are in the order of where records lie, and will hardly come back to them. */
export function forget({ lately }: Met): void {
  let tooMany = lately.size - MOST
  for (const row of lately.keys()) {
    if (tooMany-- <= 0) return
    lately.delete(row)
  }
}

/** Records that were asked for, page by page, and are on their way. */
export type Asked = readonly Promise<readonly ComparedRecord[]>[]

/** Those that have not been met, all at once: whatever is asked next would else be answered before the second page. */
export const ask = (store: MergeStore, rows: readonly number[], met: Met): Asked =>
  [...pagesOf(rows.filter((row) => !isMet(met, row)))].map((page) => unwatched(store.records(page)))

/** Makes ready those that have not been met; those that have are the last now to be let go of. */
export async function meet(
  store: MergeStore,
  rows: readonly number[],
  towns: Towns,
  met: Met,
  asked: Asked = []
): Promise<void> {
  const makeReady = async (each: Asked) => {
    for (const records of each) {
      await inStretches(await records, (record) => met.lately.set(record.row, ready(record, towns)))
    }
  }
  await makeReady(asked)
  // Some may have been let go of since the others were asked for.
  await makeReady(ask(store, rows, met))
}

function isMet({ lately }: Met, row: number): boolean {
  const comparable = lately.get(row)
  if (comparable === undefined) return false
  lately.delete(row)
  lately.set(row, comparable)
  return true
}

export function* pagesOf(rows: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < rows.length; from += PAGE) yield rows.slice(from, from + PAGE)
}
