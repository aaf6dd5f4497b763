import { type Comparable, comparableOf, type Towns } from './comparable.ts'
import { decide } from './decide.ts'
import { keysOf, NEAR } from './keys.ts'
import type { MatchStore, ScoredPair, StoredRecord } from './match-store.ts'

/** Records compared by one set of statements. */
const PAGE = 500

/** Records kept ready between pages: some 20 MB. */
const MET_MOST = 20_000

export const directoryOf = (source: string, id: string): string =>
  id.includes(':') ? `${source} ${id.slice(0, id.indexOf(':'))}` : source

export const ready = ({ record, listed }: StoredRecord, towns: Towns): Comparable =>
  comparableOf(record, directoryOf(record.source, record.id), towns, listed)

/**
 * Compares every record that is due with all that it may be the same as, and keeps what is not plainly different.
 * Answers the records whose company may be another now.
 */
export async function compareDue(store: MatchStore, towns: Towns): Promise<ReadonlySet<number>> {
  const touched = new Set<number>()
  const touch = (pairs: readonly { readonly one: number; readonly other: number }[]) => {
    for (const { one, other } of pairs) touched.add(one).add(other)
  }
  // Neighbours come again with each page of a town; nothing of a record changes while we compare.
  const met = new Map<number, Comparable>()
  for (;;) {
    const due = await store.takeDue(PAGE)
    if (due.length === 0) return touched
    touch(await store.forgetPairs(due))
    const records = await store.records(due)
    const known = new Map(records.map((record) => [record.row, ready(record, towns)]))
    await store.putLookups(
      [...known].map(([row, record]) => ({ row, keys: keysOf(record), position: record.position }))
    )
    const pairs = await scored(store, known, met, towns)
    await store.putPairs(pairs)
    touch(pairs)
  }
}

async function scored(
  store: MatchStore,
  known: ReadonlyMap<number, Comparable>,
  met: Map<number, Comparable>,
  towns: Towns
): Promise<readonly ScoredPair[]> {
  const candidates = await store.candidates([...known.keys()], NEAR)
  if (met.size > MET_MOST) met.clear()
  for (const [row, record] of known) met.set(row, record)
  const missing = new Set(candidates.flatMap(({ one, other }) => [one, other]).filter((row) => !met.has(row)))
  const others = await store.records([...missing])
  for (const record of others) met.set(record.row, ready(record, towns))
  return candidates.flatMap(({ one, other }): readonly ScoredPair[] => {
    const [left, right] = [met.get(one), met.get(other)]
    if (!left || !right) return []
    const { verdict, score } = decide(left, right)
    return verdict === 'different' ? [] : [{ one, other, same: verdict === 'same', score }]
  })
}
