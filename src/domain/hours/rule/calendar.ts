import { twoDigits } from '../../time.ts'
import { isMark, means, type Token } from '../lexicon/token.ts'
import type { Rule, Scope } from './phrase.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const monthOf = (token: Token | undefined): number | null =>
  token?.kind === 'word' && token.meaning.is === 'month' ? token.meaning.month : null

const nameOf = (month: number): string => MONTHS[month - 1] ?? ''

const scopeRule = (scope: Scope, tokens: readonly Token[], from: number, next: number) => {
  const start = tokens[from]
  const last = tokens[next - 1]
  return start && last
    ? { phrase: { is: 'scope' as const, scope, start: start.start, end: last.end }, next }
    : null
}

const lead = (tokens: readonly Token[], position: number): number => {
  let next = position
  while (
    means(tokens[next], 'during', 'month-word', 'from', 'between', 'article', 'every') &&
    next - position < 3
  )
    next++
  return next
}

/** "juillet-août", "de septembre à juin", "en juillet et août", "le mois d'août". */
export const monthsRule: Rule = (tokens, position) => {
  let next = lead(tokens, position)
  const begin = monthOf(tokens[next])
  if (begin === null) return null
  let text = nameOf(begin)
  next++
  for (;;) {
    // After a range, a slash starts another statement: "de septembre à juin / juillet et août".
    const first = !text.includes('-')
    const range = first && (means(tokens[next], 'to') || isMark(tokens[next], '-'))
    const list =
      means(tokens[next], 'and') || isMark(tokens[next], ',', '&') || (first && isMark(tokens[next], '/'))
    const after = range || list ? lead(tokens, next + 1) : next
    const month = monthOf(tokens[after])
    if (month === null || (!range && !list)) {
      // "août 2024" is a single month, not every August.
      return tokens[next]?.kind === 'year' ? null : scopeRule({ months: text }, tokens, position, next)
    }
    text += `${range ? '-' : ','}${nameOf(month)}`
    next = after + 1
  }
}

type DayOfMonth = {
  readonly day: number
  readonly month: number | null
  readonly year: number | null
  readonly next: number
}

function dayOfMonth(tokens: readonly Token[], position: number): DayOfMonth | null {
  const token = tokens[position]
  if (token?.kind === 'date') {
    return { day: token.day, month: token.month, year: token.year, next: position + 1 }
  }
  const day = token?.kind === 'number' ? token.value : token?.kind === 'ordinal' ? token.rank : 0
  if (day < 1 || day > 31) return null
  const month = monthOf(tokens[position + 1])
  const year = tokens[position + 2]
  if (month !== null && year?.kind === 'year') return { day, month, year: year.year, next: position + 3 }
  return { day, month, year: null, next: position + (month === null ? 1 : 2) }
}

const writeDate = ({ day }: DayOfMonth, month: number, year: number | null): string =>
  `${year === null ? '' : `${year} `}${nameOf(month)} ${twoDigits(day)}`

/** The dates after the first of a list, each with its own month: ", 10 novembre et le mardi 24 novembre". */
function moreDates(tokens: readonly Token[], position: number): readonly DayOfMonth[] {
  const dates: DayOfMonth[] = []
  let next = position
  while (means(tokens[next], 'and') || isMark(tokens[next], ',', '&', '/')) {
    let at = lead(tokens, next + 1)
    if (means(tokens[at], 'day')) at++
    const date = dayOfMonth(tokens, at)
    if (date === null || date.month === null) break
    dates.push(date)
    next = date.next
  }
  return dates
}

/**
 * "le samedi 12 décembre 2026", "mardi 3 novembre, 10 novembre et 24 novembre": the weekday adds nothing. Dates with a
 * year apply in that year only. Without one, a weekday with a date is of one unknown year, and so is the whole list.
 */
