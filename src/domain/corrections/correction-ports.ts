import type { Matcher } from '../erasure/matcher.ts'
import type { RecordReader } from '../places/place-finder.ts'
import type { SourceRecord } from '../places/source-record.ts'
import type { PlaceWriter } from '../publishing/publishing.ts'

/** The current state of a place, with its own records and those of places merged into it. */
export type DescribedPlace = {
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  readonly records: readonly SourceRecord[]
}

export type NewCorrection = {
  readonly place: string
  readonly field: string
  readonly value: unknown
  /** The value of the sources when the correction was made. */
  readonly replaced: unknown
  readonly note: string | null
  /** Id of the report that caused it. */
  readonly contribution?: string
  /** Id of the account that made it. */
  readonly account?: string
}

/** In which role a correction is ended. Histories show it, so it is no name; null for the operator. */
export type Ender = 'manager' | 'moderator' | 'report' | 'system' | null

/** Why a correction ended. `lapsed`: it was not confirmed, and the sources have changed since. */
type EndReason = 'undone' | 'lapsed' | 'reverted'

export type CorrectionWriter = PlaceWriter & {
  /** Recognises persons who were erased. */
  erased(): Promise<Matcher>
  /** Null if the place never existed. */
  described(place: string): Promise<DescribedPlace | null>
  /**
   * Stores a correction by the writer's author; it replaces an active correction of the same field. Returns
   * its id.
   */
  keepCorrection(correction: NewCorrection): Promise<number>
  /** Ends a correction. Returns the id of its place, or null if there is no such active correction. */
  endCorrection(id: number, by: Ender, why: EndReason): Promise<string | null>
  /**
   * The correction that this one replaced applies again, or an earlier one if that was undone itself. To be used once it
   * has ended. If there is none, the sources speak again.
   */
  restoreBefore(id: number): Promise<void>
  /** Those of these corrections that were replaced never apply again. */
  discard(ids: readonly number[], why: EndReason): Promise<void>
}

export type CorrectionReader = RecordReader & {
  /** Whether the place exists or existed. */
  exists(place: string): Promise<boolean>
}
