import type { Hours, SaidTime, TimeAsked } from '../words.ts'

/** A calendar day, as the number of days since 1 January 1970. */
type Day = number

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

type Range = { readonly from: string; readonly to: string }

/**
 * The time that is meant at `now` (epoch milliseconds) in the time zone `zone` (IANA). For days of the week and for
 * hours without a day, it is the next such time that is not over; hours without a day are on a working day.
 */
export function timeAsked(said: SaidTime, now: number, zone: string): TimeAsked {
  if (said.day === 'now') return { instant: new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS).toISOString() }
  const clock = localTime(now, zone)
  const today: Day = Date.parse(`${clock.slice(0, 10)}T00:00Z`) / DAY_MS
  if (said.day === 'today') return asked(later(rangeOf(today + said.plus, said.hours), clock))
  if (said.day === 'date') return asked(later(rangeOf(dayOf(said, today), said.hours), clock))
  const days = said.day === 'week' ? said.days : WORKING_DAYS
  const isNext = said.day === 'week' && said.next === true
  const next =
    comingDays(isNext ? today + 1 : today).find(
      (day) => days.includes(weekday(day)) && rangeOf(day, said.hours).to > clock
    ) ?? today
  const first = rangeOf(next, said.hours)
  // "le week-end" lasts until Sunday night.
  const last = said.hours ? next : lastOfRun(next, days)
  return asked(later({ from: first.from, to: rangeOf(last, said.hours).to }, clock))
}

/** Without a year, the next such date; 29 February may be years away. */
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

function rangeOf(day: Day, hours: Hours | null): Range {
  const { from, to } = hours ?? { from: '00:00', to: '24:00' }
  return { from: at(day, from), to: to === '24:00' ? at(day + 1, '00:00') : at(day, to) }
}

const at = (day: Day, clock: string): string =>
  `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${clock}`

/** The range without the part that is already over. */
const later = ({ from, to }: Range, clock: string): Range =>
  from < clock && clock < to ? { from: clock, to } : { from, to }

const asked = ({ from, to }: Range): TimeAsked => (from === to ? { local: from } : { from, to })

const formats = new Map<string, Intl.DateTimeFormat>()

/** The time in the zone, as `YYYY-MM-DDTHH:MM`. */
function localTime(now: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  return format.format(now).replace(' ', 'T')
}
