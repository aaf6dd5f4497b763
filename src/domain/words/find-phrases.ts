import { LONGEST_NAME, whereOf } from './find-where.ts'
import type { Gazetteer, Named } from './gazetteer.ts'
import { LONGEST_MEANING, type Meaning, meaningOf } from './meaning-index.ts'
import { COMMONPLACE, fillersOf, GRAMMAR, isSentence } from './spoken.ts'
import type { Token } from './tokens.ts'
import type { Correction, Lexicon } from './word-lexicon.ts'

/** Some words of a question that belong together. */
export type Found = {
  /** Of its first token, and how many tokens it takes. */
  readonly at: number
  readonly length: number
  /** As typed. */
  readonly words: readonly string[]
  /** Without typing errors, where that made the difference. */
  readonly mended: readonly string[]
  readonly last: boolean
  readonly literal: boolean
  readonly meaning?: Meaning
  readonly where?: Named
}

/** How the whole question is to be understood. */
type Said = { readonly fillers: ReadonlySet<string>; readonly sentence: boolean }

type Knowledge = { readonly lexicon: Lexicon; readonly gazetteer: Gazetteer }

/**
 * Takes the longest phrase that means something, word after word; what means nothing stays a word. One place at most is
 * where: typed without an error rather than with one, then the one with the most people. While it is `typing`, the last
 * word may go on, and is not mended where some word does begin so.
 */
export function findPhrases(
  tokens: readonly Token[],
  knowledge: Knowledge,
  { typing, nowhere }: { readonly typing: boolean; readonly nowhere: boolean }
): readonly Found[] {
  const { lexicon } = knowledge
  // "miss" may become a "mission", and is no typing error for the village of Missé.
  const begun = (token: Token, at: number) =>
    typing && at === tokens.length - 1 && lexicon.completions(token.text, 1).length > 0
  const said = { fillers: fillersOf(tokens), sentence: isSentence(tokens) }
  const mended = tokens.map((token, at) =>
    begun(token, at) || said.fillers.has(token.text) ? [token.text] : mend(token, lexicon)
  )
  const found = phrases(tokens, mended, knowledge, said, () => !nowhere)
  const joined = withAreas(withKind(found, lexicon), knowledge.gazetteer)
  const [first, ...others] = joined.filter(({ where }) => where).toSorted(byLikelihood)
  if (!first || others.length === 0) return joined
  const inFirst = (at: number) => at >= first.at && at < first.at + first.length
  return withAreas(phrases(tokens, mended, knowledge, said, inFirst), knowledge.gazetteer)
}

/**
 * "marie de cahors": a word that stands alone before a town, and is a kind of place but for a letter left out or too many,
 * is that kind as well, even where it is a word.
 */
function withKind(found: readonly Found[], lexicon: Lexicon): readonly Found[] {
  const [alone, town, ...others] = found.filter((each) => !isGrammar(each))
  if (!alone || !town?.where || others.length > 0 || alone.meaning || alone.where || alone.literal)
    return found
  const [word = ''] = alone.words
  const meant = lexicon
    .corrections(word)
    .filter(({ errors, word: other }) => errors <= 1 && other.length !== word.length)
    .find(({ word: other }) => meaningOf([other])?.codes.every(({ parameter }) => parameter === 'type'))
  const meaning = meant && word.length >= LEAST_KIND ? meaningOf([meant.word]) : undefined
  return meant && meaning
    ? found.map((each) => (each === alone ? { ...alone, mended: [meant.word], meaning } : each))
    : found
}

/** "café" is no CAF. */
const LEAST_KIND = 5

/** "Saint-Denis de la Réunion", "Sens 89": a town and the département it lies in are one place. */
function withAreas(found: readonly Found[], gazetteer: Gazetteer): readonly Found[] {
  const at = found.findIndex(({ where }) => where?.kind === 'commune')
  const next = found.findIndex((each, place) => place > at && !isGrammar(each))
  const [town, area] = [found[at], found[next]]
  if (!town || area?.where?.kind !== 'department') return found
  const inside = gazetteer
    .named(town.mended)
    .find(({ kind, department }) => kind === 'commune' && department === area.where?.code)
  if (!inside) return found
  const words = found.slice(at, next + 1).flatMap((each) => each.words)
  const length = area.at + area.length - town.at
  // Its words as they are: of the places that bear the town's name, most are of the others of that name.
  const whole = { ...town, length, words, mended: words, last: area.last, where: inside }
  return [...found.slice(0, at), whole, ...found.slice(next + 1)]
}

const isGrammar = ({ words }: Found): boolean => words.every((word) => GRAMMAR.has(word))

const byLikelihood = (one: Found, other: Found): number =>
  Number(isMended(one)) - Number(isMended(other)) ||
  (other.where?.population ?? 0) - (one.where?.population ?? 0)

