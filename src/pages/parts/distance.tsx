import type { FoundPlace } from '../../domain/places/place.ts'
import type { Wording } from '../wording/wording.ts'

/**
 * Error in metres from which a position counts as vague. It is then the position of a town, not of a building: two
 * thirds of the actual places are known to within 50 m.
 */
const VAGUE_M = 500

/** Uncertainty in metres of a position at the centre of a commune or postcode, if none has been computed. */
const COMMUNE_M = 2_000

type Measured = Pick<FoundPlace, 'location' | 'distance_m'>

/** Expected error of the position, in metres. */
const uncertainty = (location: NonNullable<FoundPlace['location']>): number =>
  location.uncertainty_m ??
  (location.precision === 'municipality' || location.precision === 'postcode' ? COMMUNE_M : 0)

/** Whether the position is too imprecise for a pin on a map. */
export const isVague = ({ location }: Pick<FoundPlace, 'location'>): boolean =>
  location !== null && uncertainty(location) >= VAGUE_M

/**
 * Shows the distance in words. It is approximate if the position is vague, and omitted if the error of the position
 * is larger than the distance.
 */
export function Distance({ place, says }: { readonly place: Measured; readonly says: Wording }) {
  const { location, distance_m: metres } = place
  if (!location || metres === undefined || metres === null) return null
  const vague = isVague(place)
  if (vague && metres < uncertainty(location)) return null
  const said = says.distance(metres)
  return <span class="distance"> {vague ? says.about(said) : said}</span>
}
