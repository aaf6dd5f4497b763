import type { DayRank } from '../reading.ts'
import type { Days, Half, Scope, Span } from '../rule/phrase.ts'

/** Days of a clause; null means the days of its context (a column), or unspecified days. */
export type Target = { readonly days: Days | null; readonly half: Half | null }

/** Hours of a clause, with their condition ("sur rendez-vous"). */
export type Entry = Span & { readonly comment: string | null }

/** One statement: days, hours, open or closed, and when it applies. */
export type Clause = {
  readonly targets: readonly Target[]
  readonly entries: readonly Entry[]
  readonly closed: boolean
  /**
   * The clause replaces earlier statements about its days instead of adding to them: "sauf le mercredi, de 9h
   * à 12h".
   */
  readonly instead: boolean
  /** The condition of a clause without hours: "le samedi sur rendez-vous". */
  readonly comment: string | null
  /** The condition applies in addition to the given hours, not instead of them: "9h-12h et sur rendez-vous". */
  readonly besides: boolean
  readonly scope: Scope
  /** Conditions that are too vague to know when they hold, in the words of the source. */
  readonly doubts: readonly string[]
  /**
   * The clause is an exception from a closing of days or of a period: "fermé le samedi sauf le 1er samedi 9h-12h". If
   * it has doubts, its hours are unknown.
   */
  readonly reopens: 'days' | 'period' | null
}

export const EMPTY_CLAUSE: Clause = {
  targets: [],
  entries: [],
  closed: false,
  instead: false,
  comment: null,
  besides: false,
  scope: {},
  doubts: [],
  reopens: null
}

/** Words that were not understood, or are ambiguous. */
export type Leftover = {
  readonly words: string
  /** Days whose hours these words may remove, so those hours are uncertain; empty if the words change nothing. */
  readonly touches: readonly DayRank[]
  /** Days that these words name. If no hours are read for them, they are unknown rather than closed. */
  readonly names?: readonly DayRank[]
}

/** Words that are only reported and remove no hours. */
export const remark = (words: string): Leftover => ({ words, touches: [] })

/** A parsed text: its clauses, and the words that were not understood or were ambiguous. */
export type ParsedHours = {
  readonly clauses: readonly Clause[]
  readonly leftovers: readonly Leftover[]
  /** Whether days, hours or conditions were mentioned, even if they formed no clause. */
  readonly aboutHours: boolean
}

export const NOON = 12 * 60
/**
 * A morning may end as late as 14:00 and an afternoon start at 11:30, because lunch time belongs to either.
 */
const MORNING_ENDS = 14 * 60
const AFTERNOON_BEGINS = 11 * 60 + 30

export const isInHalf = (span: Span, half: Half): boolean =>
  half === 'am' ? span.from < NOON && span.to <= MORNING_ENDS : span.from >= AFTERNOON_BEGINS
