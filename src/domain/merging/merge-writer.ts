import type { ComparedRecord } from '../matching/compared-record.ts'
import type { DecidedPair, ScoredPair } from '../matching/pairs.ts'
import type { PlaceWriter } from '../publishing/publishing.ts'

/** The place that a record made, and keeps, as it stands now. */
export type OwnPlace = {
  readonly id: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  /** RFC 3339 instant. */
  readonly created_at: string
}

/** The place of a record, whatever the record says. */
export type Standing = Pick<ComparedRecord, 'row' | 'listed'> & { readonly place: OwnPlace }

export type Merge = { readonly place: string; readonly survivor: string }

/** Merges and splits places. Rows are ids of records, given in any order, each once. */
export type MergeWriter = PlaceWriter & {
  records(rows: readonly number[]): Promise<readonly ComparedRecord[]>
  /** Of the records that made a place. */
  standings(rows: readonly number[]): Promise<readonly Standing[]>
  pairsOf(rows: readonly number[]): Promise<readonly ScoredPair[]>
  decisionsOf(rows: readonly number[]): Promise<readonly DecidedPair[]>
  merge(merges: readonly Merge[]): Promise<void>
  /** Splits places off again; each is then to be composed, or withdrawn. */
  part(places: readonly string[]): Promise<void>
  /** Lists places to be composed anew once all have been merged and split. */
  compose(placeIds: readonly string[]): Promise<void>
  /** The listed places that are not merged into another, in the order of their ids, after the given one. */
  composing(after: string | null, limit: number): Promise<readonly string[]>
}
