import type { ComparedRecord } from '../matching/compared-record.ts'
import type { Crowds, Key } from '../matching/pair-keys.ts'
import type { DecidedPair, RowPair, ScoredPair } from '../matching/pairs.ts'
import type { PlaceToPut } from '../places/compose-place.ts'
import type { SourceRecord } from '../places/source-record.ts'

/** The place that a record made, and keeps, as it stands now. */
export type OwnPlace = {
  readonly id: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  /** RFC 3339 instant. */
  readonly created_at: string
}

/** Where a record stands, whatever it says. */
export type Standing = Pick<ComparedRecord, 'row' | 'listed'> & { readonly place: OwnPlace }

/** The keys that a record is filed under, each once, and the families of its kinds. */
export type Lookup = { readonly row: number; readonly keys: readonly Key[]; readonly families: number }

export type Merge = { readonly place: string; readonly survivor: string }

/** Part of a list, from after one position to another. */
export type Stretch = { readonly after: number; readonly last: number }

/** One of a list, at its position. */
export type Listing = { readonly nth: number; readonly row: number }

/**
 * A transaction in which no other composes places. Rows given in any order, each once. What grows with an import is
 * listed in the store, and read page by page.
 */
export type MergeStore = {
  /** Where records were last compared by other rules, all are due. */
  renew(rules: string): Promise<void>
  /**
   * Lists the records that came, changed, went or came back since, in the order of where they lie: those that are
   * compared with each other are then met together. No more than `most` at a time, if that is said.
   */
  listDue(most?: number): Promise<Stretch>
  listed(stretch: Stretch): Promise<readonly number[]>
  /** They are no longer due. */
  takeDue(rows: readonly number[]): Promise<void>
  records(rows: readonly number[]): Promise<readonly ComparedRecord[]>
  /** Of those that made a place. */
  standings(rows: readonly number[]): Promise<readonly Standing[]>
  /** What they are found by from now on, in place of what they were. */
  putLookups(lookups: readonly Lookup[], crowds: Crowds): Promise<void>
  /**
   * All pairs that these make with others, and among themselves, and that are worth comparing by the keys that no more
   * records have than `crowds` says; but for those with a record that is due itself, which finds them when its turn comes. Where a key is found to have become
   * one that more have, all others that have it are due; so they are by `putLookups` where it no longer is.
   */
  candidates(rows: readonly number[], crowds: Crowds): Promise<readonly RowPair[]>
  /**
   * The records of the pairs that there were are touched, and so are those of the pairs that are put. A pair with a record
   * that is due stands until the turn of that one: nothing is parted because half of it has been looked at.
   */
  forgetPairs(rows: readonly number[]): Promise<void>
  putPairs(pairs: readonly ScoredPair[]): Promise<void>
  /**
   * Records that were touched, in the order in which they were first, after the given position: but for those that nothing
   * joins to another and whose place is not merged, which are where they belong.
   */
  touched(after: number, limit: number): Promise<readonly Listing[]>
  /** They are no longer touched. */
  settled(rows: readonly number[]): Promise<void>
  pairsOf(rows: readonly number[]): Promise<readonly ScoredPair[]>
  /** What people decided, and has not been undone. */
  decisionsOf(rows: readonly number[]): Promise<readonly DecidedPair[]>
  merge(merges: readonly Merge[]): Promise<void>
  /** They are their own places again; to be composed, or withdrawn. */
  part(places: readonly string[]): Promise<void>
  /** Lists places that are to be composed anew once all have been merged and parted. */
  compose(placeIds: readonly string[]): Promise<void>
  /** Those of them that are not merged into another, in the order of their ids, after the given one. */
  composing(after: string | null, limit: number): Promise<readonly string[]>
  recordsOf(placeIds: readonly string[]): Promise<ReadonlyMap<string, readonly SourceRecord[]>>
  putPlaces(places: readonly PlaceToPut[]): Promise<void>
  withdrawPlaces(placeIds: readonly string[]): Promise<void>
}
