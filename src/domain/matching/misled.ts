import type { Comparable } from './comparable.ts'
import { probabilityOf } from './decide.ts'

/**
 * How many people a wrong decision about a pair is expected to mislead; the review queue is sorted by this number. It
 * is the larger population of the two communes, multiplied by how near the probability is to one half. The population
 * stands for the visits to the places, which are not recorded. It counts as at least one person, because a record
 * without a commune has readers too.
 */
export const misledBy = (
  score: number,
  left: Pick<Comparable, 'population'>,
  right: Pick<Comparable, 'population'>
): number => Math.max(1, left.population ?? 0, right.population ?? 0) * doubtOf(probabilityOf(score))

/** 1 if the probability is one half; 0 if the decision is certain. */
const doubtOf = (probability: number): number => 4 * probability * (1 - probability)
