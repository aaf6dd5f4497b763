import { type Evaluate, joined, type Opening, type Openness } from '../domain/opening/opening.ts'
import { type HolidaysThere, plainOpenings, plainRules } from '../domain/opening/plain-week.ts'
import { holidaysOf, type ScheduleKey } from '../domain/opening/schedule-key.ts'
import type { SchoolCalendar, SchoolCalendars } from '../domain/opening/school-calendar.ts'
import { leavesHolidaysOpen, unsureOnHolidays } from '../domain/opening/unsure-holidays.ts'
import { type Stretch, stretches } from '../domain/opening/wall-clock.ts'
import { DAY_MS } from '../domain/time.ts'
import { definitionsOf } from './definitions.ts'
import { type Definitions, localDate, parseValue } from './library.ts'

/** Matches hours that depend on the sun, which cannot be given as clock times. */
const BY_THE_SUN = /\b(?:sunrise|sunset|dawn|dusk)\b/i
/** Comments that mean "by appointment", as written by our parser of French hours and by other directories. */
const APPOINTMENT = /rendez[- ]?vous|\brdv\b|appointment|sur (?:réservation|inscription|demande)/i

/** Returns the openings of a schedule between two instants, evaluated in local time. */
export const evaluate: Evaluate = (key, calendars, from, to) => {
  try {
    return evaluateOrThrow(key, calendars, from, to)
  } catch {
    return [{ from, to, state: 'unknown' }]
  }
}

function evaluateOrThrow(
  { osm, zone, calendar }: ScheduleKey,
  calendars: SchoolCalendars,
  from: number,
  to: number
): readonly Opening[] {
  const holidays = holidaysOf(calendar)
  const unknown: readonly Opening[] = [{ from, to, state: 'unknown' }]
  if (holidays === null || holidays.school === 'unknown' || BY_THE_SUN.test(osm)) return unknown
  const school = holidays.school === 'none' ? undefined : calendars.get(holidays.school)
  if (holidays.school !== 'none' && !school) return unknown
  const area = holidays.area ?? ''
  const byRules = fromPlainRules(osm, { area, school }) ?? fromLibrary(osm, definitionsOf(area, school))
  const openingsBetween: OpeningsBetween =
    holidays.area !== null && leavesHolidaysOpen(osm)
      ? (first, end) => unsureOnHolidays(byRules(first, end), { osm, area })
      : byRules
  return joined(stretches(zone, from, to).flatMap((part) => inStretch(part, school, openingsBetween)))
}

/** Returns the openings between two local times, which are given as if they were UTC. */
type OpeningsBetween = (wallFrom: number, wallTo: number) => readonly Opening[]

function fromPlainRules(osm: string, there: HolidaysThere): OpeningsBetween | null {
  const rules = plainRules(osm)
  return (
    rules &&
    ((from, to) => plainOpenings(rules, there, { from, to }).map((wall) => ({ ...wall, state: 'open' })))
  )
}

function fromLibrary(osm: string, definitions: Definitions): OpeningsBetween {
  const value = parseValue(osm, definitions)
  return (from, to) =>
    from >= to
      ? []
      : value.getOpenIntervals(localDate(from), localDate(to)).map(([opens, closes, unknown, comment]) => ({
          from: opens.getTime(),
          to: closes.getTime(),
          state: stateOf(unknown, comment)
        }))
}

/**
 * The openings in a period of constant UTC offset; outside the known school calendar, the state is unknown.
 */
function inStretch(
  { from, to, offset }: Stretch,
  school: SchoolCalendar | undefined,
  openingsBetween: OpeningsBetween
): readonly Opening[] {
  const [first, end] = [from + offset, to + offset]
  const known = school && knownWalls(school)
  const start = known ? clamp(known.from, first, end) : first
  const stop = known ? clamp(known.to, start, end) : end
  const openings: readonly Opening[] = [
    { from: first, to: start, state: 'unknown' },
    ...openingsBetween(start, stop),
    { from: stop, to: end, state: 'unknown' }
  ]
  return openings.map((each) => ({ ...each, from: each.from - offset, to: each.to - offset }))
}

const knownWalls = ({ knownFrom, knownUntil }: SchoolCalendar) => ({
  from: Date.parse(knownFrom),
  to: Date.parse(knownUntil) + DAY_MS
})

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

function stateOf(unknown: boolean, comment: string | undefined): Openness {
  if (comment !== undefined && APPOINTMENT.test(comment)) return 'by_appointment'
  return unknown ? 'unknown' : 'open'
}
