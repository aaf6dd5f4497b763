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

const WHEN = `(?:(?:${WEEKS}|${DATES}(?:, ?${DATES})*|${DAYS}):? ?)*`
const RULE = `(?=\\S)${WHEN}(?:24/7|${TIMES})?(?: ?${STATE})?(?: ?${COMMENT})?`
const VALUE = new RegExp(`^${RULE}(?:(?:; ?| ?\\|\\| ?|, ?)${RULE})*;?$`)

/**
 * Whether a text is written in the part of OpenStreetMap's `opening_hours` language that French directories use.
 * Only the writing is looked at: it keeps prose such as "Lundi : 9h-12h" out of a field that programs evaluate.
 */
export const looksLikeOsmHours = (value: string): boolean =>
  VALUE.test(value) && /\d\d:\d\d|24\/7|off|closed|open|unknown/.test(value)
