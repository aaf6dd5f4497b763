import { type Comparable, isTwin, wereListedTogether } from './comparable.ts'
import { type Evidence, type EvidenceName, evidenceOf } from './evidence.ts'
import { EVIDENCE_NAMES, LEVELS, levelOf } from './levels.ts'
import { BIAS, REVIEW, SAME, WEIGHTS } from './weights.ts'

export type Verdict = 'same' | 'review' | 'different'

type Reason = {
  readonly evidence: EvidenceName
  readonly value: number
  /** In words: "within 25 m". */
  readonly level: string
  /** What it added to the logarithm of the odds: above 0 for one place, below against it. */
  readonly weight: number
}

export type Decision = {
  readonly verdict: Verdict
  /** Logarithm of the odds that the two records describe one place. */
  readonly score: number
}

export type Explained = Decision & {
  readonly probability: number
  /** What weighed most comes first; what is not there was silent. */
  readonly reasons: readonly Reason[]
}

/** What silence adds is nothing, so a record that says little ends near the middle: with people. */
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
 * In another town, and nothing says that it is next to it: the same name, street and phone may be one association's in
 * two towns, or a record with the address of its seat. Nobody lies who asks.
 */
const isElsewhere = ({ commune, distance }: Evidence): boolean => commune === 0 && (distance ?? 0) < NEXT_TO

/** 1.5 km, as the distance has it. */
const NEXT_TO = 1 / 16

const verdictOf = (score: number): Verdict =>
  score >= SAME ? 'same' : score >= REVIEW ? 'review' : 'different'

/**
 * A directory that gave two records an id each says that they are two: two services at one counter, two stops of one
 * bus. They are one only where not even it could tell them apart, being the same in all that is compared; what looks
 * as alike as two directories' records of one place is shown to people.
 */
function withinOne(left: Comparable, right: Comparable, score: number): Decision {
  if (isTwin(left, right)) return { verdict: 'same', score }
  return { verdict: score >= SAME ? 'review' : 'different', score }
}

export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** Why two records were judged as they were. */
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
