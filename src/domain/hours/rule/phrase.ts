import type { Token } from '../lexicon/token.ts'
import type { DayRank } from '../reading.ts'

export type Half = 'am' | 'pm'
export type Span = { readonly from: number; readonly to: number }

/** When a rule of a timetable applies, apart from its days. */
export type Scope = {
  /** OpenStreetMap months, "Jul-Aug". */
  readonly months?: string
  readonly weeks?: 'even' | 'odd'
  readonly school?: 'in' | 'out'
  readonly publicHolidays?: 'in' | 'out'
  /** Dates in the OpenStreetMap format, "Aug 01-15" or "easter +1 day". */
  readonly dates?: string
}

export type Holiday = 'PH' | 'SH'

export type Days = {
  readonly days: readonly DayRank[]
  readonly nth: readonly number[] | null
  /** Holidays in a list of days, whatever their weekday: "dimanche et jours fériés". */
  readonly also?: readonly Holiday[]
  /** "jours ouvrés": the days, except public holidays. */
  readonly working?: true
  /** "les autres samedis": every such day except the first, the last or another one that has hours of its own. */
  readonly others?: true
}

/** A phrase: the meaning of a group of tokens, found by a rule of the grammar. */
export type Phrase = { readonly start: number; readonly end: number } & (
  | ({ readonly is: 'days' } & Days)
  | { readonly is: 'times'; readonly spans: readonly Span[] }
  | { readonly is: 'half'; readonly half: Half }
  | { readonly is: 'scope'; readonly scope: Scope }
  /** A condition that is too vague to know when it holds: "un samedi sur deux", "été". */
  | { readonly is: 'doubt'; readonly days: readonly DayRank[] | null; readonly half: Half | null }
  | { readonly is: 'appointment'; readonly words: string }
  | { readonly is: 'walk-in' | 'closed' | 'except' | 'only' | 'neutral' | 'and' | 'otherwise' | 'same' }
  | { readonly is: 'lunch' | 'other-days' | 'by-phone' | 'in-person' | 'exceptional' }
  | { readonly is: 'pause' | 'stop' | 'colon' | 'open' | 'close' }
  /** `cut`: the last words of a text that was cut. */
  | { readonly is: 'unknown' | 'cut' }
)

/** A rule of the grammar. It returns the phrase that it reads at a position and the next position, or null. */
export type Rule = (
  tokens: readonly Token[],
  position: number
) => { readonly phrase: Phrase; readonly next: number } | null
