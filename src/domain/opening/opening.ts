import type { ScheduleKey } from './schedule-key.ts'
import type { SchoolCalendars } from './school-calendar.ts'

/** The state of a place that is not closed. */
export type Openness = 'open' | 'by_appointment' | 'unknown'

/** A period in which a place is not closed, in epoch milliseconds; the end is exclusive. */
export type Opening = { readonly from: number; readonly to: number; readonly state: Openness }

/** Computes all openings between two instants. Never throws: what cannot be computed is `unknown`. */
export type Evaluate = (
  key: ScheduleKey,
  calendars: SchoolCalendars,
  from: number,
  to: number
) => readonly Opening[]

/** Sorts openings and merges adjacent ones with the same state. */
export function joined(openings: readonly Opening[]): readonly Opening[] {
  const result: Opening[] = []
  for (const opening of openings.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (opening.from >= opening.to) continue
    if (last && last.to === opening.from && last.state === opening.state) {
      result[result.length - 1] = { ...last, to: opening.to }
    } else result.push(opening)
  }
  return result
}
