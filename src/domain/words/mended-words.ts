import { meaningOf } from './meaning-index.ts'
import { GRAMMAR } from './spoken.ts'
import type { Token } from './tokens.ts'
import type { Correction, Lexicon } from './word-lexicon.ts'

/** The words that a typed word may stand for, in the order in which they are tried. */
export type Mended = {
  /** The likeliest corrections first; for a correct word, the word itself. */
  readonly likely: readonly string[]
  /**
   * If the typed word exists: words that sound the same, or much commoner ones with one letter more or less. They are
   * only tried in phrases that they complete.
   */
  readonly alike: readonly string[]
}

/** Maximum number of corrections tried for a word: "ters" in "ters lieu" may mean "vers" or "tiers". */
const TRIED = 4

/**
 * The words that were likely meant. This is only the typed word if a place, town or meaning contains it, or if it is
 * an everyday word.
 */
export function mend({ text, literal }: Token, lexicon: Lexicon): Mended {
  if (literal || GRAMMAR.has(text) || /\d/.test(text)) return only(text)
  const heard = BY_EAR.get(text)
  if (heard && lexicon.known(text) === undefined) return only(heard)
  const form = formsOf(text).find((each) => lexicon.known(each) !== undefined)
  if (lexicon.everyday(text)) {
    const alike = lexicon.corrections(text).filter((each) => each.alike && each.word.length >= LEAST_ALIKE)
    const forms = formsOf(text).filter((each) => each !== text && lexicon.known(each) !== undefined)
    return { likely: [text], alike: [...forms, ...firstWords([...alike, ...slips(text, lexicon)])] }
  }
  if (form === undefined) {
    const words = firstWords(needsFirst(text, lexicon.corrections(text)))
    return { likely: words.length > 0 ? words : [text], alike: [] }
  }
  const commoner = commonerThan(text, lexicon)
  const needs = isRare(text, lexicon) ? lexicon.corrections(text).filter((each) => isHeard(text, each)) : []
  return { likely: [...new Set([...firstWords([...needs, ...commoner]), form])], alike: [] }
}

const LEAST_ALIKE = 4

/** Short everyday words as they are spelt by ear. Words this short are not corrected otherwise. */
const BY_EAR: ReadonlyMap<string, string> = new Map(
  ['ede eide ayde aidde edde = aide', 'kour kours courre = cours', 'caff kaf kaff = caf'].flatMap((line) => {
    const [spellings = '', word = ''] = line.split(' = ')
    return spellings.split(' ').map((each) => [each, word] as const)
  })
)

/**
 * The corrections, first those that are a need or a kind of place by themselves: they are what people ask for. They
 * must be about as likely as the best one, and that one must not be a town.
 */
function needsFirst(text: string, corrections: readonly Correction[]): readonly Correction[] {
  const [best] = corrections
  if (!best || best.cities >= best.places * MOSTLY_TOWNS) return corrections
  const isNeed = (each: Correction) =>
    isHeard(text, each) || (meaningOf([each.word]) !== undefined && each.errors <= best.errors + SOUNDS_ALIKE)
  return [...corrections.filter(isNeed), ...corrections.filter((each) => !isNeed(each))]
}

/** "caffe" sounds like "caf", which people ask for, and like "café", which they do not. */
const isHeard = (text: string, { word, alike }: Correction): boolean =>
  alike && word[0] === text[0] && meaningOf([word]) !== undefined

const isRare = (text: string, lexicon: Lexicon): boolean => (lexicon.known(text)?.places ?? 0) < RARE

const MOSTLY_TOWNS = 0.3
const SOUNDS_ALIKE = 0.5
/** A word of at least this many places is a name rather than a misspelt need. */
const RARE = 5

/** "sévices" is a word, but "france sevices" means France services. */
const slips = (word: string, lexicon: Lexicon): readonly Correction[] => {
  const own = lexicon.known(word)?.places ?? 0
  return word.length < LEAST_SLIPPED
    ? []
    : lexicon
        .corrections(word)
        .filter(
          ({ word: other, errors, alike, places }) =>
            errors <= 1 &&
            !alike &&
            other.length !== word.length &&
            other[0] === word[0] &&
            places > RARER * (own + 1)
        )
}

const LEAST_SLIPPED = 6

const only = (text: string): Mended => ({ likely: [text], alike: [] })

const firstWords = (corrections: readonly Correction[]): readonly string[] =>
  corrections.slice(0, TRIED).map(({ word }) => word)

/**
 * The variants of a phrase that are looked up: as typed, with the likeliest correction of each word, and with only
 * one word corrected, because "basse terr" has nothing to do with "base".
 */
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
  // "à se" is not an acronym written with a space.
  const together = words.some((word) => GRAMMAR.has(word)) ? [] : [[words.join('')]]
  if (asTyped) return [words, ...together]
  return [words, likeliest, ...together, ...withOne(words, 0), ...withOne(likeliest, 1)]
}

/** A word this many times rarer than a similar one may be a typing error for it. */
const RARER = 20
/** The factor for words that sound the same, which are confused more easily. */
const RARER_ALIKE = 3

/** Corrections that are much commoner: "vilier" occurs in some place, but most people who type it mean Villiers. */
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

/** Whether the word is known, with or without a plural s. */
export const isKnown = (word: string, lexicon: Lexicon): boolean =>
  /\d/.test(word) || GRAMMAR.has(word) || formsOf(word).some((each) => lexicon.known(each) !== undefined)

/**
 * The word, its plural and its singular. A plural never ends in two s: "brassenss" is a typing error, not a plural of
 * "brassens".
 */
const formsOf = (word: string): readonly string[] => [word, `${word}s`, word.replace(/(?<![sx])[sx]$/, '')]
