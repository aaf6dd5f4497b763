import { readHours as readFrenchHours } from '../../domain/hours/read-hours.ts'
import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/opening-hours.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import type { RowReader } from '../row.ts'
import { hoursOf } from './french-hours.ts'

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
// Only what begins with days or dates may follow a comma: a comma before times or days belongs to their list, and
// if it could be both, a long list with an error at its end would take for ever.
const VALUE = new RegExp(`^${WHEN}*${SAYS}(?:(?: ?(?:;|\\|\\|) ?${WHEN}*|, ?${WHEN}+)${SAYS})* ?;?$`)

/**
 * Whether a text is written in the part of OpenStreetMap's `opening_hours` language that French directories use.
 * Only the writing is looked at: it keeps prose such as "Lundi : 9h-12h" out of a field that programs evaluate.
 */
export const looksLikeOsmHours = (value: string): boolean => VALUE.test(value)

/**
 * Opening hours, whatever their column promises. What is written in OpenStreetMap's language is the hours to the
 * letter, hence `exact`; French is read as far as it can be, and kept for people to read.
 */
export function readHours(row: RowReader, columns: readonly string[], timezone: string): OpeningHours {
  const cell = row.cell(columns, PARAGRAPHS)
  if (cell === null) return UNKNOWN_HOURS(timezone)
  const { column, value: raw } = cell
  if (looksLikeOsmHours(raw)) return { osm: raw, raw, confidence: 'exact', timezone }
  return hoursOf(row, column, readFrenchHours(raw), timezone)
}
