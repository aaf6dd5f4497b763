// Measures whether probabilities are right: of the pairs that the model considers the same with 80 %, 80 % should
// be the same.
import { decide, probabilityOf } from '../../src/domain/matching/decide.ts'
import type { HandPair } from './hand-labelled.ts'

type Tenth = {
  /** The lower end of the tenth, from 0 to 0.9. */
  readonly from: number
  readonly pairs: number
  /**
   * Mean probability according to the model; `same` is the share of pairs that are the same place. Both are
   * weighted.
   */
  readonly said: number
  readonly same: number
}

/** Groups the pairs drawn at random by tenths of their probability; empty tenths are left out. */
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
