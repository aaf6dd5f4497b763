import type { Comparable } from './comparable.ts'
import { probabilityOf } from './decide.ts'

/**
 * How many people a pair is expected to mislead, which orders the review queue: the population of its commune,
 * the larger of two, times how near the probability is to one half. Visits to places are not recorded; the
 * population stands for them. At least one person, because a record without a commune has readers too.
 */
export const misledBy = (
  score: number,
  left: Pick<Comparable, 'population'>,
  right: Pick<Comparable, 'population'>
): number => Math.max(1, left.population ?? 0, right.population ?? 0) * doubtOf(probabilityOf(score))

/** 1 if the probability is one half; 0 if the decision is certain. */
const doubtOf = (probability: number): number => 4 * probability * (1 - probability)
