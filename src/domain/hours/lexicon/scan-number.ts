import type { Token } from './token.ts'

// A zero and five pairs of digits are a phone number, whatever separates them.
const PHONE = /0\d(?:[ ./-]{0,2}\d\d){4}(?!\d)/y
const DATE = /(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)/y
// "14/07" is a date after words such as "le"; elsewhere it is a range of hours.
const SHORT_DATE = /(?<=\b(?:le|les|du|au|et) ?|, ?)(\d{1,2})\/(0\d|1[0-2])(?![\d/h]| ?:\d| ?[h-])/y
// "lundis 7/12, 14/12": in a list of the same month, the first is a date too. "05/01, 19/01": no hours end in month 1 to 9.
const LISTED_DATE =
  /(\d{1,2})\/(?:(0[1-9])(?=(?: ?[,;&]| et)(?: le)? ?\d{1,2}\/(?:0\d|1[0-2])(?![\d/h]))|(1[0-2])(?=(?: ?[,;&]| et)(?: le)? ?\d{1,2}\/\3(?![\d/h]| ?:\d| ?[h-])))/y
// "un jeudi sur 2 : 14h-17h": the number after "sur" is a count, not an hour.
const CLOCK = /(?<!\bsur )(\d{1,2}) ?: ?([0-5]\d)(?::00)?(?!\d|:\d| ?h ?\d)(?: ?h(?![a-z0-9]))?/y
const DOTTED = /(\d{1,2})\.([0-5]\d)(?![\d.])(?: ?h(?![a-z0-9]))?/y
const GLUED = /(\d{1,2})h([0-5]\d)(?=\d{1,2}h)/y
// "9h12h" is two times, "13h 30 H" is one: a number that could be an hour and is followed by its own "h" is
// not read as minutes.
const MINUTES =
  /(\d{1,2}) {0,2}(?:heures?|hrs?|h)(?:([3-5]\d)(?!\d)|([0-2]\d)(?!\d| ?h(?![a-z])))(?: ?h(?![a-z0-9]))?/y
// After a space, the next number may be the next hour ("9h 12h", "9h 12"), so only quarter hours are read as
// minutes.
const SPACED_MINUTES =
  /(\d{1,2}) {0,2}(?:heures?|hrs?|h) {1,2}(?:(30|45)(?!\d)|(00|15)(?!\d|[.:]\d| ?(?:h(?![a-z])|:)))(?: ?h(?![a-z0-9]))?/y
// An hour with a single digit of minutes ("16h3") has lost the other digit, so it is not read.
const HOUR = /(\d{1,2}) {0,2}(?:heures?|hrs?|h)(?!\d{3}|\d(?![\dh])|[b-gi-z]|h)/y
const FOUR = /([01]\d|2[0-3])([0-5][05])(?!\d)/y
const YEAR = /((?:19|20)\d\d)(?!\d)/y
const ORDINAL = /([1-5]) ?(?:ers?|ere|e|eme|emes|ieme|iemes|ime|nd|nde)(?![a-z])/y
const NUMBER = /(\d{1,2})(?!\d)/y
const DIGITS = /\d+/y

const at = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position
  return pattern.exec(text)
}

const clock = (found: RegExpExecArray): { kind: 'time'; minutes: number } | { kind: 'unknown' } => {
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? found[3] ?? 0)
  return minutes <= 1440 ? { kind: 'time', minutes } : { kind: 'unknown' }
}

const date = (found: RegExpExecArray): Token | { kind: 'unknown' } | object => {
  const day = Number(found[1])
  const month = Number(found[2] ?? found[3])
  if (day < 1 || day > 31 || month < 1 || month > 12) return { kind: 'unknown' }
  return { kind: 'date', day, month, year: found[2] && found[3] ? Number(found[3]) : null }
}

type Scan = readonly [RegExp, (found: RegExpExecArray) => object]

/** In order: a longer notation is tried before a shorter one with the same beginning. */
const SCANS: readonly Scan[] = [
  [PHONE, () => ({ kind: 'unknown' })],
  [DATE, date],
  [LISTED_DATE, date],
  [CLOCK, clock],
  [DOTTED, clock],
  [GLUED, clock],
  [MINUTES, clock],
  [SPACED_MINUTES, clock],
  [HOUR, clock],
  [SHORT_DATE, date],
  [YEAR, (found) => ({ kind: 'year', year: Number(found[1]) })],
  [FOUR, clock],
  [ORDINAL, (found) => ({ kind: 'ordinal', rank: Number(found[1]) })],
  [NUMBER, (found) => ({ kind: 'number', value: Number(found[1]) })],
  [DIGITS, () => ({ kind: 'unknown' })]
]

/** The time, date, rank or number that begins at a digit of the folded text. */
export function scanNumber(text: string, position: number): Token {
  for (const [pattern, build] of SCANS) {
    const found = at(pattern, text, position)
    if (found) return { ...build(found), start: position, end: position + found[0].length } as Token
  }
  return { kind: 'unknown', start: position, end: position + 1 }
}
