import { type Comparable, isTwin, wereListedTogether } from './comparable.ts'
import { type Evidence, type EvidenceName, evidenceOf } from './evidence.ts'
import { EVIDENCE_NAMES, LEVELS, levelOf } from './levels.ts'
import { BIAS, REVIEW, SAME, WEIGHTS } from './weights.ts'

export type Verdict = 'same' | 'review' | 'different'

type Reason = {
  readonly evidence: EvidenceName
  readonly value: number
  /** Wording of the level, such as "within 25 m". */
  readonly level: string
  /** Contribution to the log-odds: above 0 for the same place, below 0 against it. */
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
 * Missing evidence adds nothing, so records with little content end near the middle and are shown to people.
 */
function scoreOf(evidence: Evidence): number {
  let score = BIAS
  for (const name of EVIDENCE_NAMES) {
    const level = levelOf(name, evidence)
    if (level !== null) score += WEIGHTS[name][level] ?? 0
  }
  return score
}

export function decide(left: Comparable, right: Comparable): Decision {
  const evidence = evidenceOf(left, right)
  const score = scoreOf(evidence)
  if (wereListedTogether(left, right)) return withinOne(left, right, score)
  if (score >= SAME && isElsewhere(evidence)) return { verdict: 'review', score }
  return { verdict: verdictOf(score), score }
}

/**
 * Different communes, and no evidence that they are near each other: the same name, street and phone may
 * belong to one association with two places, or to a record with the address of its head office. Such pairs
 * are left to people.
 */
const isElsewhere = ({ commune, distance }: Evidence): boolean => commune === 0 && (distance ?? 0) < NEXT_TO

/** The distance evidence for 1.5 km. */
const NEXT_TO = 1 / 16

const verdictOf = (score: number): Verdict =>
  score >= SAME ? 'same' : score >= REVIEW ? 'review' : 'different'

/**
 * If a directory gives two records an id each, it considers them two places: two services at one counter, two
 * stops of one bus. They are one only if the place was clearly entered twice. A pair that would otherwise be
 * merged is shown to people.
 */
function withinOne(left: Comparable, right: Comparable, score: number): Decision {
  if (isTwin(left, right)) return { verdict: 'same', score }
  return { verdict: score >= SAME ? 'review' : 'different', score }
}

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** The decision about two records with its reasons. */
export function explain(left: Comparable, right: Comparable): Explained {
  const evidence = evidenceOf(left, right)
  const reasons = EVIDENCE_NAMES.flatMap((name): readonly Reason[] => {
    const [value, level] = [evidence[name], levelOf(name, evidence)]
    if (value === null || level === null) return []
    return [
      {
        evidence: name,
        value,
        level: LEVELS[name][level]?.[1] ?? '',
        weight: WEIGHTS[name][level] ?? 0
      }
    ]
  })
  const decision = decide(left, right)
  return {
    ...decision,
    probability: probabilityOf(decision.score),
    reasons: reasons.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  }
}
