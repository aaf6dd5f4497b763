import type { PlaceToPut } from '../import-ports.ts'
import type { SourceRecord } from '../source-record.ts'
import type { Listed } from './comparable.ts'

/** The place that a record made, and keeps, as it stands now. */
export type OwnPlace = {
  readonly id: string
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly merged_into: string | null
  /** RFC 3339 instant. */
  readonly created_at: string
}

/** Where a record stands, whatever it says. */
export type Standing = {
  /** Of the row: shorter than source and id, and just as lasting. */
  readonly row: number
  readonly listed: Listed
  readonly place: OwnPlace
}

export type StoredRecord = Standing & {
  readonly record: Pick<SourceRecord, 'source' | 'id' | 'url' | 'content'>
}

/** Two rows, the lower first. */
export type RowPair = { readonly one: number; readonly other: number }
export type ScoredPair = RowPair & { readonly same: boolean; readonly score: number }
export type DecidedPair = RowPair & { readonly same: boolean }

/** The keys that a record is filed under, each once. */
export type Lookup = { readonly row: number; readonly keys: readonly string[] }

export type Merge = { readonly place: string; readonly survivor: string }

/** A transaction in which no other composes places. Rows given in any order, each once. */
export type MatchStore = {
  /** Records that came, changed, went or came back since, in order, after the given one. */
  due(after: number, limit: number): Promise<readonly number[]>
  /** The first of them; they are then no longer due. */
  takeDue(limit: number): Promise<readonly number[]>
  records(rows: readonly number[]): Promise<readonly StoredRecord[]>
  /** What they are found by from now on, in place of what they were. */
  putLookups(lookups: readonly Lookup[], crowd: number): Promise<void>
  /**
   * All pairs that these make with others, and among themselves, by a key that at most `crowd` records have. Where a key
   * is found to have become one that more have, all others that have it are due; so they are by `putLookups` where it
   * no longer is.
   */
  candidates(rows: readonly number[], crowd: number): Promise<readonly RowPair[]>
  /** Answers the pairs that there were. */
  forgetPairs(rows: readonly number[]): Promise<readonly RowPair[]>
  putPairs(pairs: readonly ScoredPair[]): Promise<void>
  pairsOf(rows: readonly number[]): Promise<readonly ScoredPair[]>
  /** What people decided, and has not been undone. */
  decisionsOf(rows: readonly number[]): Promise<readonly DecidedPair[]>
  merge(merges: readonly Merge[]): Promise<void>
  /** They are their own places again; to be composed, or withdrawn. */
  part(places: readonly string[]): Promise<void>
  recordsOf(placeIds: readonly string[]): Promise<ReadonlyMap<string, readonly SourceRecord[]>>
  putPlaces(places: readonly PlaceToPut[]): Promise<void>
  withdrawPlaces(placeIds: readonly string[]): Promise<void>
}
