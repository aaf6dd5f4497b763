import { DAY_MS } from '../time.ts'
import type { Opening } from './opening.ts'
import { publicHolidayMidnights } from './public-holidays.ts'

const COMMENTS = /"[^"]*"/g
const PUBLIC_HOLIDAYS = /\bPH\b/i
/** A rule for every hour of every day. */
const ALWAYS = /^(?:24\/7|(?:Mo-Su )?00:00-24:00)\b/

/**
 * Whether the hours leave open what happens on public holidays: no rule mentions them, and the place is not open day
 * and night. Of 8 388 real places with hours, 16 mention them, although most are closed then.
 */
export function leavesHolidaysOpen(osm: string): boolean {
  const rules = osm.replaceAll(COMMENTS, '')
  return !PUBLIC_HOLIDAYS.test(rules) && !rules.split(';').some((rule) => ALWAYS.test(rule.trim()))
}

/**
 * Openings in local time, as if it were UTC, whose state is unknown on the public holidays of the area. A place that
 * is closed on that weekday stays closed, and a rule for the date itself ("Nov 11 10:00-12:00") is certain.
 */
export function unsureOnHolidays(
  openings: readonly Opening[],
  { osm, area }: { readonly osm: string; readonly area: string }
): readonly Opening[] {
  const isNamed = datesIn(osm)
  return openings.flatMap((opening) => {
    const days = midnightsWithin(opening).filter(
      (midnight) =>
        publicHolidayMidnights(area, new Date(midnight).getUTCFullYear()).has(midnight) && !isNamed(midnight)
    )
    return days.length === 0 ? [opening] : unsureOn(opening, days)
  })
}

function midnightsWithin({ from, to }: Opening): readonly number[] {
  const first = Math.floor(from / DAY_MS)
  return Array.from({ length: Math.ceil(to / DAY_MS) - first }, (_, day) => (first + day) * DAY_MS)
}

/** Splits an opening: the pieces on these days are unknown. */
function unsureOn(opening: Opening, days: readonly number[]): readonly Opening[] {
  const pieces: Opening[] = []
  let at = opening.from
  for (const midnight of days) {
    const [from, to] = [Math.max(midnight, opening.from), Math.min(midnight + DAY_MS, opening.to)]
    pieces.push({ ...opening, from: at, to: from }, { from, to, state: 'unknown' })
    at = to
  }
  return [...pieces, { ...opening, from: at }]
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A single date, not the beginning or end of a season. */
const DATE = new RegExp(
  `(?<!-\\s?(?:\\d{4} )?)(?:\\b(\\d{4}) )?\\b(${MONTHS.join('|')}) (\\d{2})\\b(?!\\s?-)`,
  'g'
)

/** Whether a rule of the value names the date of a midnight. */
function datesIn(osm: string): (midnight: number) => boolean {
  const named = [...osm.replaceAll(COMMENTS, '').matchAll(DATE)].map(([, year, month = '', day]) => ({
    year: year === undefined ? null : Number(year),
    month: MONTHS.indexOf(month),
    day: Number(day)
  }))
  return (midnight) => {
    const date = new Date(midnight)
    return named.some(
      ({ year, month, day }) =>
        month === date.getUTCMonth() &&
        day === date.getUTCDate() &&
        (year === null || year === date.getUTCFullYear())
    )
  }
}
