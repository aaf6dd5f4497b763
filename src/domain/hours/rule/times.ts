import { isMark, means, type Token } from '../lexicon/token.ts'
import type { Rule, Span } from './phrase.ts'

const EARLY = 6 * 60
const EVENING = 17 * 60
const DAY = 24 * 60

type Hour = { readonly minutes: number; readonly sure: boolean }

function hourOf(token: Token | undefined): Hour | null {
  if (token?.kind === 'time') return { minutes: token.minutes, sure: true }
  if (token?.kind === 'number' && token.value <= 24) return { minutes: token.value * 60, sure: false }
  if (token?.kind === 'word' && token.meaning.is === 'clock') {
    return { minutes: token.meaning.minutes, sure: true }
  }
  return null
}

/** Whether the tokens between two hours can stand inside a range ("9h à 12h") or between two ("12h et de 14h"). */
type Link = { readonly inside: boolean; readonly between: boolean; readonly next: number }

function linkAt(tokens: readonly Token[], position: number): Link {
  let next = position
  let inside = true
  let between = true
  for (; next - position < 4; next++) {
    const token = tokens[next]
    if (means(token, 'to')) between = false
    else if (means(token, 'and', 'from') || isMark(token, ';', '&')) inside = false
    else if (!isMark(token, '-', '/', ',')) break
  }
  return { inside, between, next }
}

/** The range between two times; null if there is none. Times in the wrong order are reported, not swapped. */
function span(from: number, to: number): Span | null {
  if (to > from) return { from, to }
  if (to === 0 && from > 0) return { from, to: DAY }
  // A range may pass midnight only from the evening to the early hours; "14h-7h" is a mistake.
  return from >= EVENING && to > 0 && to <= EARLY ? { from, to: to + DAY } : null
}

type Range = { readonly span: Span | null; readonly next: number }

/** Reads one range: "9h-12h", "9h 12h", "de 9 à 12h", "10 heures à midi". */
function rangeAt(tokens: readonly Token[], position: number): Range | null {
  const from = hourOf(tokens[position])
  if (!from) return null
  const link = linkAt(tokens, position + 1)
  const to = hourOf(tokens[link.next])
  if (!to || !link.inside) return null
  // Two plain numbers are hours only if they look like a range: "9-12", not "lots 2 12".
  const linked = link.next > position + 1
  if (!from.sure && (from.minutes < EARLY || (!to.sure && !linked))) return null
  return { span: span(from.minutes, to.minutes), next: link.next + 1 }
}

/** Reads one range with "entre", from the first hour on: "entre 10h et 13h". */
function betweenAt(tokens: readonly Token[], position: number): Range | null {
  const from = hourOf(tokens[position])
  const to = hourOf(tokens[position + 2])
  if (!from || !to || !means(tokens[position + 1], 'and', 'to') || !(from.sure || to.sure)) return null
  return { span: span(from.minutes, to.minutes), next: position + 3 }
}

const follows = (spans: readonly Span[], one: Span): boolean => one.from >= (spans.at(-1)?.to ?? 0)

/** "24h/24": all hours of the days beside it, or of all days if there are none. */
export const alwaysRule: Rule = (tokens, position) => {
  const token = tokens[position]
  if (!token || !means(token, 'always')) return null
  const spans = [{ from: 0, to: DAY }]
  return { phrase: { is: 'times', spans, start: token.start, end: token.end }, next: position + 1 }
}

/** A list of ranges: "9h-12h/14h-18h", "de 9h à 12h et de 14h à 17h", "9h12h 14h18h". */
export const timesRule: Rule = (tokens, position) => {
  const first = means(tokens[position], 'between')
    ? betweenAt(tokens, position + 1)
    : rangeAt(tokens, position)
  const start = tokens[position]
  if (!first || !start) return null
  const until = (next: number) => tokens[next - 1]?.end ?? start.end
  if (!first.span)
    return { phrase: { is: 'unknown', start: start.start, end: until(first.next) }, next: first.next }
  const spans = [first.span]
  let next = first.next
  for (;;) {
    const link = linkAt(tokens, next)
    const more = link.between ? rangeAt(tokens, link.next) : null
    // Overlapping or backward ranges are not part of the list; they are reported when clauses are combined.
    if (!more?.span || !follows(spans, more.span)) {
      const stray = more === null && link.between && hourOf(tokens[link.next])?.sure === true
      if (!stray) break
      // An odd number of times can be paired in two ways, one of which is wrong.
      const phrase = { is: 'unknown', start: start.start, end: until(link.next + 1) } as const
      return { phrase, next: link.next + 1 }
    }
    spans.push(more.span)
    next = more.next
  }
  return { phrase: { is: 'times', spans, start: start.start, end: until(next) }, next }
}
