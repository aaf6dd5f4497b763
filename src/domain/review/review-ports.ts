import type { StoredRecord } from '../matching/compared-record.ts'
import type { DecidedPair, RowPair } from '../matching/pairs.ts'
import type { MergeWriter } from '../merging/merge-writer.ts'
import type { ReviewPosition } from './review.ts'

/** A pair to be decided by people, with the places to which its records currently belong. */
export type QueuedPair = ReviewPosition &
  RowPair & { readonly place_one: string; readonly place_other: string }

export type ReviewReader = {
  /** Undecided pairs after this position, sorted by the number of people they mislead, the highest first. */
  queue(after: ReviewPosition | null, limit: number): Promise<readonly QueuedPair[]>
  /** All undecided pairs of these places, in the same order. */
  queuedOf(places: readonly string[]): Promise<readonly QueuedPair[]>
  records(rows: readonly number[]): Promise<readonly StoredRecord[]>
  /** Active decisions after this id, in the order in which they were made. */
  standing(after: number, limit: number): Promise<readonly (DecidedPair & { readonly id: number })[]>
}

export type ReviewWriter = MergeWriter & {
  /** Whether all these records created a place. */
  areRecords(rows: readonly number[]): Promise<boolean>
  /** Stores decisions by the writer's author. */
  decide(decisions: readonly DecidedPair[]): Promise<void>
  /** Ends the active decisions about the pairs. Returns how many there were. */
  undo(pairs: readonly RowPair[]): Promise<number>
  /** Pairs with an active decision by this author. */
  decidedBy(author: string): Promise<readonly RowPair[]>
  /** The places to which the records belong now: a single one if all were merged. */
  homes(rows: readonly number[]): Promise<readonly string[]>
  /** Whether any decision cannot be followed because other decisions contradict it. */
  contradicts(): Promise<boolean>
}
