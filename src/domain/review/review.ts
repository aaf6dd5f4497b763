import type { Explained } from '../matching/decide.ts'
import type { MappedRecord } from '../places/source-record.ts'

/** A record as people are shown it. */
export type ReviewedRecord = Pick<MappedRecord, 'id' | 'url' | 'content'> & {
  readonly source: string
  /** The place that shows it today. */
  readonly place: string
}

/** Two records that may describe one place. */
export type ReviewPair = {
  /** Stays the same for these two records for ever. */
  readonly id: string
  readonly records: readonly [ReviewedRecord, ReviewedRecord]
  /** Metres; null where a position is not known, or to the commune only. */
  readonly distance_m: number | null
  readonly decision: Explained
}

export type ReviewVerdict = 'same' | 'different' | 'undo'

export type ReviewPosition = { readonly score: number; readonly id: number }

type ReviewPage = { readonly items: readonly ReviewPair[]; readonly next: ReviewPosition | null }

export type Reviewer = {
  page(after: ReviewPosition | null, limit: number): Promise<ReviewPage>
  /** Throws `pairNotFound` for two records that are not there, `cannotDecide` where other decisions say otherwise. */
  decide(id: string, verdict: ReviewVerdict, by: string): Promise<Decided>
}

/** The places of both records now: one where they are the same. */
export type Decided = {
  readonly id: string
  readonly verdict: ReviewVerdict
  readonly places: readonly string[]
}

/** What somebody decided and has not undone, with what both records say: enough to learn from, and of nobody's person. */
export type StandingDecision = {
  readonly records: readonly [DecidedRecord, DecidedRecord]
  readonly same: boolean
}

export type DecidedRecord = Pick<ReviewedRecord, 'source' | 'id' | 'content'>
