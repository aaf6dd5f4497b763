import type { Language } from '../../../domain/language.ts'
import { sayWeek } from '../../../domain/opening/say-week.ts'
import type { Week } from '../../../domain/opening/week.ts'
import { type FoundPlace, type Place, type PlaceText, readPlace } from '../../../domain/places/place.ts'
import type { PlaceProperty } from '../schemas/place.ts'

/** Properties of an answer that a place alone does not have: `highlights`, `fit`, `fits`. */
export type Added = Readonly<Record<string, unknown>>

type AnyPlaceText = PlaceText<Place> | PlaceText<FoundPlace>

/**
 * The JSON of a place, with the requested properties only; `id` and the added properties are always included.
 */
export function presentPlace(
  place: AnyPlaceText,
  fields?: readonly PlaceProperty[],
  added: Added = {}
): string {
  return fields ? JSON.stringify({ ...only(readPlace(place), fields), ...added }) : place.json
}

/** GeoJSON (RFC 7946): longitude first, and a null geometry if the place has no position. */
export function presentFeature(
  place: AnyPlaceText,
  fields?: readonly PlaceProperty[],
  added: Added = {}
): string {
  const read = readPlace(place)
  const { location } = read
  const geometry = location && { type: 'Point', coordinates: [location.lon, location.lat] }
  const properties = presentPlace(place, fields, added)
  return `{"type":"Feature","id":"${place.id}","geometry":${JSON.stringify(geometry)},"properties":${properties}}`
}

/** The place with the opening hours of a week in words. */
export function withWeek(place: PlaceText<Place>, week: Week | null, lang: Language): PlaceText<Place> {
  const { opening_hours, ...read } = readPlace(place)
  const hours = { ...opening_hours, week: week && sayWeek(week, lang) }
  return { id: place.id, json: JSON.stringify({ ...read, opening_hours: hours }) }
}

const only = (place: Place, fields: readonly PlaceProperty[]): Partial<FoundPlace> =>
  Object.fromEntries(
    Object.entries(place).filter(([name]) => name === 'id' || (fields as readonly string[]).includes(name))
  )
