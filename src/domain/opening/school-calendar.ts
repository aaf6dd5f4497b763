import { KNOWN_FROM, KNOWN_SCHOOL_HOLIDAYS } from './known-school-holidays.ts'
import { SCHOOL_ZONES, type SchoolZone } from './school-zones.ts'

/** First and last day, `YYYY-MM-DD`, both inclusive. */
export type SchoolHoliday = { readonly name: string; readonly first: string; readonly last: string }

/** The school holidays of a zone, complete from `knownFrom` to `knownUntil`. */
export type SchoolCalendar = {
  readonly zone: SchoolZone
  readonly holidays: readonly SchoolHoliday[]
  readonly knownFrom: string
  readonly knownUntil: string
}

export type SchoolCalendars = ReadonlyMap<SchoolZone, SchoolCalendar>

/** The calendars that are part of this release. */
export const RELEASED_CALENDARS: SchoolCalendars = new Map(
  SCHOOL_ZONES.flatMap((zone) => {
    const known = KNOWN_SCHOOL_HOLIDAYS[zone]
    if (!known) return []
    const holidays = known.holidays.map(([name, first, last]) => ({ name, first, last }))
    return [[zone, { zone, holidays, knownFrom: KNOWN_FROM, knownUntil: known.knownUntil }] as const]
  })
)

/**
 * The calendars of this release, replaced by calendars that were fetched later. A fetched calendar that ends before
 * the one in this release is ignored.
 */
export function withLater(fetched: readonly SchoolCalendar[]): SchoolCalendars {
  const calendars = new Map(RELEASED_CALENDARS)
  for (const calendar of fetched) {
    const released = calendars.get(calendar.zone)
    if (!released || calendar.knownUntil >= released.knownUntil) calendars.set(calendar.zone, calendar)
  }
  return calendars
}
