import type { Location } from '../places/place.ts'

/** A geocoded position with its origin. It is stored beside the record, never in it. */
export type Geocoded = {
  readonly lat: number
  readonly lon: number
  readonly precision: NonNullable<Location['precision']>
  /** The name of the geocoder; `communes` means our own list of centres. */
  readonly provider: string
  readonly type: string
  readonly score: number | null
  /** Time of the lookup, RFC 3339; null for the centre of a commune. */
  readonly at: string | null
  /** Key of the cleaned address that was looked up. */
  readonly key: string
}

/**
 * The record with its geocoded position, if it has none itself. A position given by the producer always takes
 * precedence.
 */
export function located<Mapped extends { readonly content: { readonly location: Location | null } }>(
  mapped: Mapped,
  geocoded: Geocoded | null
): Mapped {
  if (geocoded === null || mapped.content.location !== null) return mapped
  const { lat, lon, precision } = geocoded
  return { ...mapped, content: { ...mapped.content, location: { lat, lon, origin: 'geocoder', precision } } }
}
