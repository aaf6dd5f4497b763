import type { FoundPlace, Place } from '../../domain/place.ts'
import type { PlaceProperty } from '../schemas/place.ts'

/** A place as the API shows it. */
export type ShownPlace = Record<PlaceProperty, unknown>

/** With the properties wanted only, in the order of the whole; `id` always. */
export function presentPlace(
  place: Place | FoundPlace,
  fields?: readonly PlaceProperty[]
): Partial<ShownPlace> {
  const shown = { ...place, opening_hours: { ...place.opening_hours, state: 'unknown', next_change: null } }
  if (!fields) return shown
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => name === 'id' || (fields as readonly string[]).includes(name))
  )
}

/** GeoJSON (RFC 7946): longitude first, and null for a place that nobody has placed. */
export function presentFeature(place: Place | FoundPlace, fields?: readonly PlaceProperty[]) {
  const { id, location } = place
  return {
    type: 'Feature',
    id,
    geometry: location && { type: 'Point', coordinates: [location.lon, location.lat] },
    properties: presentPlace(place, fields)
  }
}
