import { DAY_MS } from '../time.ts'
import type { SchoolCalendar, SchoolHoliday } from './school-calendar.ts'
import { SCHOOL_ZONES, type SchoolZone } from './school-zones.ts'
import { wallClock } from './wall-clock.ts'

/** A line of the ministry's dataset `fr-en-calendrier-scolaire`. */
type Line = {
  readonly description: string
  readonly population: string
  readonly start_date: string
  readonly end_date: string
  readonly zones: string
}

export type ReadCalendars = {
  readonly calendars: readonly SchoolCalendar[]
  /** Zones in the file that this program does not know. */
  readonly unknownZones: readonly string[]
}

/**
 * Reads the calendars from the ministry's file, which lists each zone once per academy. Lines for teachers,
 * and for islands that differ from their academy, are ignored.
 */
export function readSchoolCalendars(file: unknown): ReadCalendars {
  const lines = (Array.isArray(file) ? file : [])
    .flatMap(readLine)
    .filter(({ population }) => PUPILS.test(population))
  const unknown = new Set<string>()
  const byZone = new Map<SchoolZone, Line[]>()
  for (const line of lines) {
    const zone = zoneOf(line.zones)
    if (zone === undefined) unknown.add(line.zones)
    else byZone.set(zone, [...(byZone.get(zone) ?? []), line])
  }
  const calendars = [...byZone].flatMap(([zone, of]) => calendarOf(zone, of))
  return { calendars, unknownZones: [...unknown] }
}

const PUPILS = /^(?:-|)$|^[eé]l[eè]ves$/i

function readLine(line: unknown): readonly Line[] {
  const { description, population, start_date, end_date, zones } = Object(line)
  const texts = { description, population: population ?? '', start_date, end_date, zones }
  const whole = Object.values(texts).every((value) => typeof value === 'string')
  return whole && [start_date, end_date].every((at) => !Number.isNaN(Date.parse(at))) ? [texts] : []
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')

const zoneOf = (name: string): SchoolZone | undefined => {
  const folded = fold(name).replace(/^zone-|^la-/, '')
  return SCHOOL_ZONES.find((zone) => fold(zone) === folded)
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Instants are midnight in Paris for all zones, so their UTC date is the day before. */
const dayOf = (instant: string): string =>
  new Date(wallClock('Europe/Paris', Date.parse(instant))).toISOString().slice(0, 10)

/**
 * School ends after the lessons of the first day given and starts again on the last day; a "pont" has no
 * lessons on its first day.
 */
function holidayOf({ description, start_date, end_date }: Line): SchoolHoliday {
  const [start, end] = [dayOf(start_date), dayOf(end_date)]
  const first = /^pont/i.test(description) ? start : dayAfter(start, 1)
  return { name: description, first, last: dayAfter(end, -1) }
}

function calendarOf(zone: SchoolZone, lines: readonly Line[]): readonly SchoolCalendar[] {
  const read = new Map(lines.map(holidayOf).map((each) => [`${each.first} ${each.last}`, each]))
  const sorted = [...read.values()].sort((one, other) => (one.first < other.first ? -1 : 1))
  const holidays = sorted.filter(({ first, last }) => first <= last)
  // "Début des vacances d’été" is a holiday whose end has not been published yet.
  const endless = sorted.find(
    ({ first, last }) => first > last && !holidays.some((each) => isSameBeginning(each.first, first))
  )
  const known = endless ? holidays.filter(({ first }) => first < endless.first) : holidays
  const [begin, end] = [known[0]?.first, endless ? dayAfter(endless.first, -1) : known.at(-1)?.last]
  return begin === undefined || end === undefined
    ? []
    : [{ zone, holidays: known, knownFrom: begin, knownUntil: end }]
}

/**
 * Whether two dates are the beginning of the same holidays: the holidays of pupils and teachers start a day or so
 * apart.
 */
const isSameBeginning = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= 3 * DAY_MS
