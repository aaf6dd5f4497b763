import type { FoundPlace, OpeningState, Place, PlaceText } from '../../domain/places/place.ts'

/** A place as the statements read it. */
export type PlaceColumns = {
  readonly id: string
  /** JSON text that `toPlaceRow` wrote: an object, of which the opening hours come last. */
  readonly document: string
  /** In UTC, as PostgreSQL writes it: `2026-11-22 18:00:00.12`. */
  readonly created_at: string
  readonly updated_at: string
  /** Of its opening hours; null until housekeeping has looked at a place of an older version. */
  readonly schedule: number | null
}

export type FoundColumns = PlaceColumns & {
  readonly key: string | number
  readonly distance_m: number | null
}

/** What a schedule says of the moment; null where the moment is not told. */
export type StateOf = ((schedule: number | null) => OpeningState) | null

/** Where places are kept rather than shown: a state of the moment would be wrong before it is read. */
export const UNTOLD: StateOf = null

export const toPlace = (row: PlaceColumns, states: StateOf): PlaceText<Place> => toText(row, states, '')

/** `from` says whether distances were asked for; a place without a position then has none: null. */
export function toFoundPlace(
  row: FoundColumns,
  states: StateOf,
  from: boolean,
  beyond: boolean
): PlaceText<FoundPlace> {
  // A decimetre: more would tell of the arithmetic, not of the place.
  const metres = row.distance_m === null ? null : Math.round(row.distance_m * 10) / 10
  return toText(
    row,
    states,
    `${from ? `,"distance_m":${metres}` : ''}${beyond ? ',"beyond_radius":true' : ''}`
  )
}

/**
 * Puts what is not in the document around it and into its end, as text: `{"name":…,"opening_hours":{…}}` opens for
 * the id, its hours for the state of the moment, and the whole for the dates.
 */
function toText<Shown extends Place>(
  { id, document, created_at, updated_at, schedule }: PlaceColumns,
  states: StateOf,
  more: string
): PlaceText<Shown> {
  const state = states === null ? '}' : `,${JSON.stringify(states(schedule)).slice(1)}`
  const rna = document.startsWith('{"rna":') ? '' : '"rna":null,'
  const text = document.includes('"services_implied":') ? document : withoutOffers(document)
  const dates = `"created_at":"${toInstant(created_at)}","updated_at":"${toInstant(updated_at)}"`
  return { id, json: `{"id":"${id}",${rna}${text.slice(1, -2)}${state},${dates}${more}}` }
}

/**
 * A place that was stored before anything was concluded of it, until it is refreshed: it is neither found by what it
 * surely offers nor shown with it. Within a string of JSON, quotes are escaped: these are properties.
 */
const withoutOffers = (document: string): string =>
  document
    .replace(',"audiences":', ',"services_implied":[],"audiences":')
    .replace(',"needs":', ',"audiences_implied":[],"needs":')
    .replace(',"access":', ',"fees_implied":[],"access":')
    .replace(/"location":\{[^}]*(?=\})/, '$&,"uncertainty_m":null')

/** RFC 3339, to the millisecond: PostgreSQL leaves out what follows the last digit that is not 0. */
const toInstant = (utc: string): string =>
  `${utc.slice(0, 10)}T${utc.slice(11, 19)}.${utc.slice(20, 23).padEnd(3, '0')}Z`
