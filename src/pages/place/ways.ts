import type { Place } from '../../domain/places/place.ts'
import { isVague } from '../parts/distance.tsx'

const OSM = 'https://www.openstreetmap.org'

/** The address in one line, as people type it into a search. */
const written = ({ address }: Place): string =>
  [address.street, address.postcode, address.city].filter(Boolean).join(' ')

/** Directions that open in any browser, without an app; undefined if the position is missing or vague. */
export const wayTo = (place: Place): string | undefined =>
  place.location && !isVague(place)
    ? `${OSM}/directions?to=${place.location.lat}%2C${place.location.lon}`
    : undefined

/** A search for the address of a place without directions; undefined if it has no address either. */
export const lookUp = (place: Place): string | undefined =>
  wayTo(place) === undefined && written(place) !== ''
    ? `${OSM}/search?query=${encodeURIComponent(written(place))}`
    : undefined

/** The position for the maps app of a phone (RFC 5870); undefined if it is missing or vague. */
export function inMapApp(place: Place): string | undefined {
  if (!place.location || isVague(place)) return undefined
  const { lat, lon } = place.location
  return `geo:${lat},${lon}?q=${encodeURIComponent(written(place) || `${lat},${lon}`)}`
}
