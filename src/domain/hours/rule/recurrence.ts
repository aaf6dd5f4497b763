import { isMark, means, type Token } from '../lexicon/token.ts'
import type { Rule } from './phrase.ts'

const isCount = (token: Token | undefined): boolean =>
  (token?.kind === 'number' && token.value >= 2 && token.value <= 5) ||
  (token?.kind === 'word' && token.meaning.is === 'count')

const isOne = (token: Token | undefined): boolean =>
  means(token, 'article') || (token?.kind === 'number' && token.value <= 4)

/**
 * "un samedi sur deux", "1 mardi sur 3", "un lundi après-midi sur deux", "un samedi par mois", "2 vendredis par
 * mois": the weekday is known, but not in which weeks. The weekday is kept, and the rest becomes a doubt.
 */
export const recurrenceRule: Rule = (tokens, position) => {
  const start = tokens[position]
  const named = tokens[position + 1]
  if (!start || !isOne(start) || named?.kind !== 'word' || named.meaning.is !== 'day') return null
  const part = tokens[position + 2]
  const half = part?.kind === 'word' && part.meaning.is === 'half' ? part.meaning.half : null
  const after = position + (half ? 3 : 2)
  const next = tokens[after]
  const every = means(next, 'on') || isMark(next, '/') ? isCount(tokens[after + 1]) : false
  const end = every ? after + 2 : means(next, 'per', 'of-month') ? after + 1 : 0
  const last = tokens[end - 1]
  if (!last) return null
  return {
    phrase: { is: 'doubt', days: named.meaning.days, half, start: start.start, end: last.end },
    next: end
  }
}

/**
 * A start without an end, or an end without a start: "jusqu'en juin 2022", "à partir du 14/04/2022", "à partir de
 * 18h".
 */
export const validityRule: Rule = (tokens, position) => {
  const start = tokens[position]
  if (!start || !means(start, 'since', 'to')) return null
  let next = position + 1
  let bounds = 0
  let dated = false
  for (; next - position < 6; next++) {
    const token = tokens[next]
    if (token?.kind === 'date' || token?.kind === 'year' || means(token, 'month')) {
      bounds++
      dated = true
    } else if (means(start, 'since') && (token?.kind === 'time' || token?.kind === 'number')) bounds++
    else if (
      !means(token, 'article', 'from', 'month-word') &&
      token?.kind !== 'number' &&
      token?.kind !== 'ordinal'
    )
      break
  }
  const last = tokens[next - 1]
  if (!last || (bounds === 0 && means(start, 'to'))) return null
  const { end } = last
  // Hours that apply until or from a date are uncertain on other dates; a single time limits nothing.
  return dated
    ? { phrase: { is: 'doubt', days: null, half: null, start: start.start, end }, next }
    : { phrase: { is: 'unknown', start: start.start, end }, next }
}

/**
 * "dernier accueil à 16h30", "dernière entrée 30 min avant la fermeture": this changes nothing, because the place
 * stays open until the end of its hours.
 */
export const lastEntryRule: Rule = (tokens, position) => {
  const start = tokens[position]
  if (!start || !means(start, 'last-entry')) return null
  let at = position + 1
  while (means(tokens[at], 'to', 'article', 'during') || isMark(tokens[at], ':')) at++
  const before = [at + 1, at + 2, at + 3].find((index) => means(tokens[index], 'before-closing'))
  if (before === undefined && tokens[at]?.kind !== 'time') return null
  const { end } = tokens[before ?? at] ?? start
  return { phrase: { is: 'neutral', start: start.start, end }, next: (before ?? at) + 1 }
}

/** "samedi 10h-12h (1er et 3ème)": ordinals without their day. */
export const ranksRule: Rule = (tokens, position) => {
  const start = tokens[position]
  let end = position
  for (let next = position; tokens[next]?.kind === 'ordinal' || means(tokens[next], 'ordinal'); ) {
    end = ++next
    if (means(tokens[next], 'and') || isMark(tokens[next], ',')) next++
  }
  const last = tokens[end - 1]
  if (!start || !last || end === position) return null
  return { phrase: { is: 'doubt', days: null, half: null, start: start.start, end: last.end }, next: end }
}
