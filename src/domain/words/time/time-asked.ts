import type { Between, Hours, SaidTime, TimeAsked } from '../words.ts'

/** A calendar day, as the number of days since 1 January 1970. */
type Day = number

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * The time that is meant at `now` (epoch milliseconds) in the time zone `zone` (IANA). For days of the week, it is the
 * next such time that is not over. Hours without a day are on a working day, and not today if they began an hour ago:
 * at 21:00, "après 18h" asks for another evening, because no place opens any more.
 */
export function timeAsked(said: SaidTime, now: number, zone: string): TimeAsked {
  if (said.day === 'now') return { instant: new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS).toISOString() }
  const clock = localTime(now, zone)
  const today: Day = Date.parse(`${clock.slice(0, 10)}T00:00Z`) / DAY_MS
  if (said.day === 'today') return asked(today + said.plus, said.hours, clock)
  if (said.day === 'date') return asked(dayOf(said, today), said.hours, clock)
  const days = said.day === 'week' ? said.days : WORKING_DAYS
  const isNext = said.day === 'week' && said.next === true
  const next =
    comingDays(isNext ? today + 1 : today).find(
      (day) => days.includes(weekday(day)) && lastChance(rangeOf(day, said.hours), said.day === 'any') > clock
    ) ?? today
  // "le week-end" lasts until Sunday night.
  return asked(next, said.hours, clock, said.hours ? next : lastOfRun(next, days))
}

/** Until when this range can be meant: to its end or, on any day, for its first hour. */
function lastChance({ from, to }: Between, onAnyDay: boolean): string {
  if (!onAnyDay || from === to) return to
  const hourLater = new Date(Date.parse(`${from}Z`) + 3_600_000).toISOString().slice(0, 16)
  return hourLater < to ? hourLater : to
}

/** The day of a date. Without a year, it is the next such day; 29 February may be years away. */
function dayOf({ year, month, date }: Extract<SaidTime, { day: 'date' }>, today: Day): Day {
  const first = new Date(today * DAY_MS).getUTCFullYear()
  const years = year === null ? Array.from({ length: 9 }, (_, plus) => first + plus) : [year]
  const days = years.map((each) => new Date(Date.UTC(each, month - 1, date)))
  const exists = days.filter((day) => day.getUTCDate() === date).map((day) => day.getTime() / DAY_MS)
  return exists.find((day) => day >= today) ?? exists[0] ?? today
}

const WORKING_DAYS = [1, 2, 3, 4, 5]

const comingDays = (today: Day): readonly Day[] => Array.from({ length: 8 }, (_, plus) => today + plus)

/** 1 is Monday, as 1 January 1970 was a Thursday. */
const weekday = (day: Day): number => ((day + 3) % 7) + 1

function lastOfRun(first: Day, days: readonly number[]): Day {
  let last = first
  while (last < first + 6 && days.includes(weekday(last + 1))) last++
  return last
}

function rangeOf(day: Day, hours: Between | null): Between {
  const { from, to } = hours ?? { from: '00:00', to: '24:00' }
  return { from: at(day, from), to: to === '24:00' ? at(day + 1, '00:00') : at(day, to) }
}

const at = (day: Day, clock: string): string =>
  `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${clock}`

/** The range without the part that is already over. */
const later = ({ from, to }: Between, clock: string): Between =>
  from < clock && clock < to ? { from: clock, to } : { from, to }

function asked(day: Day, hours: Hours | null, clock: string, last = day): TimeAsked {
  const between = (of: Between | null) =>
    later({ from: rangeOf(day, of).from, to: rangeOf(last, of).to }, clock)
  const { from, to } = between(hours)
  if (from === to) return { local: from }
  const core = hours?.core && between(hours.core)
  // If only the rest of the hours is left, all of it counts.
  return core && core.from >= from && core.to > core.from && core.to > clock
    ? { from, to, core }
    : { from, to }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The time in the zone, as `YYYY-MM-DDTHH:MM`. */
function localTime(now: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  return format.format(now).replace(' ', 'T')
}
