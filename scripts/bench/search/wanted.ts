// The targets of `search`; `run.ts` gives the reasons.
import type { Measured } from './measure-class.ts'
import { BOX_OF_TOWN, CODE_OF_REGION, OUTLINE_OF_REGION, OUTLINE_OF_TOWN } from './outline-classes.ts'
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
  outlineCost: 5,
  growth: 2
} as const

/** The maximum cost of a class, and the class with which it is compared. */
const MOST_COST: Readonly<Record<string, readonly [most: number, than: string]>> = {
  [NEAREST_RARE]: [WANTED.rareCost, NEAR_SERVICE],
  [FACETS_ALL]: [WANTED.facetsCost, NEAR_SERVICE],
  [TEXT_DISTANCE]: [WANTED.textCost, NEAR_SERVICE],
  [TEXT_RELEVANCE]: [WANTED.textCost, NEAR_SERVICE],
  [TEXT_MISTYPED]: [WANTED.mistypedCost, NEAR_SERVICE],
  [SUGGEST]: [WANTED.suggestCost, NEAR_SERVICE],
  [MAP_OF_FRANCE]: [WANTED.mapCost, NEAR_SERVICE],
  [OUTLINE_OF_TOWN]: [WANTED.outlineCost, BOX_OF_TOWN],
  [OUTLINE_OF_REGION]: [WANTED.outlineCost, CODE_OF_REGION]
}

/**
 * Minimum average number of places per page in the small database. Emptier pages are cheaper there, so they cannot be
 * used to measure growth.
 */
const FILLED = 15

/** Cost relative to another class, by the API's rate. */
export const apiCost = (measured: Measured, other: Measured): number => other.api.rate / measured.api.rate
export const sqlCost = (measured: Measured, other: Measured): number => other.sqlRate / measured.sqlRate

/** The targets that a measurement misses, alone or compared with the others of the same size. */
export function missedAt(measured: Measured, others: readonly Measured[]): readonly string[] {
  const { name, api, sqlRate, plans } = measured
  const ratio = api.rate / sqlRate
  const [most, than] = MOST_COST[name] ?? [Infinity, '']
  const other = others.find((each) => each.name === than)
  return [
    ...Object.entries(api.failures).map(([status, count]) => `${count} answers ${status}`),
    ...(name === NEAR_SERVICE && ratio < WANTED.nearServiceRatio
      ? [`< wanted ${WANTED.nearServiceRatio}`]
      : []),
    ...(other && apiCost(measured, other) > most ? [`> wanted ${most} × ${than}`] : []),
    ...(plans.some(({ readsAllPlaces }) => readsAllPlaces) ? ['sequential scan of place'] : [])
  ]
}

export function missedByGrowth(small: Measured, large: Measured): string {
  if (small.name === FACETS_ALL || small.name === MAP_OF_FRANCE || small.places < FILLED) return ''
  return apiCost(large, small) > WANTED.growth ? `> wanted ${WANTED.growth}` : ''
}
