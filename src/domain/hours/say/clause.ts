import type { Days, Half, Scope, Span } from '../rule/phrase.ts'

/** Days that a clause speaks of; null days are those of whoever holds the clause (a column, or unsaid). */
export type Target = { readonly days: Days | null; readonly half: Half | null }

/** Hours of a clause, with the condition they are given under ("sur rendez-vous"). */
export type Entry = Span & { readonly comment: string | null }

/** One thing said: these days, these hours, open or closed, when. */
export type Clause = {
  readonly targets: readonly Target[]
  readonly entries: readonly Entry[]
  readonly closed: boolean
  /** The clause corrects what was said of its days, instead of adding to it: "sauf le mercredi, de 9h à 12h". */
  readonly instead: boolean
  /** The condition of the whole clause when it says no hours: "le samedi sur rendez-vous". */
  readonly comment: string | null
  /** Besides the stated hours, not instead of them: "9h-12h et sur rendez-vous". */
  readonly besides: boolean
  readonly scope: Scope
  /** Conditions that say too little, in the source's words. */
  readonly doubts: readonly string[]
}

export const EMPTY_CLAUSE: Clause = {
  targets: [],
  entries: [],
  closed: false,
  instead: false,
  comment: null,
  besides: false,
  scope: {},
  doubts: []
}

/** A part of a text: what it says, and the words that were not understood or could be read in two ways. */
export type Said = {
  readonly clauses: readonly Clause[]
  readonly leftovers: readonly string[]
  /** Days, hours or conditions were mentioned, whether or not they came to a clause. */
  readonly aboutHours: boolean
}

export const NOON = 12 * 60
/** A morning may last till two, an afternoon begins at half past eleven: lunch belongs to either. */
const MORNING_ENDS = 14 * 60
const AFTERNOON_BEGINS = 11 * 60 + 30

export const isInHalf = (span: Span, half: Half): boolean =>
  half === 'am' ? span.from < NOON && span.to <= MORNING_ENDS : span.from >= AFTERNOON_BEGINS
