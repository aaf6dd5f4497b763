import type { Explained } from '../matching/decide.ts'
import type { MappedRecord } from '../places/source-record.ts'
import type { ComparedField } from './compare-fields.ts'

/** A record as shown to the person who decides. */
export type ReviewedRecord = Pick<MappedRecord, 'id' | 'url' | 'content'> & {
  /** The part of the question's id that stands for this record. */
  readonly member: string
  readonly source: string
  /** The place to which it currently belongs. */
  readonly place: string
}

/** What the model says about two records of a question. */
export type ReviewedPair = {
  readonly id: string
  /** Metres; null if a position is unknown, or is only the position of the commune. */
  readonly distance_m: number | null
  readonly decision: Explained
}

/**
 * Places that may be the same place: two places, or several of which every two are similar. Each place is shown by
 * one of its records.
 */
export type ReviewQuestion = {
  /** The members, joined by `-`. The same records always have the same id. */
  readonly id: string
  readonly records: readonly ReviewedRecord[]
  /** All pairs of the records, beginning with the pair that puts the question at its position in the queue. */
  readonly pairs: readonly ReviewedPair[]
  readonly fields: readonly ComparedField[]
  readonly misleads: Misled
}

/** The largest commune of the records, whose inhabitants a wrong decision would mislead. */
export type Misled = { readonly commune: string | null; readonly population: number | null }

export type ReviewVerdict = 'same' | 'different' | 'undo'

export type ReviewPosition = { readonly misled: number; readonly id: number }

type ReviewPage = { readonly items: readonly ReviewQuestion[]; readonly next: ReviewPosition | null }

export type Reviewer = {
  /** At most `limit` questions; fewer if pairs of the page belong to one question. */
  page(after: ReviewPosition | null, limit: number): Promise<ReviewPage>
  /**
   * Decides on all members of a question, except those in `without`. Throws `pairNotFound` if one of the
   * records does not exist or fewer than two remain, and `cannotDecide` if other decisions contradict this
   * one.
   */
  decide(id: string, verdict: ReviewVerdict, by: string, without?: readonly string[]): Promise<Decided>
}

/** After a decision, the places of the records: a single one if they were merged. */
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
