import type { FoundPlace, OpeningState, Place, PlaceText } from '../domain/place.ts'

/** A place as the statements read it. */
export type PlaceColumns = {
  readonly id: string
  /** JSON text that `toPlaceRow` wrote: an object, of which the opening hours come last. */
  readonly document: string
  /** In UTC, as PostgreSQL writes it: `2026-11-22 18:00:00.12`. */
  readonly created_at: string
  readonly updated_at: string
}

export type FoundColumns = PlaceColumns & {
  readonly key: string | number
  readonly distance_m: number | null
}

const UNKNOWN: OpeningState = { state: 'unknown', next_change: null }
const STATE = JSON.stringify(UNKNOWN).slice(1)

export const toPlace = (row: PlaceColumns): PlaceText<Place> => toText(row, '')

/** `from` says whether distances were asked for; a place without a position then has none: null. */
export function toFoundPlace(row: FoundColumns, from: boolean, beyond: boolean): PlaceText<FoundPlace> {
  // A decimetre: more would tell of the arithmetic, not of the place.
  const metres = row.distance_m === null ? null : Math.round(row.distance_m * 10) / 10
  return toText(row, `${from ? `,"distance_m":${metres}` : ''}${beyond ? ',"beyond_radius":true' : ''}`)
}

/**
 * Puts what is not in the document around it and into its end, as text: `{"name":…,"opening_hours":{…}}` opens for
 * the id, its hours for the state of the moment, and the whole for the dates.
 */
function toText<Shown extends Place>(
  { id, document, created_at, updated_at }: PlaceColumns,
  more: string
): PlaceText<Shown> {
  const state = STATE
  const dates = `"created_at":"${toInstant(created_at)}","updated_at":"${toInstant(updated_at)}"`
  return { id, json: `{"id":"${id}",${document.slice(1, -2)},${state},${dates}${more}}` }
}

/** RFC 3339, to the millisecond: PostgreSQL leaves out what follows the last digit that is not 0. */
const toInstant = (utc: string): string =>
  `${utc.slice(0, 10)}T${utc.slice(11, 19)}.${utc.slice(20, 23).padEnd(3, '0')}Z`
