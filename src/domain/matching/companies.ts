import { type Clusters, clusterRecords, deciding, type Judge, type Judged } from './cluster.ts'
import type { Comparable } from './comparable.ts'
import { type Asked, known, type Met, meet, pagesOf } from './comparable-cache.ts'
import { decide } from './decide.ts'
import type { DecidedPair, MatchStore, ScoredPair } from './match-store.ts'
import type { Towns } from './towns.ts'

/** Records that are joined with one another by any chain, and what was said of them that decides what stands together. */
export type Company = {
  readonly members: ReadonlySet<number>
  /** Their rows, and those of their rivals. */
  readonly compared: readonly number[]
  readonly pairs: readonly ScoredPair[]
  readonly decisions: readonly DecidedPair[]
}

/**
 * All records that these are, by any chain, joined with. A chain may be long, but what holds it together are joins: those
 * that are only asked about lead no further.
 */
export async function companyOf(store: MatchStore, rows: readonly number[]): Promise<Company> {
  const members = new Set(rows)
  const pairs = new Map<string, ScoredPair>()
  const decisions = new Map<string, DecidedPair>()
  let next = rows
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
  const said = { pairs: deciding([...pairs.values()]), decisions: [...decisions.values()] }
  const ends = [...said.pairs, ...said.decisions].flatMap(({ one, other }) => [one, other])
  return { members, compared: [...new Set([...members, ...ends])], ...said }
}

/** The clusters that the members make, as they are stored. */
export async function clustersOf(
  store: MatchStore,
  { members, compared: all, pairs, decisions }: Company,
  towns: Towns,
  met: Met,
  asked: Asked = []
): Promise<readonly (readonly number[])[]> {
  await meet(store, all, towns, met, asked)
  const rows = new Map<Comparable, number>()
  const byRow = new Map<number, Comparable>()
  for (const row of all) {
    const comparable = known(met, row)
    if (comparable === undefined) continue
    rows.set(comparable, row)
    byRow.set(row, comparable)
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
  const judge = judgeWith(decisions, rows)
  return parts.flatMap((part) => {
    const incident = new Set(part.flatMap((record) => candidates.get(record) ?? []))
    const { clusters }: Clusters = clusterRecords(part, [...incident], judge)
    return clusters.map((cluster) => cluster.flatMap((record) => rows.get(record) ?? []))
  })
}

/** What people decided of two records, and else what the model says. */
function judgeWith(decisions: readonly DecidedPair[], rows: ReadonlyMap<Comparable, number>): Judge {
  const decided = new Map(decisions.map((each) => [`${each.one} ${each.other}`, each]))
  return (left, right): Judged => {
    const [one = 0, other = 0] = [rows.get(left), rows.get(right)].toSorted((low = 0, high = 0) => low - high)
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
