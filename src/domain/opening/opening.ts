import type { ScheduleKey } from './schedule-key.ts'
import type { SchoolCalendars } from './school-calendar.ts'

/** What a place can be when it is not closed. */
export type Openness = 'open' | 'by_appointment' | 'unknown'

/** A time at which a place is not closed: epoch milliseconds, the end excluded. */
export type Opening = { readonly from: number; readonly to: number; readonly state: Openness }

/** Works out all openings between two instants; never fails: what cannot be known is `unknown`. */
export type Evaluate = (
  key: ScheduleKey,
  calendars: SchoolCalendars,
  from: number,
  to: number
) => readonly Opening[]

/** In order, those that touch and say the same joined. */
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
