import type { Point } from '../geo/geo.ts'

/** Territories that a search may start from. `commune` is any code that a commune is or was known by. */
export const SURROUNDED = ['commune', 'postcode', 'epci', 'department', 'region'] as const
export type Surrounded = (typeof SURROUNDED)[number]

/** What a search near a territory starts from. Distances are metres from the centre. */
export type Surroundings = {
  readonly centre: Point
  /** The distance at which a place is worth half as much as at the centre. */
  readonly scaleM: number
  /** Nine in ten of its places lie within this distance; 0 if it has none. */
  readonly extentM: number
  /** All of them do. */
  readonly reachM: number
  /** How many places it has, with a position or without. */
  readonly places: number
}

/**
 * The scale is the distance to the 50th nearest place: people go further where there is less. Its limits are a trip across
 * a large town and one to the next town in the countryside. A fixed scale of 5 or 10 km ranks as well on average, and wrongly
 * at both ends.
 */
export const SCALE = { neighbours: 50, leastM: 6_000, mostM: 25_000 } as const
