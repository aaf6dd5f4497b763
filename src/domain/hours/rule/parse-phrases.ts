import { isMark, means, type Token } from '../lexicon/token.ts'
import { dateListRule, datesRule, monthsRule, periodRule, weekdayDateRule } from './calendar.ts'
import { daysRule, nthDaysRule, otherDaysRule } from './days.ts'
import { feastRule } from './feasts.ts'
import type { Phrase, Rule } from './phrase.ts'
import { lastEntryRule, ranksRule, recurrenceRule, validityRule } from './recurrence.ts'
import { alwaysRule, timesRule } from './times.ts'

/** In order: a rule that reads a longer phrase comes before a rule that reads only its beginning. */
const RULES: readonly Rule[] = [
  recurrenceRule,
  validityRule,
  lastEntryRule,
  feastRule,
  nthDaysRule,
  weekdayDateRule,
  otherDaysRule,
  daysRule,
  dateListRule,
  datesRule,
  monthsRule,
  periodRule,
  alwaysRule,
  timesRule,
  ranksRule
]

const MARKS: Readonly<
  Record<string, Phrase['is'] & ('pause' | 'stop' | 'colon' | 'open' | 'close' | 'and')>
> = {
  ',': 'pause',
  '/': 'pause',
  '-': 'pause',
  ';': 'stop',
  '.': 'stop',
  '\n': 'stop',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '&': 'and'
}

function wordPhrase(
  token: Token & { kind: 'word' },
  after: Token | undefined,
  before: Phrase | undefined
): Phrase {
  const { start, end, meaning } = token
  switch (meaning.is) {
    case 'half':
      return { is: 'half', half: meaning.half, start, end }
    case 'appointment':
      return { is: 'appointment', words: meaning.words, start, end }
    case 'doubt':
      return { is: 'doubt', days: null, half: null, start, end }
    case 'walk-in':
    case 'closed':
    case 'except':
    case 'only':
    case 'and':
    case 'otherwise':
    case 'same':
    case 'lunch':
    case 'other-days':
    case 'by-phone':
    case 'in-person':
    case 'exceptional':
      return { is: meaning.is, start, end }
    case 'article':
    case 'every':
    case 'from':
    case 'between':
    case 'neutral':
    case 'month-word':
    case 'no-exception':
    case 'note':
      return { is: 'neutral', start, end }
    case 'of-month':
      return { is: before?.is === 'days' && before.nth !== null ? 'neutral' : 'unknown', start, end }
    case 'or':
      return { is: means(after, 'appointment') ? 'and' : 'unknown', start, end }
    default:
      return { is: 'unknown', start, end }
  }
}

function single(
  tokens: readonly Token[],
  position: number,
  token: Token,
  before: Phrase | undefined
): Phrase {
  const { start, end } = token
  if (token.kind === 'word') return wordPhrase(token, tokens[position + 1], before)
  if (token.kind !== 'mark') return { is: 'unknown', start, end }
  if (isMark(token, '/') && isMark(tokens[position + 1], '/')) return { is: 'stop', start, end }
  return { is: MARKS[token.mark] ?? 'pause', start, end }
}

/**
 * The index from which the words are left over because the cell was cut: "9h-12h et", "9h à 12h et d". More hours or
 * an exception may be lost. If nothing was cut, the number of tokens.
 */
function cutAt(tokens: readonly Token[]): number {
  let at = tokens.length
  while (isMark(tokens[at - 1], ',', ';', ':', '-', '/')) at--
  const last = tokens[at - 1]
  return means(last, 'and', 'or', 'from', 'between', 'to', 'except', 'during', 'on') ? at - 1 : tokens.length
}

/** Groups the tokens into phrases; every token belongs to exactly one. */
export function parsePhrases(tokens: readonly Token[]): readonly Phrase[] {
  const phrases: Phrase[] = []
  let lastSaid: Phrase | undefined
  let position = 0
  const cut = cutAt(tokens)
  for (let token = tokens[0]; token; token = tokens[position]) {
    let read: ReturnType<Rule> = null
    for (const rule of RULES) {
      read = rule(tokens, position)
      if (read) break
    }
    const phrase: Phrase =
      position >= cut
        ? { is: 'cut', start: token.start, end: token.end }
        : (read?.phrase ?? single(tokens, position, token, lastSaid))
    // "1er lundi matin du mois": the half stands between the day and its month, so it is skipped.
    if (phrase.is !== 'half') lastSaid = phrase
    phrases.push(phrase)
    position = read?.next ?? position + 1
  }
  return phrases
}
