import { type Comparable, isNamedSame, isTwin, wereListedTogether } from './comparable.ts'
import type { Decision } from './decide.ts'
import type { ScoredPair } from './pairs.ts'

/** A decision about two records, and who made it. The model does not override people. */
export type Judged = Decision & { readonly by: 'model' | 'person' }

export type Judge = (left: Comparable, right: Comparable) => Judged

/** Two records worth comparing, in any order. */
type Pair = readonly [Comparable, Comparable]

export type Clusters = {
  /** Groups of records that describe the same place, sorted by key within and between groups. */
  readonly clusters: readonly (readonly Comparable[])[]
  /** Pairs for people to review: the model left them undecided, or other records kept it from joining them. */
  readonly review: readonly { readonly pair: Pair; readonly score: number }[]
}

/**
 * Joins records into groups: pairs of trusted records first, and the pairs with the best scores first. Two groups are
 * joined only if every record of one group is compatible with every record of the other: the pairs a–b and b–c do not
 * join all three if a and c disagree. The result depends only on the records, not on their order. Records that are
 * not trusted can neither separate nor join trusted records.
 */
export function clusterRecords(
  records: readonly Comparable[],
  pairs: readonly Pair[],
  judge: Judge
): Clusters {
  const judged = onceEach(judge)
  const edges = pairs
    .map((pair) => ordered(pair))
    .map((pair) => ({ pair, twin: isTwin(...pair), named: isNamedSame(...pair), ...judged(...pair) }))
  const open = edges.filter(({ verdict }) => verdict === 'same' || verdict === 'review').toSorted(byStrength)
  const rivals = rivalsAmong(open)
  const home = new Map(records.map((record) => [record, [record]]))
  for (const edge of open) {
    if (edge.verdict !== 'same') continue
    const [left, right] = edge.pair.map((record) => home.get(record) ?? [record]) as [
      Comparable[],
      Comparable[]
    ]
    if (left === right || !mayStandTogether(left, right, edge, judged)) continue
    if (edge.by === 'model' && !edge.twin && rivals(edge, judged)) continue
    const joined = [...left, ...right]
    for (const record of joined) home.set(record, joined)
  }
  const apart = ({ pair: [left, right] }: Edge) => home.get(left) !== home.get(right)
  return {
    clusters: [...new Set(home.values())]
      .map((cluster) => cluster.toSorted(byKey))
      .toSorted(([left], [right]) => byKey(left, right)),
    review: open
      .filter((edge) => edge.by === 'model' && apart(edge))
      .map(({ pair, score }) => ({ pair, score }))
  }
}

type Edge = Judged & {
  readonly pair: Pair
  readonly twin: boolean
  /** Whether both records have the same proper name. */
  readonly named: boolean
}

const byKey = (left: Comparable | undefined, right: Comparable | undefined): number =>
  compare(left?.key ?? '', right?.key ?? '')

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const ordered = ([left, right]: Pair): Pair => (byKey(left, right) <= 0 ? [left, right] : [right, left])

const isTrusted = ([left, right]: Pair): boolean => left.trusted && right.trusted

/** Decisions of people first, then pairs of trusted records, then the same name at the same door, then by score and by key. */
const byStrength = (one: Edge, other: Edge): number =>
  Number(other.by === 'person') - Number(one.by === 'person') ||
  Number(isTrusted(other.pair)) - Number(isTrusted(one.pair)) ||
  Number(other.twin) - Number(one.twin) ||
  other.score - one.score ||
  byKey(one.pair[0], other.pair[0]) ||
  byKey(one.pair[1], other.pair[1])

function onceEach(judge: Judge): Judge {
  const known = new Map<Comparable, Map<Comparable, Judged>>()
  return (one, other) => {
    const [left, right] = ordered([one, other])
    const row = known.get(left) ?? new Map<Comparable, Judged>()
    known.set(left, row)
    const judged = row.get(right) ?? judge(left, right)
    row.set(right, judged)
    return judged
  }
}

/**
 * Whether two groups may be joined by a pair of their records. A decision of people about two records is stronger
 * than what the model says about two others. A pair with an untrusted record cannot join groups whose trusted records
 * were not joined by trusted pairs, so a list that copies parts of two places does not join them.
 */
function mayStandTogether(
  left: readonly Comparable[],
  right: readonly Comparable[],
  { by, pair }: Edge,
  judge: Judge
): boolean {
  return left.every((one) =>
    right.every((other) => {
      const judged = judge(one, other)
      if (judged.by === 'person' || by === 'person') return judged.by === 'model' || judged.verdict === 'same'
      if (isTrusted([one, other]) && !isTrusted(pair)) return false
      return judged.verdict === 'same' || (judged.verdict !== 'different' && !wereListedTogether(one, other))
    })
  )
}

/** If two candidates are within odds of four to one, the choice between them is left to people. */
const CLOSE = Math.log(4)

/** Whether one pair scores high enough to be a rival of another. */
const isRival = (rival: number, score: number): boolean => rival > score - CLOSE

/**
 * Selects the stored pairs that `clusterRecords` needs: the pairs that join, and the pairs whose score is close
 * enough to a joining pair of the same record to rival it. It is enough to compare with the worst joining pair of the
 * record, because a pair that does not rival the worst one does not rival a better one either.
 */
export function deciding(pairs: readonly ScoredPair[]): readonly ScoredPair[] {
  const worst = new Map<number, number>()
  for (const { one, other, same, score } of pairs) {
    if (!same) continue
    for (const row of [one, other]) worst.set(row, Math.min(score, worst.get(row) ?? score))
  }
  const mayRival = (row: number, score: number) => isRival(score, worst.get(row) ?? Number.POSITIVE_INFINITY)
  return pairs.filter(({ one, other, same, score }) => same || mayRival(one, score) || mayRival(other, score))
}

/**
 * Whether a record has another candidate in the same directory that fits nearly as well and is clearly another
 * place. If the two candidates look like one place entered twice, the better one joins, and the other pair is left to
 * people. A candidate with another name is no rival of one with the same proper name.
 */
function rivalsAmong(edges: readonly Edge[]): (edge: Edge, judge: Judge) => boolean {
  const of = new Map<Comparable, Edge[]>()
  for (const edge of edges) for (const record of edge.pair) of.set(record, [...(of.get(record) ?? []), edge])
  const rivalled = (from: Comparable, to: Comparable, { score, named }: Edge, judge: Judge): boolean =>
    (of.get(from) ?? []).some((rival) => {
      if (named && !rival.named) return false
      const other = rival.pair[0] === from ? rival.pair[1] : rival.pair[0]
      if (other === to || !wereListedTogether(other, to) || !isRival(rival.score, score)) return false
      return judge(other, to).verdict === 'different'
    })
  return (edge, judge) => {
    const [left, right] = edge.pair
    return rivalled(left, right, edge, judge) || rivalled(right, left, edge, judge)
  }
}
