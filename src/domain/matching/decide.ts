import { type Comparable, isTwin, wereListedTogether } from './comparable.ts'
import { type Evidence, type EvidenceName, evidenceOf, HOSTED } from './evidence.ts'
import { COUNTED_ONCE, EVIDENCE_NAMES, LEVELS, levelOf } from './levels.ts'
import { BIAS, REVIEW, SAME, UNKNOWN, WEIGHTS } from './weights.ts'

export type Verdict = 'same' | 'review' | 'different'

type Reason = {
  readonly evidence: EvidenceName
  readonly value: number
  /** Wording of the level, such as "within 25 m". */
  readonly level: string
  /**
   * Contribution to the log-odds: above 0 for the same place, below 0 against it; 0 if another evidence that
   * counts once with it is stronger.
   */
  readonly weight: number
}

export type Decision = {
  readonly verdict: Verdict
  /** Log-odds that the two records describe the same place. */
  readonly score: number
}

export type Explained = Decision & {
  readonly probability: number
  /** Strongest reason first; evidence that did not apply is left out. */
  readonly reasons: readonly Reason[]
}

/**
 * The sum of the weights. Missing evidence adds what is usual for such pairs: two records without a street
 * and a position are candidates for other reasons than two neighbours.
 */
function scoreOf(evidence: Evidence): number {
  let [score, most, least] = [BIAS, 0, 0]
  for (const name of EVIDENCE_NAMES) {
    const level = levelOf(name, evidence)
    if (level === null) {
      score += UNKNOWN[name] ?? 0
      continue
    }
    const weight = WEIGHTS[name][level] ?? 0
    if (!COUNTED_ONCE.has(name)) score += weight
    else if (weight > most) most = weight
    else if (weight < least) least = weight
  }
  return score + most + least
}

export function decide(left: Comparable, right: Comparable): Decision {
  const evidence = evidenceOf(left, right)
  const score = scoreOf(evidence)
  if (wereListedTogether(left, right)) return { verdict: withinOne(left, right, evidence, score), score }
  if (score >= SAME && isDoubtful(evidence)) return { verdict: 'review', score }
  return { verdict: verdictOf(score), score }
}

/**
 * What people should see, however much else agrees: a place is not its branch, its host or the house next to
 * it, and two of one association may have the same name, phone and even street. A common id settles it.
 */
export const isDoubtful = (evidence: Evidence): boolean =>
  (evidence.id ?? 0) === 0 && (isAnother(evidence) || isElsewhere(evidence))

/** Another kind of place, or only one of them is a branch. */
const isAnother = ({ kind, branch }: Evidence): boolean =>
  kind === 0 || kind === HOSTED || (branch !== null && branch < 1)

/**
 * Different communes, or different streets, and no evidence that they are near each other: the same name and
 * phone may belong to one association with two places, or to a record with the address of its head office.
 */
const isElsewhere = ({ commune, address, distance }: Evidence): boolean =>
  (commune === 0 && (distance ?? 0) < NEXT_DOOR) || (address === 0 && distance !== null && distance < NEXT_TO)

/** The distance evidence for 200 m, 500 m and 1.5 km. */
const [NEXT_DOOR, WITHIN_500_M, NEXT_TO] = [1 / 3, 1 / 6, 1 / 16]

const verdictOf = (score: number): Verdict =>
  score >= SAME ? 'same' : score >= REVIEW ? 'review' : 'different'

/**
 * Minimum score for merging two records that one directory lists together. Of the drawn pairs above it, 41 were the
 * same place and none was two; from `SAME` to this score, 5 of 40 were two places.
 */
export const SAME_WITHIN_ONE = 4

/**
 * If a directory gives two records an id each, it mostly considers them two places: two services at one counter, two
 * stops of one bus. Lists of advisers and forms have one id for each adviser or form. So the evidence must be stronger
 * than between two directories, or the place clearly entered twice; other pairs that look the same are shown to people.
 */
function withinOne(left: Comparable, right: Comparable, evidence: Evidence, score: number): Verdict {
  if (isTwin(left, right)) return 'same'
  if (score >= SAME_WITHIN_ONE && isOneDoor(evidence) && !isDoubtful(evidence)) return 'same'
  return score >= SAME ? 'review' : 'different'
}

/** The same name at the same door, and no number that differs: services at one counter have names or phones of their own. */
const isOneDoor = ({ name, address, distance, siret, rna, phone }: Evidence): boolean =>
  (name === null || name >= 0.9) &&
  (address ?? 0) >= 0.75 &&
  (distance === null || distance >= WITHIN_500_M) &&
  [siret, rna, phone].every((value) => value === null || value > 0.25)

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** The decision about two records with its reasons. */
export function explain(left: Comparable, right: Comparable): Explained {
  const evidence = evidenceOf(left, right)
  const all = EVIDENCE_NAMES.flatMap((name): readonly Reason[] => {
    const [value, level] = [evidence[name], levelOf(name, evidence)]
    if (value === null || level === null) return []
    const [label, weight] = [LEVELS[name][level]?.[1] ?? '', WEIGHTS[name][level] ?? 0]
    return [{ evidence: name, value, level: label, weight }]
  })
  const once = all.filter((reason) => COUNTED_ONCE.has(reason.evidence)).toSorted(byWeight)
  const counted = new Set([once.find(({ weight }) => weight > 0), once.findLast(({ weight }) => weight < 0)])
  const reasons = all.map((reason) =>
    COUNTED_ONCE.has(reason.evidence) && !counted.has(reason) ? { ...reason, weight: 0 } : reason
  )
  const decision = decide(left, right)
  return {
    ...decision,
    probability: probabilityOf(decision.score),
    reasons: reasons.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  }
}

const byWeight = (one: Reason, other: Reason): number => other.weight - one.weight
