import type { FoundPlace, Place } from '../domain/place.ts'

/** A place as the statements read it. `document` holds what `toPlaceRow` put there. */
export type PlaceColumns = {
  readonly id: string
  readonly document: Omit<Place, 'id' | 'created_at' | 'updated_at'>
  readonly created_at: Date
  readonly updated_at: Date
}

export type FoundColumns = PlaceColumns & {
  readonly key: string | number
  readonly distance_m: number | null
}

export function toPlace({ id, document, created_at, updated_at }: PlaceColumns): Place {
  return {
    id,
    ...document,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString()
  }
}

/** `from` says whether distances were asked for; a place without a position then has none: null. */
export function toFoundPlace(row: FoundColumns, from: boolean, beyond: boolean): FoundPlace {
  const place = toPlace(row)
  if (!from) return place
  const distance_m = row.distance_m === null ? null : Math.round(row.distance_m * 10) / 10
  return beyond ? { ...place, distance_m, beyond_radius: true } : { ...place, distance_m }
}
