import type { Language } from '../../../domain/language.ts'
import { sayWeek } from '../../../domain/opening/say-week.ts'
import type { Week } from '../../../domain/opening/week.ts'
import { type FoundPlace, type Place, type PlaceText, readPlace } from '../../../domain/places/place.ts'
import type { PlaceProperty } from '../schemas/place.ts'

/** Properties of an answer that a place alone does not have: `highlights`, `fit`, `fits`, `reported_closed`. */
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
  if (fields) return JSON.stringify({ ...only(readPlace(place), fields), ...added })
  const more = JSON.stringify(added)
  return more === '{}' ? place.json : `${place.json.slice(0, -1)},${more.slice(1)}`
}

/** That people report the place closed, unless `fields` leaves it out. */
export function closedIn(
  closed: ReadonlyMap<string, Date>,
  id: string,
  fields: readonly PlaceProperty[] | undefined
): Pick<Place, 'reported_closed'> {
  const since = closed.get(id)
  if (since === undefined || (fields && !fields.includes('reported_closed'))) return {}
  return { reported_closed: { since: since.toISOString() } }
}

/** The place as a GeoJSON feature (RFC 7946): longitude first, and a null geometry if it has no position. */
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
