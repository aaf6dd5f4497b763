import { publicAreaOf } from './public-holidays.ts'
import { SCHOOL_ZONES, type SchoolZone, schoolZoneOf } from './school-zones.ts'

/** All that decides when a place is open. Places that share it share one schedule, computed once. */
export type ScheduleKey = {
  /** OpenStreetMap `opening_hours`. */
  readonly osm: string
  /** IANA time zone. */
  readonly zone: string
  /** Which holidays it goes by; '' where it mentions none, so that all of France shares it. */
  readonly calendar: string
}

/** What of a place decides when it is open. */
export type SaidHours = {
  readonly opening_hours: { readonly osm: string | null; readonly timezone: string }
  readonly address: { readonly department: string | null; readonly country: string }
}

/** Null where the source says no hours that could be read. */
export function scheduleKeyOf({
  opening_hours: { osm, timezone },
  address: { department, country }
}: SaidHours): ScheduleKey | null {
  if (osm === null) return null
  return { osm, zone: timezone, calendar: calendarOf(osm, department, country) }
}

/** Abroad the holidays are others, which nothing here knows. */
const ABROAD = 'abroad'

function calendarOf(osm: string, department: string | null, country: string): string {
  const rules = osm.replaceAll(/"[^"]*"/g, '')
  const [pub, school] = [/\bPH\b/i.test(rules), /\bSH\b/i.test(rules)]
  if (!pub && !school) return ''
  if (country !== 'FR') return ABROAD
  const area = pub ? publicAreaOf(department) : ''
  return school ? `${area}/${schoolZoneOf(department) ?? 'nowhere'}` : area
}

/** What a calendar's name stands for; null where its holidays are not known. */
type Holidays = { readonly area: string; readonly school: SchoolZone | 'none' | 'unknown' }

export function holidaysOf(calendar: string): Holidays | null {
  if (calendar === ABROAD) return null
  const [area = '', zone] = calendar.split('/')
  const school = zone === undefined ? 'none' : (SCHOOL_ZONES.find((known) => known === zone) ?? 'unknown')
  return { area: area || 'metropole', school }
}
