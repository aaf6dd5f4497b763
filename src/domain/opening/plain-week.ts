import { DAY_MS, MINUTE_MS } from '../time.ts'
import { publicHolidayMidnights } from './public-holidays.ts'
import type { SchoolCalendar } from './school-calendar.ts'

/*
 * Most values contain only weekdays, their hours and holidays: "Mo-Fr 09:00-12:00,14:00-18:00; PH,SH off".
 * These are evaluated here. The library takes thirty times as long for the eight weeks that we store, which
 * was a quarter of the computing time of a first import of 20 000 records. A test compares the two.
 */

/**
 * The hours of some days, in minutes from midnight, in order, none after the end of the day. No hours means
 * closed.
 */
type PlainRule = {
  /** 0 is Monday. */
  readonly days: ReadonlySet<number>
  readonly onPublicHolidays: boolean
  readonly onSchoolHolidays: boolean
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const DAY = `(?:${DAYS.join('|')})`
const WHEN = `(?:${DAY}(?:-${DAY})?|PH|SH)`
const CLOCK = '(?:[01]\\d|2[0-4]):[0-5]\\d'
const RULE = new RegExp(`^(${WHEN}(?:,${WHEN})*) (off|${CLOCK}-${CLOCK}(?:,${CLOCK}-${CLOCK})*)$`)

/**
 * The rules of a value; for each day, the last rule that applies wins. Null if the value contains anything
 * else.
 */
export function plainRules(osm: string): readonly PlainRule[] | null {
  const rules: PlainRule[] = []
  for (const text of osm.split(';')) {
    const rule = plainRule(text.trim())
    if (rule === null) return null
    rules.push(rule)
  }
  return rules
}

function plainRule(text: string): PlainRule | null {
  const [, when = '', hours = ''] = RULE.exec(text) ?? []
  if (when === '') return null
  const spans = hours === 'off' ? [] : hours.split(',').map(spanOf)
  // Hours past midnight, or overlapping ones, are left to the library.
  const areInOrder = spans.every(({ from, to }, nth) => from < to && from >= (spans[nth - 1]?.to ?? 0))
  if (!areInOrder || (spans.at(-1)?.to ?? 0) > DAY_MINUTES) return null
  const named = when.split(',')
  return {
    days: new Set(named.flatMap(daysOf)),
    onPublicHolidays: named.includes('PH'),
    onSchoolHolidays: named.includes('SH'),
    spans
  }
}

const DAY_MINUTES = 24 * 60

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const spanOf = (span: string): { readonly from: number; readonly to: number } => ({
  from: minutesOf(span.slice(0, 5)),
  to: minutesOf(span.slice(6))
})

/** The days of a name or range, 0 is Monday. `Sa-Mo` wraps around the end of the week. */
function daysOf(named: string): readonly number[] {
  if (named === 'PH' || named === 'SH') return []
  const first = DAYS.indexOf(named.slice(0, 2))
  const last = DAYS.indexOf(named.slice(-2))
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7)
}

/** A period in local time, in milliseconds as if local time were UTC; the end is exclusive. */
export type Wall = { readonly from: number; readonly to: number }

/**
 * The holidays that apply at a place: the public holidays of an area, and the school holidays if the value
 * depends on them.
 */
export type HolidaysThere = { readonly area: string; readonly school: SchoolCalendar | undefined }

/** The openings between two local times, computed day by day. */
export function plainOpenings(
  rules: readonly PlainRule[],
  { area, school }: HolidaysThere,
  { from, to }: Wall
): readonly Wall[] {
  const openings: Wall[] = []
  for (let midnight = Math.floor(from / DAY_MS) * DAY_MS; midnight < to; midnight += DAY_MS) {
    const date = new Date(midnight)
    const day = (date.getUTCDay() + 6) % 7
    const isPublic = publicHolidayMidnights(area, date.getUTCFullYear()).has(midnight)
    const rule = rules.findLast(
      ({ days, onPublicHolidays, onSchoolHolidays }) =>
        days.has(day) || (onPublicHolidays && isPublic) || (onSchoolHolidays && isOff(school, date))
    )
    for (const span of rule?.spans ?? []) {
      const opens = Math.max(from, midnight + span.from * MINUTE_MS)
      const closes = Math.min(to, midnight + span.to * MINUTE_MS)
      if (opens < closes) openings.push({ from: opens, to: closes })
    }
  }
  return openings
}

function isOff(school: SchoolCalendar | undefined, date: Date): boolean {
  const day = date.toISOString().slice(0, 10)
  return school?.holidays.some(({ first, last }) => first <= day && day <= last) ?? false
}
