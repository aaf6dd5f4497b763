import type { DayRank } from '../reading.ts'
import type { Scope } from '../rule/phrase.ts'

/** Hours on one day. Without comment they are open; with one, open on a condition or uncertain. */
export type Slot = {
  readonly from: number
  readonly to: number
  readonly comment: string | null
  /** The condition says too little to know when it holds. */
  readonly uncertain: boolean
}

/** Hours of the seven days under one scope, and of the nth days of the month. */
export type Week = {
  readonly scope: Scope
  readonly days: ReadonlyMap<DayRank, readonly Slot[]>
  readonly nth: readonly {
    readonly day: DayRank
    readonly nth: readonly number[]
    readonly slots: readonly Slot[]
  }[]
}

/** Times when nothing opens, written after the hours they take away from. */
export type Off = {
  readonly scope: Scope
  readonly days: readonly DayRank[] | null
  readonly nth: readonly number[] | null
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** Days under a condition without hours: `Sa "sur rendez-vous"`; as a fallback, what holds outside the hours. */
export type Fallback = { readonly days: readonly DayRank[] | null; readonly comment: string }

export type Timetable = {
  readonly weeks: readonly Week[]
  /** Written before the weeks of the holidays and seasons, which open again. */
  readonly termOffs: readonly Off[]
  readonly offs: readonly Off[]
  readonly conditions: readonly Fallback[]
  readonly fallbacks: readonly Fallback[]
  readonly leftovers: readonly string[]
}
