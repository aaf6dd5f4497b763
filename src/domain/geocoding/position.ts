import type { Location } from '../places/place.ts'

/** A position that was not in the record: kept beside it, never in it, with all that is known of how it was found. */
export type Geocoded = {
  readonly lat: number
  readonly lon: number
  readonly precision: NonNullable<Location['precision']>
  /** `communes` is our own list of their centres. */
  readonly provider: string
  readonly type: string
  readonly score: number | null
  /** RFC 3339 instant at which the geocoder was asked; null of a centre, which is not asked of anybody. */
  readonly at: string | null
  /** The cleaned address that was asked for. */
  readonly key: string
}

/** The record with the position that its address has, where it tells none itself. What a producer says always stands. */
export function located<Mapped extends { readonly content: { readonly location: Location | null } }>(
  mapped: Mapped,
  geocoded: Geocoded | null
): Mapped {
  if (geocoded === null || mapped.content.location !== null) return mapped
  const { lat, lon, precision } = geocoded
  return { ...mapped, content: { ...mapped.content, location: { lat, lon, origin: 'geocoder', precision } } }
}
