import { type ComparedRecord, ready } from '../matching/compared-record.ts'
import { decide } from '../matching/decide.ts'
import { familiesOf } from '../matching/families.ts'
import { CROWDS, keysOf } from '../matching/pair-keys.ts'
import type { RowPair, ScoredPair } from '../matching/pairs.ts'
import type { Towns } from '../matching/towns.ts'
import { unwatched } from '../work/handled-later.ts'
import { inStretches } from '../work/map-yielding.ts'
import {
  type Asked,
  ask,
  forget,
  keepAhead,
  known,
  type Met,
  meet,
  nobodyMet,
  takeTurn
} from './comparable-cache.ts'
import type { MergeStore, Stretch } from './merge-store.ts'

/** The rows of a page, which are on their way. */
type Listing = Promise<readonly number[]>

/** Records compared by one set of statements. */
const PAGE = 500

/** Pairs judged at a stretch: some five milliseconds. */
const PAIRS = 200

/**
 * Compares every record that is due with all that it may be the same as, and keeps what is not plainly different: or no
 * more than so many of them, and the others another time. Answers the records that were met last, and how many were due.
 */
export async function compareDue(
  store: MergeStore,
  towns: Towns,
  most?: number
): Promise<{ readonly met: Met; readonly compared: number }> {
  const met = nobodyMet()
  const first = await store.listDue(most)
  await fileListed(store, first, towns, met)
  await compareListed(store, first, towns, met)
  let last = first
  // Those that were found to be due meanwhile stand filed.
  while (most === undefined && last.after < last.last) {
    last = await store.listDue()
    await compareListed(store, last, towns, met)
  }
  return { met, compared: last.last - first.after }
}

/** All are filed before any is compared: whether a key is crowded is then settled, and no pair is found in vain. */
async function fileListed(store: MergeStore, due: Stretch, towns: Towns, met: Met): Promise<void> {
  const records = async (page: Stretch): Promise<readonly ComparedRecord[]> =>
    store.records(await store.listed(page))
  const read = (page: Stretch | undefined) => page && unwatched(records(page))
  let filing: Promise<void> = Promise.resolve()
  const pages = pagesOf(due)
  let next = read(pages[0])
  for (let nth = 1; next !== undefined; nth++) {
    const page: readonly ComparedRecord[] = await next
    // The database reads a page while we are at the one before.
    next = read(pages[nth])
    const lookups = await inStretches(page, (record) => {
      const compared = ready(record, towns)
      keepAhead(met, record.row, compared)
      return { row: record.row, keys: keysOf(compared), families: familiesOf(compared) }
    })
    await filing
    filing = unwatched(store.putLookups(lookups, CROWDS))
  }
  await filing
}

async function compareListed(store: MergeStore, due: Stretch, towns: Towns, met: Met): Promise<void> {
  const list = (page: Stretch | undefined) => page && unwatched(store.listed(page))
  const find = (rows: Listing | undefined) => rows && unwatched(pairsFor(store, rows, met))
  let keeping: Promise<void> = Promise.resolve()
  const pages = pagesOf(due)
  let rows = list(pages[0])
  let next = find(rows)
  for (let nth = 1; next !== undefined; nth++) {
    rows = list(pages[nth])
    const { pairs, paired, asked }: Found = await next
    // The database finds the next pairs, and reads who is in them, while we make these ready and judge them.
    next = find(rows)
    forget(met)
    await meet(store, paired, towns, met, asked)
    const scored = (await inStretches(pairs, (pair) => score(pair, met), PAIRS)).filter(
      (each) => each !== null
    )
    await keeping
    keeping = unwatched(store.putPairs(scored))
  }
  await keeping
}

type Found = {
  readonly pairs: readonly RowPair[]
  readonly paired: readonly number[]
  readonly asked: Asked
}

/** Asked all at once: which rows is known since before, and the database waits for us between none of them. */
async function pairsFor(store: MergeStore, listing: Listing, met: Met): Promise<Found> {
  const rows = await listing
  const all = [store.takeDue(rows), store.forgetPairs(rows), store.candidates(rows, CROWDS)] as const
  const [, , pairs] = await Promise.all(all)
  takeTurn(met, rows)
  const paired = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  return { pairs, paired, asked: ask(store, paired, met) }
}

function score({ one, other }: RowPair, met: Met): ScoredPair | null {
  const [left, right] = [known(met, one), known(met, other)]
  if (!left || !right) return null
  const { verdict, score } = decide(left, right)
  return verdict === 'different' ? null : { one, other, same: verdict === 'same', score }
}

function pagesOf({ after, last }: Stretch): readonly Stretch[] {
  const pages: Stretch[] = []
  for (let start = after; start < last; start += PAGE) {
    pages.push({ after: start, last: Math.min(start + PAGE, last) })
  }
  return pages
}
