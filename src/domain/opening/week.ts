import { DAY_MS, MINUTE_MS } from '../time.ts'
import type { Opening, Openness } from './opening.ts'
import { dayOf, type PublicHoliday, publicHolidaysOf } from './public-holidays.ts'
import { holidaysOf } from './schedule-key.ts'
import type { SchoolCalendar, SchoolCalendars } from './school-calendar.ts'
import { stretches, wallClock } from './wall-clock.ts'

/** An open period of a day, in minutes from the start of the day; times after the next midnight are above 1440. */
export type Span = { readonly from: number; readonly to: number; readonly state: Openness }

export type DayOfWeek = {
  /** Local date at the place, `YYYY-MM-DD`. */
  readonly date: string
  readonly spans: readonly Span[]
  /** A public holiday, or school holidays if they change the hours. */
  readonly holiday: Named | null
  /** Whether the hours differ from the usual ones on this weekday. */
  readonly exception: boolean
  /** Set on a public holiday if it is not known whether the hours apply on it. */
  readonly callFirst?: true
}

type Named = Pick<PublicHoliday, 'fr' | 'en'>

/** Seven days, starting today. */
export type Week = readonly DayOfWeek[]

/** A schedule with all its known openings. */
export type KnownOpenings = {
  readonly zone: string
  readonly calendar: string
  readonly openings: readonly Opening[]
  readonly until: number
}

const DAY = 24 * 60
/** In minutes: an opening that ends by this time of night belongs to the day before, on which it started. */
const NIGHT_ENDS = 6 * 60

export function weekOf(
  { zone, calendar, openings, until }: KnownOpenings,
  schools: SchoolCalendars,
  now: number
): Week {
  const wallOf = wallsOf(zone, openings, until)
  const walls = byDay(openings.map(({ from, to, state }) => ({ from: wallOf(from), to: wallOf(to), state })))
  const today = Math.floor(wallClock(zone, now) / DAY_MS) * DAY_MS
  const known = Math.max(7, Math.floor((wallClock(zone, until) - today) / DAY_MS))
  const days = Array.from({ length: known }, (_, index) => today + index * DAY_MS).map((midnight) => ({
    midnight,
    spans: spansOf(walls.get(midnight) ?? [], midnight)
  }))
  const usual = usualHours(days)
  const { area, school } = holidaysOf(calendar) ?? { area: null, school: 'none' }
  const off = school === 'none' || school === 'unknown' ? undefined : schools.get(school)
  return days.slice(0, 7).map(({ midnight, spans }) => {
    const date = new Date(midnight).toISOString().slice(0, 10)
    const asUsual = usual.get(new Date(midnight).getUTCDay())
    const exception = asUsual !== undefined && asUsual !== JSON.stringify(spans)
    const publicHoliday = area === null ? null : holidayOn(area, date)
    const holiday = publicHoliday ?? (exception ? schoolHolidayOn(off, date) : null)
    const isUnsure = spans.length > 0 && spans.every(({ state }) => state === 'unknown')
    return { date, spans, holiday, exception, ...(publicHoliday && isUnsure && { callFirst: true }) }
  })
}

/**
 * Returns the conversion of instants to local time. It looks up the offset once per clock change, because looking it
 * up once per opening took a millisecond per week.
 */
function wallsOf(zone: string, openings: readonly Opening[], until: number): (instant: number) => number {
  const parts = stretches(zone, openings[0]?.from ?? until, (openings.at(-1)?.to ?? until) + MINUTE_MS)
  return (instant) => {
    const part = parts.find(({ to }) => instant < to) ?? parts.at(-1)
    return part ? instant + part.offset : wallClock(zone, instant)
  }
}

/**
 * Indexes the openings by the days that they touch: scanning all openings for each day took as long as the rest of
 * `weekOf`.
 */
function byDay(walls: readonly Opening[]): ReadonlyMap<number, readonly Opening[]> {
  const days = new Map<number, Opening[]>()
  for (const wall of walls) {
    for (let midnight = Math.floor(wall.from / DAY_MS) * DAY_MS; midnight < wall.to; midnight += DAY_MS) {
      const known = days.get(midnight)
      if (known) known.push(wall)
      else days.set(midnight, [wall])
    }
  }
  return days
}

/** The open periods of a day in local time. */
function spansOf(walls: readonly Opening[], midnight: number): readonly Span[] {
  return walls.flatMap(({ from, to, state }) => {
    const [start, end] = [(from - midnight) / MINUTE_MS, (to - midnight) / MINUTE_MS]
    const isOfYesterday = start < 0 && start > -DAY && end <= NIGHT_ENDS
    if (start >= DAY || end <= 0 || isOfYesterday) return []
    const goesOn = start > 0 && end <= DAY + NIGHT_ENDS ? end : Math.min(end, DAY)
    return [{ from: Math.max(0, start), to: goesOn, state }]
  })
}

type KnownDay = { readonly midnight: number; readonly spans: readonly Span[] }

/**
 * The usual hours of each weekday: the hours that at least two thirds of the known weeks have. A weekday has no usual
 * hours if the weeks alternate, but Fridays still have them if two of the Fridays are Christmas and New Year.
 */
function usualHours(days: readonly KnownDay[]): ReadonlyMap<number, string> {
  const usual = new Map<number, string>()
  for (let day = 0; day < 7; day++) {
    const hours = days
      .filter(({ midnight }) => new Date(midnight).getUTCDay() === day)
      .map(({ spans }) => JSON.stringify(spans))
    const most = hours.find(
      (each) => hours.filter((other) => other === each).length >= (hours.length * 2) / 3
    )
    if (most !== undefined) usual.set(day, most)
  }
  return usual
}

const holidayOn = (area: string, date: string): Named | null =>
  publicHolidaysOf(area).find((holiday) => dayOf(holiday, Number(date.slice(0, 4))) === date) ?? null

/** The school holidays on a date, under the ministry's French name; the ministry gives no English one. */
function schoolHolidayOn(school: SchoolCalendar | undefined, date: string): Named | null {
  const found = school?.holidays.find(({ first, last }) => first <= date && date <= last)
  return found ? { fr: found.name[0]?.toLowerCase() + found.name.slice(1), en: 'school holidays' } : null
}
