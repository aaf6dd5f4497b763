import { LONGEST_MEANING, meaningOf } from './meaning-index.ts'
import { mend, readingsOf } from './mended-words.ts'
import type { Found, Phrases, Place } from './phrase.ts'
import { COMMONPLACE, fillersOf, GRAMMAR, isSentence } from './spoken.ts'
import type { Token } from './tokens.ts'
import {
  type How,
  isGrammar,
  isMention,
  isUnderstoodAt,
  type Knowledge,
  type Mentioned,
  meaningAt,
  single,
  spanned,
  spanWithout,
  type Walk
} from './walk.ts'
import { combine } from './where/combine.ts'
import { LONGEST_NAME, numberMention } from './where/mentions.ts'
import { cityAlike, isBehindAll, isNumberHere, mentionOf } from './where/standing.ts'
import { nameOfStreet, needsTown, streetLength } from './where/streets.ts'
import type { Lexicon } from './word-lexicon.ts'

/**
 * Reads the question from left to right and takes the longest phrase with a meaning at each position; a word without
 * a meaning stays a word. First, all phrases that may name a place are found and combined into one place; phrases
 * that do not fit this place are read again as words. With `typing`, the last word may be incomplete, and it is not
 * corrected if a known word begins with it.
 */
export function findPhrases(tokens: readonly Token[], knowledge: Knowledge, how: How): Phrases {
  const { lexicon, gazetteer } = knowledge
  // "miss" may be completed to "mission", but is not a misspelling of the village Missé.
  const begun = (token: Token, at: number) =>
    how.typing && at === tokens.length - 1 && lexicon.completions(token.text, 1).length > 0
  const fillers = fillersOf(tokens)
  const mended = tokens.map((token, at) =>
    begun(token, at) || fillers.has(token.text) ? { likely: [token.text], alike: [] } : mend(token, lexicon)
  )
  const walk = { tokens, mended, fillers, sentence: isSentence(tokens), knowledge, how }
  if (how.nowhere) return { found: phrases(walk, how.taken, false), place: null }
  const found = phrases(walk, how.taken, true)
  const mentioned = found.filter(isMention)
  const said = mentioned.map((each) => ({ ...each.mention, each: each as Found }))
  const combined = combine(said, { gazetteer, near: how.near })
  if (!combined)
    return { found: mentioned.length === 0 ? found : phrases(walk, how.taken, false), place: null }
  const place = {
    ...combined,
    lead: combined.lead.each,
    used: combined.used.map(({ each }) => each),
    address: found.find(({ street }) => street) ?? null
  }
  const isRest = mentioned.length > place.used.length
  const where = new Set(
    place.used.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index))
  )
  const rest = isRest
    ? phrases(walk, new Set([...how.taken, ...where]), false)
    : found.filter((each) => !place.used.includes(each))
  return { found: withKind(rest, place, lexicon), place }
}

/**
 * "marie de cahors" may mean "mairie": if the only word before a town has one letter too few or too many to be a kind
 * of place, it stands for that kind too, even if it is itself a word.
 */
