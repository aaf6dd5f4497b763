import type { Crowds, Key } from '../matching/pair-keys.ts'
import type { RowPair, WeighedPair } from '../matching/pairs.ts'
import type { MergeWriter } from './merge-writer.ts'

/** The distinct lookup keys of a record, and the families of its kinds. */
export type Lookup = {
  readonly row: number
  readonly directory: string
  /** Whether its directory still lists the record. */
  readonly present: boolean
  readonly keys: readonly Key[]
  readonly families: number
}

/** A part of a list: positions above `after`, up to and including `last`. */
export type Stretch = { readonly after: number; readonly last: number }

/** A row of a list with its position. */
export type Listing = { readonly nth: number; readonly row: number }

/**
 * Compares records, then merges their places. Lists that grow with an import are kept in the store and read
 * page by page.
 */
export type MatchWriter = MergeWriter & {
  /** Forgets by which rules records were last compared, so that `renew` makes all of them due. */
  forgetRules(): Promise<void>
  /** Makes all records due if they were last compared by other rules. */
  renew(rules: string): Promise<void>
  /**
   * Lists the records that are new, changed, withdrawn or restored since they were last compared, at most
   * `most` if given. They are in the order of their positions on the map, so that records which are compared
   * with each other are close together.
   */
  listDue(most?: number): Promise<Stretch>
  listed(stretch: Stretch): Promise<readonly number[]>
  /** Marks records as no longer due. */
  takeDue(rows: readonly number[]): Promise<void>
  /**
   * Replaces the lookup keys of these records. If a key is thus no longer shared by more records than `crowds`
   * allows, the records with this key become due.
   */
  putLookups(lookups: readonly Lookup[], crowds: Crowds): Promise<void>
  /**
   * Candidate pairs of these records, among themselves and with others: records that share a key which no more
   * records have than `crowds` allows. A pair with another due record is found later, with the page of that record.
   * If a key turns out to exceed the limit, all other records with it become due.
   */
  candidates(rows: readonly number[], crowds: Crowds): Promise<readonly RowPair[]>
  /**
   * Deletes the pairs of these records. The records of deleted pairs, and later of new pairs, are marked as touched.
   * A pair with a due record is kept until the page of that record is compared, so that no place is split while only
   * half of its pairs have been compared.
   */
  forgetPairs(rows: readonly number[]): Promise<void>
  putPairs(pairs: readonly WeighedPair[]): Promise<void>
  /**
   * Touched records after this position, in first-touched order, except records that are already in the right place.
   */
  touched(after: number, limit: number): Promise<readonly Listing[]>
  /** Marks records as no longer touched. */
  settled(rows: readonly number[]): Promise<void>
}
