import { normaliseLabel } from '../vocabularies/read-label.ts'

/** A word as typed, without accents and case; or several in quotation marks, to be taken literally. */
export type Token = { readonly text: string; readonly literal: boolean }

const QUOTED = /["«“”»„]\s*([^"«“”»„]*)["«“”»„]/gu

/** `"fab lab" lyon` is the literal "fab lab" and the word "lyon"; a mark that is never closed is no mark. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const match of text.matchAll(QUOTED)) {
    tokens.push(...wordsOf(text.slice(from, match.index)))
    const literal = normaliseLabel(match[1] ?? '')
    if (literal !== '') tokens.push({ text: literal, literal: true })
    from = match.index + match[0].length
  }
  return [...tokens, ...wordsOf(text.slice(from))]
}

const wordsOf = (text: string): readonly Token[] =>
  normaliseLabel(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ text: word, literal: false }))

/** The text that is read as these tokens. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens.map(({ text, literal }) => (literal ? `"${text}"` : text)).join(' ')
