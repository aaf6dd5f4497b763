import type { Explained } from '../matching/decide.ts'
import type { MappedRecord } from '../places/source-record.ts'

/** A record as shown to the person who decides. */
export type ReviewedRecord = Pick<MappedRecord, 'id' | 'url' | 'content'> & {
  readonly source: string
  /** The place to which it currently belongs. */
  readonly place: string
}

/** Two records that may describe the same place. */
export type ReviewPair = {
  /** Never changes for these two records. */
  readonly id: string
  readonly records: readonly [ReviewedRecord, ReviewedRecord]
  /** Metres; null if a position is unknown, or is only that of the commune. */
  readonly distance_m: number | null
  readonly decision: Explained
}

export type ReviewVerdict = 'same' | 'different' | 'undo'

export type ReviewPosition = { readonly score: number; readonly id: number }

type ReviewPage = { readonly items: readonly ReviewPair[]; readonly next: ReviewPosition | null }

export type Reviewer = {
  page(after: ReviewPosition | null, limit: number): Promise<ReviewPage>
  /**
   * Throws `pairNotFound` if one of the records does not exist, and `cannotDecide` if other decisions
   * contradict this one.
   */
  decide(id: string, verdict: ReviewVerdict, by: string): Promise<Decided>
}

/** After a decision, the places of both records: a single one if they were merged. */
export type Decided = {
  readonly id: string
  readonly verdict: ReviewVerdict
  readonly places: readonly string[]
}

/**
 * An active decision with the content of both records, for fitting the matching. Without persons in charge.
 */
export type StandingDecision = {
  readonly records: readonly [DecidedRecord, DecidedRecord]
  readonly same: boolean
}

export type DecidedRecord = Pick<ReviewedRecord, 'source' | 'id' | 'content'>
