import type { FoundPlace } from '../../domain/places/place.ts'

/** The properties of a place that a card shows. Requests for lists name them in `fields`. */
export const LISTED_FIELDS = [
  'id',
  'name',
  'display_name',
  'types',
  'address',
  'location',
  'contacts',
  'opening_hours',
  'services',
  'services_implied',
  'audiences',
  'audiences_implied',
  'needs',
  'fees',
  'fees_implied',
  'accessibility',
  'sources',
  'reported_closed',
  'distance_m',
  'beyond_radius'
] as const satisfies readonly (keyof FoundPlace)[]

export type ListedPlace = Pick<FoundPlace, (typeof LISTED_FIELDS)[number]>
