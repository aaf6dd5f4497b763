import { inStretches } from '../in-stretches.ts'
import { unwatched } from '../unwatched.ts'
import { type Comparable, comparableOf, type Towns } from './comparable.ts'
import type { ComparedRecord, MatchStore, Standing } from './match-store.ts'

/** Records asked for at once. */
const PAGE = 1_000

/** Records kept ready for the next pages, whose records lie near: some 25 MB. With 5 000 a tenth more had to be read again. */
export const MET_MOST = 12_000

/** A record made ready, without the text that it was made of. */
export type Ready = { readonly comparable: Comparable; readonly standing: Standing }

/** By their rows: a record meets several others, and nothing of it changes while records are compared and clustered. */
export type Met = Map<number, Ready>

export const directoryOf = (source: string, id: string): string =>
  id.includes(':') ? `${source} ${id.slice(0, id.indexOf(':'))}` : source

export const ready = ({ record, listed }: ComparedRecord, towns: Towns): Comparable =>
  comparableOf(record, directoryOf(record.source, record.id), towns, listed)

export function note(met: Met, stored: ComparedRecord, towns: Towns): Ready {
  const { row, listed, place } = stored
  const known = { comparable: ready(stored, towns), standing: { row, listed, place } }
  met.set(row, known)
  return known
}

/** Lets go of those met longest ago: pages are in the order of where records lie, and will hardly come back to them. */
export function forget(met: Met): void {
  let tooMany = met.size - MET_MOST
  for (const row of met.keys()) {
    if (tooMany-- <= 0) return
    met.delete(row)
  }
}

/** Makes ready those that have not been met; those that have are the last now to be let go of. */
export async function meet(
  store: MatchStore,
  rows: readonly number[],
  towns: Towns,
  met: Met
): Promise<void> {
  const missing = rows.filter((row) => !isMet(met, row))
  // All are asked for now: whatever is asked next would else be answered before the second page.
  const asked = [...pagesOf(missing)].map((page) => unwatched(store.records(page)))
  for (const records of asked) await inStretches(await records, (record) => note(met, record, towns))
}

function isMet(met: Met, row: number): boolean {
  const known = met.get(row)
  if (known === undefined) return false
  met.delete(row)
  met.set(row, known)
  return true
}

export function* pagesOf(rows: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < rows.length; from += PAGE) yield rows.slice(from, from + PAGE)
}