function withKind(found: readonly Found[], { lead }: Place, lexicon: Lexicon): readonly Found[] {
  const [alone, ...others] = found.filter((each) => !isGrammar(each))
  if (!alone || others.length > 0 || alone.meaning || alone.literal || alone.at > lead.at) return found
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

/** Minimum number of letters of a word that is read as a misspelt kind of place: "café" does not mean CAF. */
const LEAST_KIND = 5

/** The phrases from left to right. None contains or crosses a `taken` token. */
function phrases(walk: Walk, taken: ReadonlySet<number>, located: boolean): readonly (Found | Mentioned)[] {
  const { tokens } = walk
  const found: (Found | Mentioned)[] = []
  for (let at = 0; at < tokens.length; ) {
    if (taken.has(at)) {
      at++
      continue
    }
    const next = nextPhrase(walk, at, taken, found, located)
    found.push(next)
    at += next.length
  }
  return found
}

function nextPhrase(
  walk: Walk,
  at: number,
  taken: ReadonlySet<number>,
  found: readonly Found[],
  located: boolean
): Found | Mentioned {
  const { tokens, knowledge } = walk
  const token = tokens[at]
  if (!token || token.literal) return single(tokens, at)
  const street = streetAt(walk, at, taken, found, located)
  if (street > 0) return { ...spanned(tokens, at, street), street: true }
  const begun = (from: number) => longest(walk, from, taken, found, located)
  const first = begun(at)
  const streetInside =
    first &&
    streetWithin(first, (from) =>
      needsTown(tokens[from]?.text ?? '') ? streetAt(walk, from, taken, found, located) : 0
    )
  if (streetInside) {
    const whole = longest(walk, at, new Set([...taken, streetInside]), found, located)
    if (whole) return whole
  } else if (first && !isAskedOf(first, begun)) return first
  const number = taken.has(at + 1) ? '' : (tokens[at + 1]?.text ?? '')
  // A word and a number may be one known word: "quai 9" is Quai9.
  if (/^\d{1,3}$/.test(number) && knowledge.lexicon.known(`${token.text}${number}`))
    return spanned(tokens, at, 2)
  if (located && isNumberHere(walk, at, found, taken)) {
    const mention = numberMention(token, knowledge.gazetteer)
    if (mention) return { ...single(tokens, at), mention: { ...mention, mended: false } }
  }
  return single(tokens, at)
}

/**
 * Whether a phrase that begins with a commonplace word ("aide") is given up, because another phrase begins inside it
 * and ends after it: in "de l'aide pour ordinateur libre accès", the phrase is "ordinateur libre accès".
 */
function isAskedOf({ at, length, words, meaning }: Found, begun: (at: number) => Found | undefined): boolean {
  if (!meaning || length === 1 || !COMMONPLACE.has(words[0] ?? '')) return false
  const within = Array.from({ length: length - 1 }, (_, place) => begun(at + 1 + place))
  return within.some((other) => other?.meaning && other.length > 1 && other.at + other.length > at + length)
}

/**
 * The number of tokens of the street name at `at`; 0 if there is none. The name ends where a need or a kind of place
 * begins. It also ends where a town begins, if the town is followed only by words that confirm it, or by words that
 * were understood.
 */
function streetAt(
  walk: Walk,
  at: number,
  taken: ReadonlySet<number>,
  found: readonly (Found | Mentioned)[],
  located: boolean
): number {
  const { tokens, how } = walk
  const ends = (from: number): boolean => {
    if (taken.has(from)) return true
    const next = longest({ ...walk, how: { ...how, typing: false } }, from, taken, [], located, true)
    if (!next) return false
    const behind = next.at + next.length
    if ('mention' in next) return isBehindAll(walk, behind, taken) || isUnderstoodAt(walk, behind, taken)
    return next.length > 1 || next.meaning?.kind === 'type'
  }
  if (isUnderstoodAt(walk, at, taken) || (located && isTownAt(walk, at, taken))) return 0
  const length = streetLength(tokens, at, ends)
  if (length > 0 || !mayBeStreet(walk, at)) return length
  const isTown = (index: number) => taken.has(index) && !how.taken.has(index)
  const beside = streetLength(tokens, at, ends, true)
  const isNamed = nameOfStreet(tokens.slice(at, at + beside).map(({ text }) => text)).length > 0
  let behind = at + beside
  while (GRAMMAR.has(tokens[behind]?.text ?? '') && !taken.has(behind)) behind++
  const next = longest(walk, behind, taken, [], located, true)
  const townBehind = isTown(behind) || /^\d{5}$/.test(tokens[behind]?.text ?? '') || (next && isMention(next))
  const townBefore = found.some(isMention) || tokens.some((_, index) => index < at && isTown(index))
  return isNamed && (townBehind || townBefore) ? beside : 0
}

/**
 * Whether a word such as "place" or "cours" may begin the name of a street. It does not in "une place en crèche",
 * "cours d'anglais" and "place internet": what follows must neither be a need nor, for "cours", an everyday word.
 */
function mayBeStreet(walk: Walk, at: number): boolean {
  const { tokens, knowledge } = walk
  if (NO_STREET_BEHIND.has(tokens[at - 1]?.text ?? '')) return false
  let name = at + 1
  while (name < tokens.length && GRAMMAR.has(tokens[name]?.text ?? '')) name++
  const meaning = meaningAt(walk, name)
  if (tokens[at]?.text !== 'cours') return meaning === undefined || meaning.kind === 'type'
  return meaning === undefined && !knowledge.lexicon.everyday(tokens[name]?.text ?? '')
}

const NO_STREET_BEHIND = new Set('un une des ma ta sa leur votre notre en de'.split(' '))

/**
 * Where the name of a street begins inside a phrase that ends before it: "démarches place" in "démarches place du Marché,
 * Vitré". Undefined if there is none.
 */
const streetWithin = (
  { at, length, meaning }: Found,
  streetFrom: (at: number) => number
): number | undefined =>
  meaning &&
  Array.from({ length: length - 1 }, (_, place) => at + 1 + place).find(
    (from) => from + streetFrom(from) > at + length
  )

/** "Ruelle-sur-Touvre" is a town, although its first word is a type of street. */
function isTownAt({ tokens, knowledge }: Walk, at: number, taken: ReadonlySet<number>): boolean {
  const most = spanWithout(tokens, at, Math.min(LONGEST_NAME, tokens.length - at), taken)
  const words = tokens.slice(at, at + most).map(({ text }) => text)
  const isTown = (length: number) =>
    knowledge.gazetteer.named(words.slice(0, length)).some(({ kind }) => kind === 'commune')
  return words.some((_, last) => last > 0 && isTown(last + 1))
}

function longest(
  walk: Walk,
  at: number,
  taken: ReadonlySet<number>,
  found: readonly Found[],
  located: boolean,
  exactly = false
): Found | Mentioned | undefined {
  const { tokens, mended, sentence } = walk
  const most = Math.min(Math.max(LONGEST_MEANING, LONGEST_NAME), tokens.length - at)
  for (let length = spanWithout(tokens, at, most, taken); length > 0; length--) {
    const words = tokens.slice(at, at + length).map(({ text }) => text)
    const base = { at, length, words, last: at + length === tokens.length, literal: false }
    for (const some of exactly ? [words] : readingsOf(words, mended.slice(at, at + length))) {
      const meaning = meaningOf(some, sentence)
      if (meaning) return { ...base, mended: some, meaning }
      if (!located || some.length !== length) continue
      const mention = mentionOf(walk, some, base, found, taken)
      if (mention) return { ...base, mended: some, mention }
    }
  }
  if (!located || exactly) return undefined
  return cityAlike(walk, at, found, taken)
}
