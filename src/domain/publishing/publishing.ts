import type { PlaceToPut } from '../places/compose-place.ts'
import type { SourceRecord } from '../places/source-record.ts'

/**
 * The only way to change places. A use case declares the writer that it needs; every writer is a
 * `PlaceWriter` with the additional methods of its subject, and the store provides it.
 */
export type Publishing<Writer> = {
  /**
   * Runs the work in one transaction while no other writer runs. If it succeeds, all changes are stored under
   * the next version of the data and appear in the feed of changes; if it throws, nothing changes. `by` is
   * the author, a person or a source, and is stored with each record that has an author.
   */
  run<Result>(by: string, work: (writer: Writer) => Promise<Result>): Promise<Result>
}

/** The methods of every writer. Statements may be sent together: they run in the order of the calls. */
export type PlaceWriter = {
  /** All present records of these places, and of places that were merged into them, whatever their source. */
  recordsOf(placeIds: readonly string[]): Promise<ReadonlyMap<string, readonly SourceRecord[]>>
  /** Writes places as composed from their sources; this method applies their corrections. */
  putPlaces(places: readonly PlaceToPut[]): Promise<void>
  withdrawPlaces(placeIds: readonly string[]): Promise<void>
}
