import type { StoredRecord } from '../matching/compared-record.ts'
import type { DecidedPair, RowPair } from '../matching/pairs.ts'
import type { MergeWriter } from '../merging/merge-writer.ts'
import type { ReviewPosition } from './review.ts'

/** A pair to be decided by people, with the places to which its records currently belong. */
export type QueuedPair = ReviewPosition &
  RowPair & { readonly place_one: string; readonly place_other: string }

export type ReviewReader = {
  /** Undecided pairs after this position, the likeliest first. */
  queue(after: ReviewPosition | null, limit: number): Promise<readonly QueuedPair[]>
  records(rows: readonly number[]): Promise<readonly StoredRecord[]>
  /** Active decisions after this id, in the order in which they were made. */
  standing(after: number, limit: number): Promise<readonly (DecidedPair & { readonly id: number })[]>
}

export type ReviewWriter = MergeWriter & {
  /** Whether both records created a place. */
  isPair(pair: RowPair): Promise<boolean>
  /** Stores a decision by the writer's author. */
  decide(decision: DecidedPair): Promise<void>
  /** Ends the active decision about the pair. Returns false if there is none. */
  undo(pair: RowPair): Promise<boolean>
  /** The places to which the two records belong now: a single one if they were merged. */
  homes(pair: RowPair): Promise<readonly string[]>
  /** Whether any decision is not respected because others contradict it. */
  contradicts(): Promise<boolean>
}