export const weekdayDateRule: Rule = (tokens, position) => {
  const start = tokens[position]
  const at = lead(tokens, position)
  const day = tokens[at]
  if (!start || day?.kind !== 'word' || day.meaning.is !== 'day' || day.meaning.days.length !== 1) return null
  const date = dayOfMonth(tokens, at + 1)
  if (date === null || date.month === null) return null
  const dates = [date, ...moreDates(tokens, date.next)]
  const next = dates.at(-1)?.next ?? date.next
  // "mardi 3 novembre et 10 novembre 2026": the year stands behind the last date.
  const years = dates.map(
    (one, index) => one.year ?? dates.slice(index).find(({ year }) => year)?.year ?? null
  )
  if (years.every((year) => year !== null)) {
    const list = dates.map((one, index) => writeDate(one, one.month ?? 1, years[index] ?? null)).join(',')
    return scopeRule({ dates: list }, tokens, position, next)
  }
  const end = tokens[next - 1]?.end ?? start.end
  return { phrase: { is: 'doubt', days: null, half: null, start: start.start, end }, next }
}

/** "les 1, 8 et 15 décembre": the dates of a list whose month follows the last date. */
export const dateListRule: Rule = (tokens, position) => {
  const dates: DayOfMonth[] = []
  let next = lead(tokens, position)
  for (let date = dayOfMonth(tokens, next); date; date = dayOfMonth(tokens, next)) {
    dates.push(date)
    next = date.next
    if (date.month !== null || !(means(tokens[next], 'and') || isMark(tokens[next], ',', '&'))) break
    next = lead(tokens, next + 1)
  }
  const last = dates.at(-1)
  const month = last?.month ?? null
  if (last === undefined || month === null || dates.length < 2) return null
  const list = dates.map((date) => writeDate(date, month, last.year)).join(',')
  return scopeRule({ dates: list }, tokens, position, last.next)
}

/** "le 14/07", "le 15 août", "du 1er au 15 août", "du 24 au 31 décembre". */
export const datesRule: Rule = (tokens, position) => {
  const from = dayOfMonth(tokens, lead(tokens, position))
  if (!from) return null
  const link = tokens[from.next]
  // "entre le 15/07 et le 15/08" is a range; "le 15/07 et le 15/08" are two days.
  const between = means(tokens[position], 'between') && means(link, 'and')
  const after = between && means(tokens[from.next + 1], 'article') ? from.next + 2 : from.next + 1
  const to = between || means(link, 'to') || isMark(link, '-') ? dayOfMonth(tokens, after) : null
  const last = to?.month ?? null
  if (to === null || last === null) {
    if (from.month === null) return null
    return scopeRule({ dates: writeDate(from, from.month, from.year) }, tokens, position, from.next)
  }
  const first = from.month ?? last
  const begin = writeDate(from, first, from.year ?? to.year)
  const other = to.year !== null && from.year !== null && to.year !== from.year
  const end = first === last && !other ? twoDigits(to.day) : writeDate(to, last, other ? to.year : null)
  return scopeRule({ dates: `${begin}-${end}` }, tokens, position, to.next)
}

/** "semaine paire", "hors vacances scolaires", "pendant les vacances", "sauf jours fériés". */
export const periodRule: Rule = (tokens, position) => {
  const token = tokens[position]
  if (token?.kind === 'word' && token.meaning.is === 'weeks') {
    return scopeRule({ weeks: token.meaning.parity }, tokens, position, position + 1)
  }
  let next = position
  const outside = means(tokens[next], 'except')
  if (outside) next++
  while (means(tokens[next], 'during', 'article', 'every', 'from', 'to') && next - position < 4) next++
  const named = tokens[next]
  const side = outside ? 'out' : 'in'
  if (means(named, 'school')) return scopeRule({ school: side }, tokens, position, next + 1)
  if (means(named, 'term') && !outside) return scopeRule({ school: 'out' }, tokens, position, next + 1)
  if (means(named, 'public-holidays')) return scopeRule({ publicHolidays: side }, tokens, position, next + 1)
  return null
}
