import type { Crowds, Key } from '../matching/pair-keys.ts'
import type { RowPair, ScoredPair } from '../matching/pairs.ts'
import type { MergeWriter } from './merge-writer.ts'

/** The keys that a record is filed under, each once, and the families of its kinds. */
export type Lookup = { readonly row: number; readonly keys: readonly Key[]; readonly families: number }

/** Part of a list: positions above `after`, up to `last`. */
export type Stretch = { readonly after: number; readonly last: number }

/** A row of a list, at its position. */
export type Listing = { readonly nth: number; readonly row: number }

/** Compares records, and then merges their places. Lists that grow with an import are kept in the store, and read page by page. */
export type MatchWriter = MergeWriter & {
  /** As if the directory had last been compared by unknown rules. */
  forgetRules(): Promise<void>
  /** Makes all records due if they were last compared by other rules. */
  renew(rules: string): Promise<void>
  /**
   * Lists the records that came, changed, went or came back since they were last compared, at most `most` of them if
   * given. In the order of their positions on the map, so that records which are compared with each other lie close together.
   */
  listDue(most?: number): Promise<Stretch>
  listed(stretch: Stretch): Promise<readonly number[]>
  /** These are no longer due. */
  takeDue(rows: readonly number[]): Promise<void>
  /** Replaces the keys that these records are found by. Records found by a key that is no longer crowded become due. */
  putLookups(lookups: readonly Lookup[], crowds: Crowds): Promise<void>
  /**
   * Pairs worth comparing of these records with others and among themselves: they share keys that are not crowded. A pair
   * with another record that is due is left to the turn of that one. If a key proves to have become crowded, all other
   * records that have it become due.
   */
  candidates(rows: readonly number[], crowds: Crowds): Promise<readonly RowPair[]>
  /**
   * Forgets the pairs of these records; the records of forgotten pairs are touched, as are those of pairs that are put. A
   * pair with a record that is due stays until the turn of that one: a place is not split after half of its pairs were compared.
   */
  forgetPairs(rows: readonly number[]): Promise<void>
  putPairs(pairs: readonly ScoredPair[]): Promise<void>
  /** Touched records after this position, in first-touched order, except those already in the right place. */
  touched(after: number, limit: number): Promise<readonly Listing[]>
  /** These are no longer touched. */
  settled(rows: readonly number[]): Promise<void>
}
