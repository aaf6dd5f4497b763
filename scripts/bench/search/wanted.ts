// The targets of `search`; `run.ts` gives the reasons.
import type { Measured } from './measure-class.ts'
import {
  FACETS_ALL,
  MAP_OF_FRANCE,
  NEAR_SERVICE,
  NEAREST_RARE,
  SUGGEST,
  TEXT_DISTANCE,
  TEXT_MISTYPED,
  TEXT_RELEVANCE
} from './query-classes.ts'

const WANTED = {
  nearServiceRatio: 0.8,
  rareCost: 1.5,
  facetsCost: 10,
  textCost: 1.5,
  mistypedCost: 3,
  suggestCost: 1,
  mapCost: 3,
  growth: 2
} as const

const MOST_COST: Readonly<Record<string, number>> = {
  [NEAREST_RARE]: WANTED.rareCost,
  [FACETS_ALL]: WANTED.facetsCost,
  [TEXT_DISTANCE]: WANTED.textCost,
  [TEXT_RELEVANCE]: WANTED.textCost,
  [TEXT_MISTYPED]: WANTED.mistypedCost,
  [SUGGEST]: WANTED.suggestCost,
  [MAP_OF_FRANCE]: WANTED.mapCost
}

/**
 * Minimum average number of places per page in the small database. Emptier pages are cheaper there, so they cannot be
 * used to measure growth.
 */
const FILLED = 15

/** Cost relative to another class, by the API's rate. */
export const apiCost = (measured: Measured, other: Measured): number => other.api.rate / measured.api.rate
export const sqlCost = (measured: Measured, other: Measured): number => other.sqlRate / measured.sqlRate

/** The targets that a measurement misses, alone or compared with near + service at the same size. */
export function missedAt(measured: Measured, nearService: Measured | undefined): readonly string[] {
  const { name, api, sqlRate, plans } = measured
  const ratio = api.rate / sqlRate
  const cost = nearService ? apiCost(measured, nearService) : 0
  const mostCost = MOST_COST[name] ?? Infinity
  return [
    ...Object.entries(api.failures).map(([status, count]) => `${count} answers ${status}`),
    ...(name === NEAR_SERVICE && ratio < WANTED.nearServiceRatio
      ? [`< wanted ${WANTED.nearServiceRatio}`]
      : []),
    ...(cost > mostCost ? [`> wanted ${mostCost} × near + service`] : []),
    ...(plans.some(({ readsAllPlaces }) => readsAllPlaces) ? ['sequential scan of place'] : [])
  ]
}

export function missedByGrowth(small: Measured, large: Measured): string {
  if (small.name === FACETS_ALL || small.name === MAP_OF_FRANCE || small.places < FILLED) return ''
  return apiCost(large, small) > WANTED.growth ? `> wanted ${WANTED.growth}` : ''
}
