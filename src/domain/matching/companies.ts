import { type Clusters, clusterRecords, type Judge, type Judged } from './cluster.ts'
import type { Comparable } from './comparable.ts'
import { decide } from './decide.ts'
import type { DecidedPair, ScoredPair } from './pairs.ts'

/** A connected component: records linked by any chain of pairs, with the decisions about them. */
export type Company = {
  readonly members: ReadonlySet<number>
  /** Rows of the members, and of the records that compete with a member for a group. */
  readonly compared: readonly number[]
  readonly pairs: readonly ScoredPair[]
  readonly decisions: readonly DecidedPair[]
}

/** The clusters of a component, as rows. Members that `comparable` does not know are left out. */
export function clustersOf(
  { members, compared: all, pairs, decisions }: Company,
  comparable: (row: number) => Comparable | undefined
): readonly (readonly number[])[] {
  const rows = new Map<Comparable, number>()
  const byRow = new Map<number, Comparable>()
  for (const row of all) {
    const known = comparable(row)
    if (known === undefined) continue
    rows.set(known, row)
    byRow.set(row, known)
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

/** Judges two records by the decision of a person about them, otherwise by the model. */
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

/** Connected components of the records. */
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
