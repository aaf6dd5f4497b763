import type { Point } from '../geo/geo.ts'

/** Kinds of territories around which a search can start. `commune` includes the codes of former communes. */
export const SURROUNDED = ['commune', 'postcode', 'epci', 'department', 'region'] as const
export type Surrounded = (typeof SURROUNDED)[number]

/** The starting point of a search near a territory. Distances are in metres from the centre. */
export type Surroundings = {
  readonly centre: Point
  /** The distance at which a place counts half as much as at the centre. */
  readonly scaleM: number
  /** The distance within which nine tenths of the territory's places are; 0 if it has none. */
  readonly extentM: number
  /** The distance within which all places of the territory are. */
  readonly reachM: number
  /** The number of places in the territory, with or without a position. */
  readonly places: number
}

/**
 * People start from where a town lives, not from the middle of its area: the official centres of communes lie 2.6 km
 * from the town hall on average of 23 towns (14.8 km in Arles), the median of at least four places with an exact
 * position 0.9 km. `exactM` is the largest error of a position that counts as exact.
 */
export const LIVED_CENTRE = { places: 4, exactM: 200 } as const

/**
 * The scale is the distance of the 25th nearest place, because people travel farther where there are fewer
 * places. Its minimum is a trip across a large town, its maximum a trip to the next town in the countryside. A
 * fixed scale of 5 or 10 km ranks equally well on average, but wrongly at both extremes.
 */
export const SCALE = { neighbours: 25, leastM: 5_000, mostM: 12_000 } as const
