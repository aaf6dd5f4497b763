import type { PlaceToPut } from '../places/compose-place.ts'
import type { SourceRecord } from '../places/source-record.ts'

/**
 * The one door to the directory for all who change places. A use-case says what it needs of its writer, and the store
 * opens that: each has a `PlaceWriter` and what its subject adds to it.
 */
export type Publishing<Writer> = {
  /**
   * Runs the work in one transaction, in which no other writer runs: all of it is in the directory afterwards, under the
   * next version of the data and with its changes in the feed; or, if the work throws, nothing is. `by` names the author,
   * a person or a source, and is stored with whatever keeps one.
   */
  run<Result>(by: string, work: (writer: Writer) => Promise<Result>): Promise<Result>
}

/** What every writer may do. Statements may be sent together: they run in the order of the calls. */
export type PlaceWriter = {
  /** All present records of these places and of those merged into them, whatever their source. */
  recordsOf(placeIds: readonly string[]): Promise<ReadonlyMap<string, readonly SourceRecord[]>>
  /** Writes places as their sources describe them; their corrections are laid on top here. */
  putPlaces(places: readonly PlaceToPut[]): Promise<void>
  withdrawPlaces(placeIds: readonly string[]): Promise<void>
}
