import { type Clusters, clusterRecords, type Judge, type Judged } from './cluster.ts'
import type { Comparable, Towns } from './comparable.ts'
import { decide } from './decide.ts'
import type { DecidedPair, MatchStore, ScoredPair, Standing } from './match-store.ts'
import { type Met, meet, pagesOf } from './met.ts'

/**
 * The clusters of all records that these are, by any chain, joined with; each is of whole records as they are stored.
 * A chain may be long, but what holds it together are joins: those that are only asked about lead no further.
 */
export async function companiesOf(
  store: MatchStore,
  rows: ReadonlySet<number>,
  towns: Towns,
  met: Met
): Promise<readonly (readonly Standing[])[]> {
  const { members, pairs, decisions } = await reach(store, rows)
  const all = new Set([...members, ...[...pairs, ...decisions].flatMap(({ one, other }) => [one, other])])
  await meet(store, [...all], towns, met)
  const stored = new Map<Comparable, Standing>()
  const byRow = new Map<number, Comparable>()
  for (const row of all) {
    const known = met.get(row)
    if (known === undefined) continue
    stored.set(known.comparable, known.standing)
    byRow.set(row, known.comparable)
  }
  const compared = (each: { readonly one: number; readonly other: number }) => {
    const [left, right] = [byRow.get(each.one), byRow.get(each.other)]
    return left && right ? [[left, right] as const] : []
  }
  const isSame = ({ same }: { readonly same: boolean }) => same
  const parts = partsOf(
    [...members].flatMap((row) => byRow.get(row) ?? []),
    [...pairs.filter(isSame).flatMap(compared), ...decisions.filter(isSame).flatMap(compared)]
  )
  const candidates = new Map<Comparable, (readonly [Comparable, Comparable])[]>()
  for (const pair of [...pairs, ...decisions].flatMap(compared)) {
    for (const record of pair) candidates.set(record, [...(candidates.get(record) ?? []), pair])
  }
  const judge = judgeWith(decisions, stored)
  return parts.flatMap((part) => {
    const incident = new Set(part.flatMap((record) => candidates.get(record) ?? []))
    const { clusters }: Clusters = clusterRecords(part, [...incident], judge)
    return clusters.map((cluster) => cluster.flatMap((record) => stored.get(record) ?? []))
  })
}

type Reach = {
  readonly members: ReadonlySet<number>
  readonly pairs: readonly ScoredPair[]
  readonly decisions: readonly DecidedPair[]
}

async function reach(store: MatchStore, rows: ReadonlySet<number>): Promise<Reach> {
  const members = new Set(rows)
  const pairs = new Map<string, ScoredPair>()
  const decisions = new Map<string, DecidedPair>()
  let next = [...rows]
  while (next.length > 0) {
    const found: number[] = []
    for (const page of pagesOf(next)) {
      const [asked, decided] = await Promise.all([store.pairsOf(page), store.decisionsOf(page)])
      for (const pair of asked) pairs.set(`${pair.one} ${pair.other}`, pair)
      for (const pair of decided) decisions.set(`${pair.one} ${pair.other}`, pair)
      for (const { one, other, same } of [...asked, ...decided]) {
        for (const row of same ? [one, other] : []) {
          if (!members.has(row)) found.push(row)
          members.add(row)
        }
      }
    }
    next = found
  }
  return { members, pairs: [...pairs.values()], decisions: [...decisions.values()] }
}

/** What people decided of two records, and else what the model says. */
function judgeWith(decisions: readonly DecidedPair[], stored: ReadonlyMap<Comparable, Standing>): Judge {
  const decided = new Map(decisions.map((each) => [`${each.one} ${each.other}`, each]))
  return (left, right): Judged => {
    const [one = 0, other = 0] = [stored.get(left)?.row, stored.get(right)?.row].toSorted(
      (low = 0, high = 0) => low - high
    )
    const found = decided.get(`${one} ${other}`)
    const decision = decide(left, right)
    if (found === undefined) return { ...decision, by: 'model' }
    return { score: decision.score, verdict: found.same ? 'same' : 'different', by: 'person' }
  }
}

/** Groups that no pair leads out of. */
function partsOf(
  records: readonly Comparable[],
  pairs: readonly (readonly [Comparable, Comparable])[]
): readonly (readonly Comparable[])[] {
  const home = new Map(records.map((record) => [record, [record]]))
  for (const [left, right] of pairs) {
    const [mine, theirs] = [home.get(left), home.get(right)]
    if (!mine || !theirs || mine === theirs) continue
    const [few, many] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine]
    for (const record of few) {
      many.push(record)
      home.set(record, many)
    }
  }
  return [...new Set(home.values())]
}
