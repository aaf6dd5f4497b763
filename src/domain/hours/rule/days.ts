import { isMark, means, type Token } from '../lexicon/token.ts'
import type { DayRank } from '../reading.ts'
import type { Rule } from './phrase.ts'

const daysOf = (token: Token | undefined): readonly DayRank[] | null =>
  token?.kind === 'word' && token.meaning.is === 'day' ? token.meaning.days : null

const rankOf = (token: Token | undefined): number | null => {
  if (token?.kind === 'ordinal') return token.rank
  return token?.kind === 'word' && token.meaning.is === 'ordinal' ? token.meaning.rank : null
}

const skipArticles = (tokens: readonly Token[], position: number): number => {
  let next = position
  while (means(tokens[next], 'article', 'every', 'from')) next++
  return next
}

/** The days of a range such as "du lundi au vendredi", which may wrap around the end of the week. */
function between(from: DayRank, to: DayRank): readonly DayRank[] {
  const length = (to - from + 7) % 7
  return Array.from({ length: length + 1 }, (_, step) => ((from + step) % 7) as DayRank)
}

const unique = (days: readonly DayRank[]): readonly DayRank[] => [...new Set(days)].sort()

type Step = { readonly how: 'to' | 'dash' | 'list'; readonly days: readonly DayRank[]; readonly next: number }

/** The next day of a list, and how it is linked to the one before. */
function stepAt(tokens: readonly Token[], position: number): Step | null {
  const link = tokens[position]
  const how = means(link, 'to') ? 'to' : isMark(link, '-') ? 'dash' : 'list'
  let next = position
  while (means(tokens[next], 'to', 'and') || isMark(tokens[next], ',', '/', '-', '&')) {
    if (++next - position > 2) return null
  }
  next = skipArticles(tokens, next)
  const token = tokens[next]
  const isWorking = token?.kind === 'word' && token.meaning.is === 'day' && token.meaning.working
  const days = isWorking ? null : daysOf(token)
  return days && { how, days, next: next + 1 }
}

function stepsAt(tokens: readonly Token[], position: number, first: readonly DayRank[]): readonly Step[] {
  const steps: Step[] = []
  const named = new Set(first)
  for (let step = stepAt(tokens, position); step; step = stepAt(tokens, step.next)) {
    const [from, to] = [steps.at(-1)?.days.at(-1) ?? first.at(-1), step.days[0]]
    const more = step.how === 'to' && from !== undefined && to !== undefined ? between(from, to) : step.days
    // "du lundi au vendredi et le mardi": a day that is named again starts the next statement.
    if (step.how === 'list' && more.every((day) => named.has(day))) break
    for (const day of more) named.add(day)
    steps.push(step)
  }
  return steps
}

/** A list or range of days: "du lundi au vendredi", "lundi, mardi et jeudi", "mardi - mercredi - vendredi". */
export const daysRule: Rule = (tokens, position) => {
  const first = daysOf(tokens[position])
  const start = tokens[position]
  if (!first || !start) return null
  const steps = stepsAt(tokens, position + 1, first)
  // A single dash means a range; several dashes separate the days of a list.
  const dashIsRange = steps.length === 1
  const days: DayRank[] = [...first]
  for (const step of steps) {
    const from = days.at(-1)
    const [to] = step.days
    const range = step.how === 'to' || (step.how === 'dash' && dashIsRange)
    if (range && from !== undefined && to !== undefined) days.push(...between(from, to))
    else days.push(...step.days)
  }
  const next = steps.at(-1)?.next ?? position + 1
  const end = tokens[next - 1]?.end ?? start.end
  const working = start.kind === 'word' && start.meaning.is === 'day' && start.meaning.working === true
  const named = { is: 'days', days: unique(days), nth: null, ...(working && { working }) } as const
  return { phrase: { ...named, start: start.start, end }, next }
}

/** "les autres samedis", beside "le 1er samedi du mois". */
export const otherDaysRule: Rule = (tokens, position) => {
  const start = tokens[position]
  const day = tokens[position + 1]
  const days = daysOf(day)
  if (!start || !means(start, 'other') || !day || days === null || days.length !== 1) return null
  return {
    phrase: { is: 'days', days, nth: null, others: true, start: start.start, end: day.end },
    next: position + 2
  }
}

/** "1er et 3e samedi du mois", "le dernier jeudi", "2ème et 4ème lundis de chaque mois". */
export const nthDaysRule: Rule = (tokens, position) => {
  const start = tokens[position]
  let next = position
  const ranks: number[] = []
  const count = tokens[position]
  const many = rankOf(tokens[position + 1])
  if (
    (count?.kind === 'number' || (count?.kind === 'word' && count.meaning.is === 'count')) &&
    (many === 1 || many === -1)
  ) {
    // "les 2 premiers samedis", "les deux derniers jeudis".
    const last =
      count.kind === 'number' ? count.value : count.meaning.is === 'count' ? count.meaning.value : 0
    if (last < 1 || last > 4) return null
    ranks.push(...Array.from({ length: last }, (_, step) => many * (step + 1)))
    next += 2
  }
  for (let rank = rankOf(tokens[next]); rank !== null; rank = rankOf(tokens[next])) {
    ranks.push(rank)
    next++
    if (!means(tokens[next], 'and') && !isMark(tokens[next], ',', '&', '/')) break
    next = skipArticles(tokens, next + 1)
  }
  const days = daysOf(tokens[next])
  const end = tokens[next]?.end
  if (!start || end === undefined || ranks.length === 0 || !days) return null
  return { phrase: { is: 'days', days, nth: [...new Set(ranks)], start: start.start, end }, next: next + 1 }
}
