import { publicAreaOf } from './public-holidays.ts'
import { SCHOOL_ZONES, type SchoolZone, schoolZoneOf } from './school-zones.ts'

/**
 * Everything that determines when a place is open. Places with the same key share one schedule, which is
 * computed once.
 */
export type ScheduleKey = {
  /** OpenStreetMap `opening_hours`. */
  readonly osm: string
  /** IANA time zone. */
  readonly zone: string
  /**
   * The calendar of holidays on which the hours depend. In France, hours that mention no holidays depend on the
   * public ones too, because it is not known whether the hours apply on them. '' abroad, if the hours mention no
   * holidays.
   */
  readonly calendar: string
}

/** The parts of a place that determine when it is open. */
export type HoursOfPlace = {
  readonly opening_hours: { readonly osm: string | null; readonly timezone: string }
  readonly address: { readonly department: string | null; readonly country: string }
}

/** The schedule key of a place; null if the source has no hours that could be read. */
export function scheduleKeyOf({
  opening_hours: { osm, timezone },
  address: { department, country }
}: HoursOfPlace): ScheduleKey | null {
  if (osm === null) return null
  return { osm, zone: timezone, calendar: calendarOf(osm, department, country) }
}

/** The calendar of places outside France, because holidays abroad are not known here. */
const ABROAD = 'abroad'

function calendarOf(osm: string, department: string | null, country: string): string {
  const rules = osm.replaceAll(/"[^"]*"/g, '')
  const [pub, school] = [/\bPH\b/i.test(rules), /\bSH\b/i.test(rules)]
  if (country !== 'FR') return pub || school ? ABROAD : ''
  const area = publicAreaOf(department)
  return school ? `${area}/${schoolZoneOf(department) ?? 'nowhere'}` : area
}

type Holidays = {
  /** The area whose public holidays apply; null if none do, because they are not known and not needed. */
  readonly area: string | null
  readonly school: SchoolZone | 'none' | 'unknown'
}

/** The holidays that a calendar name stands for; null if they are needed and not known. */
export function holidaysOf(calendar: string): Holidays | null {
  if (calendar === ABROAD) return null
  const [area = '', zone] = calendar.split('/')
  const school = zone === undefined ? 'none' : (SCHOOL_ZONES.find((known) => known === zone) ?? 'unknown')
  return { area: area || null, school }
}
