import type { DayRank } from '../reading.ts'
import type { Holiday, Scope } from '../rule/phrase.ts'
import type { Leftover } from '../say/clause.ts'

/**
 * Hours on one day, in minutes from midnight. Without a comment, the place is open; with one, the hours depend on a
 * condition or are uncertain.
 */
export type Slot = {
  readonly from: number
  readonly to: number
  readonly comment: string | null
  /** Whether the condition is too vague to know when it holds. */
  readonly uncertain: boolean
}

/** The hours of the seven weekdays in one scope, and the hours of nth days such as the first Monday of the month. */
export type Week = {
  readonly scope: Scope
  readonly days: ReadonlyMap<DayRank, readonly Slot[]>
  /** Hours on holidays, whatever their weekday. */
  readonly holidays: ReadonlyMap<Holiday, readonly Slot[]>
  /** Whether these hours replace the usual hours on some days only, so that the other days keep their usual hours. */
  readonly amends: boolean
  /** The days whose usual hours do not apply on their nth days: "1er samedi 14h-17h, les autres samedis 9h-12h". */
  readonly others: ReadonlySet<DayRank>
  readonly nth: readonly {
    readonly day: DayRank
    readonly nth: readonly number[]
    readonly slots: readonly Slot[]
    /** Whether these hours replace the usual hours of the day, instead of adding to them. */
    readonly replaces: boolean
  }[]
}

/** Closed times, written after the hours from which they are subtracted. */
export type Off = {
  readonly scope: Scope
  readonly days: readonly DayRank[] | null
  readonly nth: readonly number[] | null
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** What is open in spite of a closing: "fermé le samedi sauf le 1er samedi du mois 9h-12h". */
export type Reopening = Off & {
  readonly condition: string | null
  readonly uncertain: boolean
  /** Whether it is written after the closings, because it is an exception from a closed period. */
  readonly isLast: boolean
}

/**
 * Days with a condition but no hours: `Sa "sur rendez-vous"`. As a fallback, the condition applies outside the hours.
 */
export type Fallback = { readonly days: readonly DayRank[] | null; readonly comment: string }

export type Timetable = {
  readonly weeks: readonly Week[]
  /** Closings that are written before the weeks of holidays, so that these weeks can open the place again. */
  readonly termOffs: readonly Off[]
  readonly offs: readonly Off[]
  readonly reopenings: readonly Reopening[]
  readonly conditions: readonly Fallback[]
  /** Days that leftover words name and whose hours are not known: `Mo unknown "après 19h"`. */
  readonly unknowns: readonly Fallback[]
  readonly fallbacks: readonly Fallback[]
  readonly leftovers: readonly Leftover[]
}
