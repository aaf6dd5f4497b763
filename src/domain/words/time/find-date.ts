import type { Token } from '../tokens.ts'
import { MONTHS } from './months.ts'
import type { CalendarDay } from './time-words.ts'

/** Words before a date that is the name of a street: "rue du 11 novembre", "place du 8 mai 1945". */
const BEFORE_A_STREET = new Set([
  'rue',
  'avenue',
  'av',
  'place',
  'boulevard',
  'bd',
  'quai',
  'cours',
  'square',
  'allee',
  'impasse'
])

/**
 * A date: "8 décembre", "1er mars 2027", "December 8". Undefined if there is none, or if it is the name of a
 * street. A number is a day only if a month stands beside it.
 */
export function dateAt(
  tokens: readonly Token[],
  at: number
): { readonly value: CalendarDay; readonly length: number } | undefined {
  if ([1, 2].some((back) => BEFORE_A_STREET.has(textAt(tokens, at - back)))) return undefined
  const [first, second, third] = [textAt(tokens, at), textAt(tokens, at + 1), textAt(tokens, at + 2)]
  const month = MONTHS.get(second) ?? MONTHS.get(first)
  const date = month && dayOf(MONTHS.has(second) ? first : second)
  if (!month || date === undefined || date > month.days) return undefined
  const year = /^20\d\d$/.test(third) ? Number(third) : null
  return { value: { date, month: month.month, year }, length: year === null ? 2 : 3 }
}

const textAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at]
  return token && !token.literal ? token.text : ''
}

function dayOf(text: string): number | undefined {
  const [, day] = /^0?(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(text) ?? []
  return day !== undefined && Number(day) >= 1 ? Number(day) : undefined
}
