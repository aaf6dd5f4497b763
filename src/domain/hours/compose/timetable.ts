import type { DayRank } from '../reading.ts'
import type { Holiday, Scope } from '../rule/phrase.ts'
import type { Leftover } from '../say/clause.ts'

/**
 * Hours on one day. Without a comment they are open; with one, they depend on a condition or are uncertain.
 */
export type Slot = {
  readonly from: number
  readonly to: number
  readonly comment: string | null
  /** The condition is too vague to know when it holds. */
  readonly uncertain: boolean
}

/** The hours of the seven weekdays in one scope, and those of the nth days of the month. */
export type Week = {
  readonly scope: Scope
  readonly days: ReadonlyMap<DayRank, readonly Slot[]>
  /** Hours on holidays, whatever their weekday. */
  readonly holidays: ReadonlyMap<Holiday, readonly Slot[]>
  /** These hours replace those of the usual week on some days; the other days keep their usual hours. */
  readonly amends: boolean
  readonly nth: readonly {
    readonly day: DayRank
    readonly nth: readonly number[]
    readonly slots: readonly Slot[]
  }[]
}

/** Closed times, written after the hours from which they are subtracted. */
export type Off = {
  readonly scope: Scope
  readonly days: readonly DayRank[] | null
  readonly nth: readonly number[] | null
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/**
 * Days with a condition but no hours: `Sa "sur rendez-vous"`. As a fallback, it applies outside the hours.
 */
export type Fallback = { readonly days: readonly DayRank[] | null; readonly comment: string }

export type Timetable = {
  readonly weeks: readonly Week[]
  /** Written before the weeks of holidays and seasons, in which places open again. */
  readonly termOffs: readonly Off[]
  readonly offs: readonly Off[]
  readonly conditions: readonly Fallback[]
  readonly fallbacks: readonly Fallback[]
  readonly leftovers: readonly Leftover[]
}
