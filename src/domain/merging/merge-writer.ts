import type { ComparedRecord } from '../matching/compared-record.ts'
import type { DecidedPair, ScoredPair } from '../matching/pairs.ts'
import type { PlaceWriter } from '../publishing/publishing.ts'

/** The place that a record created, in its current state. */
export type OwnPlace = {
  readonly id: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  /** RFC 3339 instant. */
  readonly created_at: string
}

/** The place that a record created, without the record's content. */
export type Standing = Pick<ComparedRecord, 'row' | 'listed'> & { readonly place: OwnPlace }

export type Merge = { readonly place: string; readonly survivor: string }

/** Merges and splits places. Rows are ids of records, in any order, without duplicates. */
export type MergeWriter = PlaceWriter & {
  records(rows: readonly number[]): Promise<readonly ComparedRecord[]>
  /** The places created by these records; records that created none are left out. */
  standings(rows: readonly number[]): Promise<readonly Standing[]>
  pairsOf(rows: readonly number[]): Promise<readonly ScoredPair[]>
  decisionsOf(rows: readonly number[]): Promise<readonly DecidedPair[]>
  merge(merges: readonly Merge[]): Promise<void>
  /** Splits merged places off again; each of them is then composed or withdrawn. */
  part(places: readonly string[]): Promise<void>
  /** Adds places to the list of places to be composed again after all merges and splits. */
  compose(placeIds: readonly string[]): Promise<void>
  /**
   * The listed places that are not merged into another: the page of ids after the given one, in ascending
   * order.
   */
  composing(after: string | null, limit: number): Promise<readonly string[]>
}
