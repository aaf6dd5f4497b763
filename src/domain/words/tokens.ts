import { normaliseLabel } from '../vocabularies/read-label.ts'
import { withDatesInWords } from './time/dates-in-figures.ts'
import type { Span, Typed } from './words.ts'

/** A word as typed, without accents and case; or several in quotation marks, to be taken literally. */
export type Token = {
  readonly text: string
  readonly literal: boolean
  /** Whether it stands in brackets. */
  readonly bracketed?: boolean
  /** Whether a comma stands before it: "mes papiers sur internet, Die". */
  readonly apart?: boolean
}

const QUOTED_OR_BRACKETED = /["«“”»„]\s*([^"«“”»„]*)["«“”»„]|\(([^()]*)\)/gu

/** `"fab lab" lyon` is the literal "fab lab" and the word "lyon"; a single quotation mark is ignored. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const match of text.matchAll(QUOTED_OR_BRACKETED)) {
    const [whole, quoted, bracketed] = match
    tokens.push(...wordsOf(text.slice(from, match.index)))
    if (bracketed !== undefined)
      tokens.push(...wordsOf(bracketed).map((token) => ({ ...token, bracketed: true })))
    const literal = normaliseLabel(quoted ?? '')
    if (literal !== '') tokens.push({ text: literal, literal: true })
    from = match.index + whole.length
  }
  return [...tokens, ...wordsOf(text.slice(from))]
}

/** The words of a text; the "s/" of "Châlons s/ Marne" becomes "sur". */
const wordsOf = (text: string): readonly Token[] =>
  withDatesInWords(text)
    .replace(/\bs\/\s?/gi, 'sur ')
    .replace(SPELLED_OUT, (letters) => letters.replace(/[.\s]/g, ''))
    .split(APART)
    .flatMap((part, index) =>
      normaliseLabel(part)
        .split(' ')
        .filter((word) => word !== '')
        .map((word, at) => ({ text: word, literal: false, ...(index > 0 && at === 0 && { apart: true }) }))
    )

/** "M.J.C." and "c c a s" are acronyms. "Il y a l’école" has none: à, a and y are words. */
const SPELLED_OUT =
  /(?<![\p{L}\d'’.])(?:(?:\p{L}\.){2,}\p{L}?|(?![yaà] )\p{L}(?: (?!y |à )\p{L}){2,})(?![\p{L}\d'’])/giu

/** A comma, semicolon or colon, or a dash between spaces. */
const APART = /[,;:]\s|\s[-–—]\s/

/** The text that is read as these tokens. */
const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ text, literal, bracketed }) => (literal ? `"${text}"` : bracketed ? `(${text})` : text))
    .join(' ')

/** The typed words; `undo` is the question with these words in quotation marks, so that they are taken literally. */
export const typedAt = (tokens: readonly Token[], spans: readonly Span[]): Typed => ({
  spans,
  typed: spans.map(([at, length]) => wordsAt(tokens, at, length)).join(' '),
  undo: undoing(tokens, spans)
})

export const wordsAt = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ')

/** The question with these words in quotation marks. */
function undoing(tokens: readonly Token[], spans: readonly Span[]): string {
  const literally = new Map(spans)
  const said: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const length = literally.get(at) ?? 1
    const token = tokens[at]
    if (literally.has(at)) said.push({ text: wordsAt(tokens, at, length), literal: true })
    else if (token) said.push(token)
    at += length
  }
  return textOf(said)
}

/** Groups the indexes of tokens into runs of neighbours. */
export function spansOf(indexes: Iterable<number>): readonly Span[] {
  const spans: [number, number][] = []
  for (const at of [...new Set(indexes)].toSorted((one, other) => one - other)) {
    const last = spans.at(-1)
    if (last && last[0] + last[1] === at) last[1]++
    else spans.push([at, 1])
  }
  return spans
}
