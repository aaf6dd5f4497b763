import type { Week } from '../opening/week.ts'
import type { Correction } from './corrections.ts'
import type { Place, PlaceText } from './place.ts'
import type { SourceRecord } from './source-record.ts'

/** Computes the week of a place from today, only when needed; null if its hours are unknown. */
export type WeekAsked = () => Promise<Week | null>

/** A place by its id, alive, gone, or merged into another. */
export type Lookup =
  | { readonly state: 'active'; readonly place: PlaceText<Place>; readonly week: WeekAsked }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'merged'; readonly survivor: string }
  | { readonly state: 'unknown' }

/** What provenance asks of whatever stores the records. */
export type RecordReader = {
  recordsOf(placeId: string): Promise<readonly SourceRecord[]>
  correctionsOf(placeId: string): Promise<readonly Correction[]>
}

/** What a page of one place asks of whatever stores the places. */
export type PlaceFinder = { find(id: string): Promise<Lookup> }
