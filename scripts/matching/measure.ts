import type { Comparable } from '../../src/domain/matching/comparable.ts'

export type Ratio = { readonly right: number; readonly claimed: number; readonly wanted: number }

export const precisionOf = ({ right, claimed }: Ratio): number => (claimed === 0 ? 1 : right / claimed)
export const recallOf = ({ right, wanted }: Ratio): number => (wanted === 0 ? 1 : right / wanted)
export function f1Of(ratio: Ratio): number {
  const [precision, recall] = [precisionOf(ratio), recallOf(ratio)]
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

type Truth = (record: Comparable) => string

const pairsIn = (count: number): number => (count * (count - 1)) / 2

/**
 * Precision and recall over pairs: compares the pairs of records in the same cluster with the pairs that are truly
 * the same place.
 */
export function pairRatio(
  clusters: readonly (readonly Comparable[])[],
  truth: Truth,
  counts: (left: Comparable, right: Comparable) => boolean
): Ratio {
  let [right, claimed, wanted] = [0, 0, 0]
  for (const cluster of clusters) {
    for (const [one, other] of pairsOf(cluster)) {
      if (!counts(one, other)) continue
      claimed++
      if (truth(one) === truth(other)) right++
    }
  }
  for (const group of groupedBy(clusters.flat(), truth)) {
    for (const [one, other] of pairsOf(group)) if (counts(one, other)) wanted++
  }
  return { right, claimed, wanted }
}

/**
 * Whole places: clusters that contain exactly the records of one truth. Only clusters and truths with at
 * least two records count, and only records whose truth is known.
 */
export function clusterRatio(
  clusters: readonly (readonly Comparable[])[],
  truth: Truth,
  isKnown: (record: Comparable) => boolean
): Ratio {
  const known = clusters.map((cluster) => cluster.filter(isKnown))
  const groups = groupedBy(known.flat(), truth)
  const sizes = new Map(groups.map((group) => [group[0] ? truth(group[0]) : '', group.length]))
  const several = known.filter(({ length }) => length > 1)
  const right = several.filter((cluster) => {
    const truths = new Set(cluster.map(truth))
    const [only = ''] = truths
    return truths.size === 1 && sizes.get(only) === cluster.length
  })
  return {
    right: right.length,
    claimed: several.length,
    wanted: groups.filter(({ length }) => length > 1).length
  }
}

export function* pairsOf(cluster: readonly Comparable[]): Generator<readonly [Comparable, Comparable]> {
  if (pairsIn(cluster.length) === 0) return
  for (const [index, one] of cluster.entries()) {
    for (const other of cluster.slice(index + 1)) yield [one, other]
  }
}

function groupedBy(records: readonly Comparable[], truth: Truth): readonly (readonly Comparable[])[] {
  const groups = new Map<string, Comparable[]>()
  for (const record of records) {
    const group = groups.get(truth(record))
    if (group) group.push(record)
    else groups.set(truth(record), [record])
  }
  return [...groups.values()]
}
