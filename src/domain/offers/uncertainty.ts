import type { Location } from '../places/place.ts'

/** Metres within which positions of a kind are usually right: a house number's is its plot, a street's half of it. */
const HOUSE_NUMBER_M = 20
const STREET_M = 150
/** Of a point that a producer gives without saying how it was found. */
const TOLD_M = 50

/**
 * How far from the middle of its commune a place lies, by the commune's population: the medians of 12 400 real places whose
 * producer tells where they are. A large city's places lie farther out than a village's; the area of a commune, most of
 * which is fields, tells less.
 */
const SPREADS: readonly (readonly [below: number, metres: number])[] = [
  [1_000, 1_000],
  [32_000, 1_200],
  [100_000, 1_600],
  [320_000, 2_200],
  [1_000_000, 2_900],
  [Number.POSITIVE_INFINITY, 3_700]
]
/** Half of all places are of communes around this size. */
const UNKNOWN_TOWN_M = 1_200

/** Metres from the middle of a commune of that population at which a place of it is to be expected. */
export const spreadOfTown = (population: number | null): number =>
  population === null
    ? UNKNOWN_TOWN_M
    : (SPREADS.find(([below]) => population < below)?.[1] ?? UNKNOWN_TOWN_M)

/** Expected error of a position in metres, null without one. `spreadM` is that of its town, where it is known. */
export function uncertaintyOf(location: Location | null, spreadM: number | null): number | null {
  if (location === null) return null
  if (location.precision === 'housenumber') return HOUSE_NUMBER_M
  if (location.precision === 'street') return STREET_M
  if (location.precision === 'municipality') return spreadM ?? UNKNOWN_TOWN_M
  return TOLD_M
}
