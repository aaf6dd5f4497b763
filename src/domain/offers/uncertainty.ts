import type { Location } from '../places/place.ts'

/**
 * The usual error of a position, in metres: the size of the plot for a house number, half the length of the street
 * for a street.
 */
const HOUSE_NUMBER_M = 20
const STREET_M = 150
/** The usual error of a position from a producer that does not say how it was found. */
const TOLD_M = 50

/**
 * Distance of a place from the centre of its commune, by the population of the commune: medians of 12 400
 * real places with a known position. Places are farther from the centre in large cities. The area of the
 * commune is a worse predictor, because most of it is fields.
 */
const SPREADS: readonly (readonly [below: number, metres: number])[] = [
  [1_000, 1_000],
  [32_000, 1_200],
  [100_000, 1_600],
  [320_000, 2_200],
  [1_000_000, 2_900],
  [Number.POSITIVE_INFINITY, 3_700]
]
/** Median distance of 31 900 real places from the centre of their postcode. */
const POSTCODE_M = 2_700
/** Used if the population is unknown: the value for the commune in which the median place lies. */
const UNKNOWN_TOWN_M = 1_200

/** The expected distance in metres of a place from the centre of a commune with this population. */
export const spreadOfTown = (population: number | null): number =>
  population === null
    ? UNKNOWN_TOWN_M
    : (SPREADS.find(([below]) => population < below)?.[1] ?? UNKNOWN_TOWN_M)

/**
 * The expected error of a position in metres; null without a position. `spreadM` is the expected distance
 * from the centre of its commune, if known.
 */
export function uncertaintyOf(location: Location | null, spreadM: number | null): number | null {
  if (location === null) return null
  if (location.precision === 'housenumber') return HOUSE_NUMBER_M
  if (location.precision === 'street') return STREET_M
  if (location.precision === 'municipality') return spreadM ?? UNKNOWN_TOWN_M
  if (location.precision === 'postcode') return POSTCODE_M
  return TOLD_M
}
