import { type HoursReading, unread } from './reading.ts'

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)'
const NTH = '(?:\\[-?[1-5](?:[-,]-?[1-5])*\\])?'
const DAYS = `${DAY}${NTH}(?:-${DAY})?(?:, ?${DAY}${NTH}(?:-${DAY})?)*`
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const DATE = `(?:\\d{4} )?${MONTH}(?: \\d{1,2})?`
const DATES = `${DATE}(?:-(?:${DATE}|\\d{1,2}))?`
const WEEKS = 'week \\d{1,2}(?:-\\d{1,2}(?:/\\d)?)?(?:,\\d{1,2}(?:-\\d{1,2}(?:/\\d)?)?)*'
const TIME = '(?:[01]\\d|2[0-6]):[0-5]\\d'
const SPAN = `${TIME}(?:-${TIME}\\+?|\\+)`
const TIMES = `${SPAN}(?:, ?${SPAN})*`
const STATE = '(?:off|closed|open|unknown)'
const COMMENT = '"[^"]*"'
const WHEN = `(?:(?:${WEEKS}|${DATES}(?:, ?${DATES})*|${DAYS}):? ?)`
const SAYS = `(?:(?:24/7|${TIMES})(?: ?${STATE})?(?: ?${COMMENT})?|${STATE}(?: ?${COMMENT})?|${COMMENT})`
const VALUE = new RegExp(`^${WHEN}*${SAYS}(?:(?: ?(?:;|\\|\\|) ?${WHEN}*|, ?${WHEN}+)${SAYS})* ?;?$`)

/** An OpenStreetMap value, normalised; anything else is refused with its raw text. */
export function readOsm(raw: string): HoursReading {
  const value = raw.trim()
  if (!VALUE.test(value)) return unread(raw, value || null)
  return { raw, osm: value, confidence: 'exact', leftover: null }
}
