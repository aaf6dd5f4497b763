import type { Token } from '../tokens.ts'
import type { Hours } from '../words.ts'

type Clock = { readonly text: string; readonly length: number }

/** The hours between which people look for help. */
const EARLIEST = '06:00'
const LATEST = '22:00'

/**
 * Times of day: "à 18h", "après 18h30", "de 14h à 16h", "after 6pm". A number is a time only after such a word or
 * after a day: "cours de 2h" is not a time.
 */
export function hoursAt(
  tokens: readonly Token[],
  at: number,
  behindDay: boolean
): { readonly value: Hours; readonly length: number } | undefined {
  const [first = '', second = ''] = [textAt(tokens, at), textAt(tokens, at + 1)]
  const skip = first === 'jusqu' && second === 'a' ? 2 : BEFORE.has(first) ? 1 : 0
  if (skip === 0 && !behindDay) return undefined
  const from = clockAt(tokens, at + skip)
  if (!from) return undefined
  const till = textAt(tokens, at + skip + from.length)
  const to = TILL.has(till) ? clockAt(tokens, at + skip + from.length + 1) : undefined
  if (to && from.text < to.text)
    return { value: { from: from.text, to: to.text }, length: skip + from.length + 1 + to.length }
  // "de 18h" alone says how long, or since when.
  if (first === 'de' || first === 'entre' || first === 'between') return undefined
  return { value: oneSided(first, from.text), length: skip + from.length }
}

const BEFORE = new Set(
  'a at vers des apres after avant before until de entre between from a partir'.split(' ')
)
const TILL = new Set(['a', 'et', 'to', 'and', 'until', 'till'])

/**
 * The hours that a single time means after a word. "dès 8h": open at 8. "après 18h": open at some time after 18.
 * "jusqu'à 19h": still open shortly before 19; a place that closes at 18 is not meant.
 */
function oneSided(before: string, clock: string): Hours {
  if (['apres', 'after', 'from'].includes(before))
    return { from: clock, to: clock < LATEST ? LATEST : '24:00' }
  if (before === 'jusqu' || before === 'until') return { from: shortlyBefore(clock), to: clock }
  if (before === 'avant' || before === 'before')
    return { from: clock > EARLIEST ? EARLIEST : '00:00', to: clock }
  return { from: clock, to: clock }
}

/** A quarter of an hour before; at midnight, the hours cannot begin on the day before. */
function shortlyBefore(clock: string): string {
  const minutes = Math.max(0, 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3)) - 15)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const textAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at]
  return token && !token.literal ? token.text : ''
}

/** Reads "18h", "18h30", "18 h 30", "6pm" or "6 pm" as `HH:MM`. */
function clockAt(tokens: readonly Token[], at: number): Clock | undefined {
  const text = textAt(tokens, at)
  const joined = /^(\d{1,2})(h|am|pm|heures?)(\d{2})?$/.exec(text)
  if (joined) return clock(joined[1], joined[2], joined[3], 1)
  if (!/^\d{1,2}$/.test(text)) return undefined
  const unit = textAt(tokens, at + 1)
  const apart = /^(h|am|pm|heures?)(\d{2})?$/.exec(unit)
  if (!apart) return undefined
  const minutes = apart[2] ?? (/^[0-5]\d$/.test(textAt(tokens, at + 2)) ? textAt(tokens, at + 2) : undefined)
  return clock(text, apart[1], minutes, apart[2] === undefined && minutes !== undefined ? 3 : 2)
}

function clock(hour = '', unit = '', minutes = '00', length: number): Clock | undefined {
  const said = Number(hour)
  const hours = unit === 'pm' && said < 12 ? said + 12 : unit === 'am' && said === 12 ? 0 : said
  if (hours > 23 || Number(minutes) > 59) return undefined
  return { text: `${String(hours).padStart(2, '0')}:${minutes}`, length }
}
