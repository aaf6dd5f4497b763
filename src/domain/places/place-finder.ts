import type { Week } from '../opening/week.ts'
import type { Correction } from './corrections.ts'
import type { Place, PlaceText } from './place.ts'
import type { SourceRecord } from './source-record.ts'

/** Computes the opening hours of a place for the week from today, when called; null if they are unknown. */
export type WeekAsked = () => Promise<Week | null>

/** The result of looking up a place by its id. */
export type Lookup =
  | { readonly state: 'active'; readonly place: PlaceText<Place>; readonly week: WeekAsked }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'merged'; readonly survivor: string }
  | { readonly state: 'unknown' }

/** Access to the stored records and corrections, for the provenance of a place. */
export type RecordReader = {
  recordsOf(placeId: string): Promise<readonly SourceRecord[]>
  correctionsOf(placeId: string): Promise<readonly Correction[]>
}

/** Access to the stored places, for the page of one place. */
export type PlaceFinder = { find(id: string): Promise<Lookup> }
