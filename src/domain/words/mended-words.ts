import { GRAMMAR } from './spoken.ts'
import type { Token } from './tokens.ts'
import type { Correction, Lexicon } from './word-lexicon.ts'

/** What a typed word may be meant for, in the order in which it is tried. */
export type Mended = {
  /** The likeliest corrections first; a correct word is its own. */
  readonly likely: readonly string[]
  /** Words that sound the same as this one, which is a word itself: only tried among others that confirm them. */
  readonly alike: readonly string[]
}

/** As many as are tried in a phrase: "ters lieu" may be of "vers" or of "tiers". */
const TRIED = 4

/** The words that were likely meant: itself alone, if any place, town or meaning has it, or if it is a word at all. */
export function mend({ text, literal }: Token, lexicon: Lexicon): Mended {
  if (literal || GRAMMAR.has(text) || /\d/.test(text)) return only(text)
  const form = formsOf(text).find((each) => lexicon.known(each) !== undefined)
  if (lexicon.everyday(text)) {
    const alike = lexicon.corrections(text).filter((each) => each.alike && each.word.length >= LEAST_ALIKE)
    const forms = formsOf(text).filter((each) => each !== text && lexicon.known(each) !== undefined)
    return { likely: [text], alike: [...forms, ...firstWords(alike)] }
  }
  if (form === undefined) {
    const words = firstWords(lexicon.corrections(text))
    return { likely: words.length > 0 ? words : [text], alike: [] }
  }
  return { likely: [...new Set([...firstWords(commonerThan(text, lexicon)), form])], alike: [] }
}

const LEAST_ALIKE = 4

const only = (text: string): Mended => ({ likely: [text], alike: [] })

const firstWords = (corrections: readonly Correction[]): readonly string[] =>
  corrections.slice(0, TRIED).map(({ word }) => word)

/** Words that are tried for a phrase: as typed, with the likeliest of each, and with one word mended: "basse terr" is of no base. */
export function readingsOf(
  words: readonly string[],
  mended: readonly Mended[]
): readonly (readonly string[])[] {
  const likeliest = mended.map(({ likely: [first] }, at) => first ?? words[at] ?? '')
  const asTyped = mended.every(
    ({ likely, alike }, at) => alike.length === 0 && likely.length === 1 && likely[0] === words[at]
  )
  if (words.length === 1) return asTyped ? [words] : [words, likeliest]
  const withOne = (said: readonly string[], from: number) =>
    mended.flatMap(({ likely, alike }, at) =>
      [...likely.slice(from), ...alike].map((other) =>
        said.map((word, place) => (place === at ? other : word))
      )
    )
  // "à se" is no acronym run apart.
  const together = words.some((word) => GRAMMAR.has(word)) ? [] : [[words.join('')]]
  if (asTyped) return [words, ...together]
  return [words, likeliest, ...together, ...withOne(words, 0), ...withOne(likeliest, 1)]
}

/** A word this many times rarer than a similar one may be a typing error for it. */
const RARER = 20
/** And one that sounds the same, more easily. */
const RARER_ALIKE = 3

/** "vilier" is a word of some place; most who type it mean Villiers. */
export function commonerThan(word: string, lexicon: Lexicon): readonly Correction[] {
  if (GRAMMAR.has(word) || lexicon.everyday(word)) return []
  const own = Math.max(0, ...formsOf(word).map((form) => lexicon.known(form)?.places ?? 0))
  return lexicon
    .corrections(word)
    .filter(
      ({ errors, places, alike }) =>
        (errors <= 1 || alike) && places > (alike ? RARER_ALIKE : RARER) * (own + 1)
    )
}

/** With or without the s of a plural. */
export const isKnown = (word: string, lexicon: Lexicon): boolean =>
  /\d/.test(word) || GRAMMAR.has(word) || formsOf(word).some((each) => lexicon.known(each) !== undefined)

/** A plural ends on one s, never on two: "brassenss" is a typing error, and no stem is common to it and "brassens". */
const formsOf = (word: string): readonly string[] => [word, `${word}s`, word.replace(/(?<![sx])[sx]$/, '')]
