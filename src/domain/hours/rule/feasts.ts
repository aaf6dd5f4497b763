import { means, type Token } from '../lexicon/token.ts'
import type { DayRank } from '../reading.ts'
import type { Rule } from './phrase.ts'

/** Movable feasts: their weekday, their name, and their distance from Easter in days. */
const FEASTS: readonly (readonly [day: DayRank, name: string, distance: number])[] = [
  [1, 'gras', -47],
  [2, 'cendres', -46],
  [6, 'rameaux', -7],
  [3, 'saint', -3],
  [4, 'saint', -2],
  [5, 'saint', -1],
  [6, 'paques', 0],
  [0, 'paques', 1],
  [3, 'ascension', 39],
  [6, 'pentecote', 49],
  [0, 'pentecote', 50]
]

const writeDistance = (days: number): string => {
  if (days === 0) return 'easter'
  return `easter ${days < 0 ? '-' : '+'}${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`
}

const ARTICLES = ['article', 'every', 'from'] as const

const skip = (tokens: readonly Token[], position: number): number => {
  let next = position
  while (means(tokens[next], ...ARTICLES) && next - position < 3) next++
  return next
}

/** "le lundi de Pâques", "jeudi de l'Ascension", "Mardi gras": one day of the year, not that weekday of every week. */
export const feastRule: Rule = (tokens, position) => {
  const start = tokens[position]
  const at = skip(tokens, position)
  const day = tokens[at]
  if (!start || day?.kind !== 'word' || day.meaning.is !== 'day' || day.meaning.days.length !== 1) return null
  const [rank] = day.meaning.days
  const next = skip(tokens, at + 1)
  const name = tokens[next]
  const feast =
    name?.kind === 'word' && name.meaning.is === 'feast'
      ? FEASTS.find(
          ([weekday, word]) => weekday === rank && name.meaning.is === 'feast' && word === name.meaning.name
        )
      : undefined
  if (!feast || !name) return null
  const dates = writeDistance(feast[2])
  return { phrase: { is: 'scope', scope: { dates }, start: start.start, end: name.end }, next: next + 1 }
}
