import type { RecordReader } from '../places/place-finder.ts'
import type { SourceRecord } from '../places/source-record.ts'
import type { PlaceWriter } from '../publishing/publishing.ts'

/** A place as it stands, and the records that describe it: its own, and those of places merged into it. */
export type DescribedPlace = {
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  readonly records: readonly SourceRecord[]
}

export type NewCorrection = {
  readonly place: string
  readonly field: string
  readonly value: unknown
  /** What the sources say of the field. */
  readonly replaced: unknown
  readonly note: string | null
}

export type CorrectionWriter = PlaceWriter & {
  /** Null for a place that never existed. */
  described(place: string): Promise<DescribedPlace | null>
  /** Keeps a correction by the author of the writing, in place of the one that stands of the field, if any. Returns its id. */
  keepCorrection(correction: NewCorrection): Promise<number>
  /** Ends a correction. Returns its place; null if no such correction stands. */
  endCorrection(id: number): Promise<string | null>
}

export type CorrectionReader = RecordReader & {
  /** Whether there is, or was, such a place. */
  exists(place: string): Promise<boolean>
}
