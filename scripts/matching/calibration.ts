// Whether probabilities are right: of the pairs said to be the same with 80 %, 80 % should be.
import { decide, probabilityOf } from '../../src/domain/matching/decide.ts'
import type { HandPair } from './hand-labelled.ts'

type Tenth = {
  /** From 0 to 0.9. */
  readonly from: number
  readonly pairs: number
  /** Mean probability according to the model, and share that are the same, both weighted. */
  readonly said: number
  readonly same: number
}

/** Pairs drawn at random, by tenths of their probability; empty tenths are left out. */
export function tenthsOf(pairs: readonly HandPair[]): readonly Tenth[] {
  const judged = pairs.flatMap(({ left, right, same, standsFor }) =>
    standsFor === null ? [] : [{ said: probabilityOf(decide(left, right).score), same, weight: standsFor }]
  )
  return Array.from({ length: 10 }, (_, nth) => {
    const within = judged.filter(({ said }) => Math.min(9, Math.floor(10 * said)) === nth)
    const total = within.reduce((sum, { weight }) => sum + weight, 0)
    return {
      from: nth / 10,
      pairs: within.length,
      said: within.reduce((sum, { said, weight }) => sum + said * weight, 0) / total,
      same: within.reduce((sum, { same, weight }) => sum + (same ? weight : 0), 0) / total
    }
  }).filter(({ pairs }) => pairs > 0)
}
