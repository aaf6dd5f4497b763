import type { Towns } from './comparable.ts'
import { decide } from './decide.ts'
import { CROWD, keysOf } from './keys.ts'
import type { MatchStore, RowPair, ScoredPair } from './match-store.ts'
import { MET_MOST, type Met, meet, note, ready } from './met.ts'

/** Records compared by one set of statements. */
const PAGE = 500

/** What is known of the records that are due before any is compared. */
type Filed = {
  readonly met: Met
  /** Those that are yet to be compared, and will then meet the others. */
  readonly waiting: Set<number>
}

/**
 * Compares every record that is due with all that it may be the same as, and keeps what is not plainly different.
 * Answers the records whose company may be another now, with those that were met.
 */
export async function compareDue(
  store: MatchStore,
  towns: Towns
): Promise<{ readonly touched: ReadonlySet<number>; readonly met: Met }> {
  const touched = new Set<number>()
  const touch = (pairs: readonly RowPair[]) => {
    for (const { one, other } of pairs) touched.add(one).add(other)
  }
  const filed = await fileDue(store, towns)
  for (;;) {
    const due = await store.takeDue(PAGE)
    if (due.length === 0) return { touched, met: filed.met }
    for (const row of due) filed.waiting.delete(row)
    touch(await store.forgetPairs(due))
    const candidates = await store.candidates(due, CROWD)
    // Of two that are both due, the later page compares them: once, and not twice.
    const isTurn = ({ one, other }: RowPair) => !filed.waiting.has(one) && !filed.waiting.has(other)
    const pairs = await scored(store, candidates.filter(isTurn), filed.met, towns)
    await store.putPairs(pairs)
    touch(pairs)
  }
}

/** All are filed before any is compared: whether a key is crowded is then settled, and no pair is found in vain. */
async function fileDue(store: MatchStore, towns: Towns): Promise<Filed> {
  const filed: Filed = { met: new Map(), waiting: new Set() }
  // The database files a page while we make the next one ready.
  let filing: Promise<void> = Promise.resolve()
  let due = await store.due(0, PAGE)
  for (let last = due.at(-1); last !== undefined; last = due.at(-1)) {
    for (const row of due) filed.waiting.add(row)
    const records = await store.records(due)
    const isRoom = filed.met.size < MET_MOST
    const lookups = records.map((record) => ({
      row: record.row,
      keys: keysOf(isRoom ? note(filed.met, record, towns).comparable : ready(record, towns))
    }))
    await filing
    filing = store.putLookups(lookups, CROWD)
    // Awaited with the next page; should it fail before, that is not a failure nobody looks at.
    filing.catch(() => {})
    due = await store.due(last, PAGE)
  }
  await filing
  return filed
}

async function scored(
  store: MatchStore,
  candidates: readonly RowPair[],
  met: Met,
  towns: Towns
): Promise<readonly ScoredPair[]> {
  if (met.size > MET_MOST) met.clear()
  await meet(store, [...new Set(candidates.flatMap(({ one, other }) => [one, other]))], towns, met)
  return candidates.flatMap(({ one, other }): readonly ScoredPair[] => {
    const [left, right] = [met.get(one), met.get(other)]
    if (!left || !right) return []
    const { verdict, score } = decide(left.comparable, right.comparable)
    return verdict === 'different' ? [] : [{ one, other, same: verdict === 'same', score }]
  })
}
