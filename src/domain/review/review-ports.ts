import type { StoredRecord } from '../matching/compared-record.ts'
import type { DecidedPair, RowPair } from '../matching/pairs.ts'
import type { MergeWriter } from '../merging/merge-writer.ts'
import type { ReviewPosition } from './review.ts'

/** A pair that people are asked about, with the places that show its records today. */
export type QueuedPair = ReviewPosition &
  RowPair & { readonly place_one: string; readonly place_other: string }

export type ReviewReader = {
  /** Pairs that are open, the likeliest first, after this position. */
  queue(after: ReviewPosition | null, limit: number): Promise<readonly QueuedPair[]>
  records(rows: readonly number[]): Promise<readonly StoredRecord[]>
  /** Decisions that stand, in the order in which they were made, after this one. */
  standing(after: number, limit: number): Promise<readonly (DecidedPair & { readonly id: number })[]>
}

export type ReviewWriter = MergeWriter & {
  /** Whether both are records that made a place. */
  isPair(pair: RowPair): Promise<boolean>
  /** Keeps a decision by the author of the writing. */
  decide(decision: DecidedPair): Promise<void>
  /** Ends the decision that stands of the pair. False if there is none. */
  undo(pair: RowPair): Promise<boolean>
  /** The places that both records belong to now: one, if they were merged. */
  homes(pair: RowPair): Promise<readonly string[]>
  /** Whether some decision does not hold, because others contradict it. */
  contradicts(): Promise<boolean>
}