const isMended = ({ words, mended }: Found): boolean => words.join(' ') !== mended.join(' ')

function phrases(
  tokens: readonly Token[],
  mended: readonly (readonly string[])[],
  knowledge: Knowledge,
  said: Said,
  mayBeWhere: (at: number) => boolean
): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at < tokens.length; ) {
    const begun = (from: number) => longest(tokens, mended, from, knowledge, said, !mayBeWhere(from))
    const first = begun(at)
    const next = first && !isAskedOf(first, begun) ? first : single(tokens, at)
    found.push(next)
    at += next.length
  }
  return found
}

/** "de l'aide pour ordinateur libre accès": what help is asked for goes on where a phrase that begins with "aide" ends. */
function isAskedOf({ at, length, words, meaning }: Found, begun: (at: number) => Found | undefined): boolean {
  if (!meaning || length === 1 || !COMMONPLACE.has(words[0] ?? '')) return false
  const within = Array.from({ length: length - 1 }, (_, place) => begun(at + 1 + place))
  return within.some((other) => other?.meaning && other.length > 1 && other.at + other.length > at + length)
}

/** The words that were likely meant: itself alone, if any place, town or meaning has it. */
function mend({ text, literal }: Token, lexicon: Lexicon): readonly string[] {
  if (literal || GRAMMAR.has(text)) return [text]
  if (!isKnown(text, lexicon)) return firstWords(lexicon.corrections(text), text)
  const own = /\d/.test(text) ? text : formsOf(text).find((each) => lexicon.known(each) !== undefined)
  const commoner = commonerThan(text, lexicon)
  if (own === undefined || own === text) return firstWords(commoner, text)
  return [...new Set([...firstWords(commoner, own), own])]
}

/** As many as are tried in a phrase: "ters lieu" may be of "vers" or of "tiers". */
const TRIED = 4

const firstWords = (corrections: readonly Correction[], otherwise: string): readonly string[] =>
  corrections.length === 0 ? [otherwise] : corrections.slice(0, TRIED).map(({ word }) => word)

/** A phrase as typed, with the likeliest of each word, and with one word mended: "basse terr" is of no base. */
function readingsOf(
  words: readonly string[],
  mended: readonly (readonly string[])[]
): readonly (readonly string[])[] {
  const likeliest = mended.map(([first], at) => first ?? words[at] ?? '')
  const asTyped = mended.every(
    (alternatives, at) => alternatives.length === 1 && alternatives[0] === words[at]
  )
  if (words.length === 1) return asTyped ? [words] : [words, likeliest]
  const withOne = (said: readonly string[], from: number) =>
    mended.flatMap((alternatives, at) =>
      alternatives.slice(from).map((other) => said.map((word, place) => (place === at ? other : word)))
    )
  // "à se" is no acronym run apart.
  const together = words.some((word) => GRAMMAR.has(word)) ? [] : [[words.join('')]]
  if (asTyped) return [words, ...together]
  return [words, likeliest, ...together, ...withOne(words, 0), ...withOne(likeliest, 1)]
}

/** A word that so many times fewer places say than its neighbour may be that neighbour, mistyped. */
const RARER = 20
/** And one that sounds the same, more easily. */
const RARER_ALIKE = 3

/** "lion" is a word, of the town of Lion-sur-Mer; most who type it mean Lyon. */
export function commonerThan(word: string, lexicon: Lexicon): readonly Correction[] {
  if (GRAMMAR.has(word)) return []
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

function longest(
  tokens: readonly Token[],
  mended: readonly (readonly string[])[],
  at: number,
  knowledge: Knowledge,
  { fillers, sentence }: Said,
  located: boolean
): Found | undefined {
  const most = Math.min(Math.max(LONGEST_MEANING, LONGEST_NAME), tokens.length - at)
  for (let length = most; length > 0; length--) {
    const span = tokens.slice(at, at + length)
    if (span.some(({ literal }) => literal)) continue
    const words = span.map(({ text }) => text)
    const base = { at, length, words, last: at + length === tokens.length, literal: false }
    for (const some of readingsOf(words, mended.slice(at, at + length))) {
      const meaning = meaningOf(some, sentence)
      if (meaning) return { ...base, mended: some, meaning }
      if (located) continue
      const before = tokens[at - 1]?.text
      const after = tokens[at + length]?.text
      const standing = { before, after, alone: length === tokens.length, last: base.last, fillers }
      const where = some.length === length && whereOf(some, standing, knowledge)
      if (where) return { ...base, mended: some, where }
    }
  }
  return undefined
}

function single(tokens: readonly Token[], at: number): Found {
  const { text = '', literal = false } = tokens[at] ?? {}
  const words = literal ? text.split(' ') : [text]
  return { at, length: 1, words, mended: words, last: at === tokens.length - 1, literal }
}
