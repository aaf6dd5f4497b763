import type { Point } from '../geo/geo.ts'
import { LONGEST_MEANING, meaningOf } from './meaning-index.ts'
import { type Mended, mend, readingsOf } from './mended-words.ts'
import type { Found, Phrases, Place } from './phrase.ts'
import { COMMONPLACE, fillersOf, GRAMMAR, isSentence } from './spoken.ts'
import type { Token } from './tokens.ts'
import { agrees, combine, type Placed } from './where/combine.ts'
import type { Gazetteer } from './where/gazetteer.ts'
import { mentionAt } from './where/mention-at.ts'
import { LONGEST_NAME, nameMention, numberMention, type Standing } from './where/mentions.ts'
import type { Named } from './where/named.ts'
import { streetLength } from './where/streets.ts'
import type { Lexicon } from './word-lexicon.ts'

/** A phrase that may say where. */
type Mentioned = Found & { readonly mention: Placed }

export type Knowledge = { readonly lexicon: Lexicon; readonly gazetteer: Gazetteer }

type How = {
  /** Whether the last word may go on. */
  readonly typing: boolean
  readonly nowhere: boolean
  readonly near: Point | null
  /** Tokens that are read already: when, near me. */
  readonly taken: ReadonlySet<number>
}

/** What the walk over the question needs to know of all of it. */
type Walk = {
  readonly tokens: readonly Token[]
  readonly mended: readonly Mended[]
  readonly fillers: ReadonlySet<string>
  readonly sentence: boolean
  readonly knowledge: Knowledge
  readonly how: How
}

/**
 * Takes the longest phrase that means something, word after word; what means nothing stays a word. All that names a place is
 * first found, then made into one place: what is none of it is then read as words. While it is `typing`, the last word may
 * go on, and is not mended where some word does begin so.
 */
export function findPhrases(tokens: readonly Token[], knowledge: Knowledge, how: How): Phrases {
  const { lexicon, gazetteer } = knowledge
  // "miss" may become a "mission", and is no typing error for the village of Missé.
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

const isMention = (found: Found | Mentioned): found is Mentioned => 'mention' in found

/**
 * "marie de cahors": a word that stands alone before a town, and is a kind of place but for a letter left out or too many,
 * is that kind as well, even where it is a word.
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

/** "café" is no CAF. */
const LEAST_KIND = 5

const isGrammar = ({ words }: Found): boolean => words.every((word) => GRAMMAR.has(word))

/** Each phrase from left to right; `taken` tokens are in none, and none goes across them. */
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
  const street = streetAt(walk, at, taken, located)
  if (street > 0) return { ...spanned(tokens, at, street), street: true }
  const begun = (from: number) => longest(walk, from, taken, found, located)
  const first = begun(at)
  if (first && !isAskedOf(first, begun)) return first
  const number = taken.has(at + 1) ? '' : (tokens[at + 1]?.text ?? '')
  // "quai 9" is Quai9.
  if (/^\d{1,3}$/.test(number) && knowledge.lexicon.known(`${token.text}${number}`))
    return spanned(tokens, at, 2)
  if (located && isNumberHere(walk, at, found, taken)) {
    const mention = numberMention(token, knowledge.gazetteer)
    if (mention) return { ...single(tokens, at), mention: { ...mention, mended: false } }
  }
  return single(tokens, at)
}

/** "de l'aide pour ordinateur libre accès": what help is asked for goes on where a phrase that begins with "aide" ends. */
function isAskedOf({ at, length, words, meaning }: Found, begun: (at: number) => Found | undefined): boolean {
  if (!meaning || length === 1 || !COMMONPLACE.has(words[0] ?? '')) return false
  const within = Array.from({ length: length - 1 }, (_, place) => begun(at + 1 + place))
  return within.some((other) => other?.meaning && other.length > 1 && other.at + other.length > at + length)
}

/** A street's name ends where a town begins that nothing but what confirms it follows, or where a need begins. */
function streetAt(walk: Walk, at: number, taken: ReadonlySet<number>, located: boolean): number {
  const { tokens, how } = walk
  const ends = (from: number): boolean => {
    if (taken.has(from)) return true
    const next = longest({ ...walk, how: { ...how, typing: false } }, from, taken, [], located, true)
    if (!next) return false
    const behind = next.at + next.length
    if ('mention' in next) return isBehindAll(walk, behind, taken) || isUnderstoodAt(walk, behind, taken)
    return next.length > 1 || next.meaning?.kind === 'type'
  }
  return isUnderstoodAt(walk, at, taken) ? 0 : streetLength(tokens, at, ends)
}

/** Whether from there on stands only what confirms a place: a postcode, a number, an area, grammar. */
function isBehindAll({ tokens, knowledge }: Walk, from: number, taken: ReadonlySet<number>): boolean {
  for (let at = from; at < tokens.length; at++) {
    const { text = '', literal = false } = tokens[at] ?? {}
    if (taken.has(at) || GRAMMAR.has(text) || /^\d+(e|er|eme)?$/.test(text) || CONFIRMING.has(text)) continue
    if (literal || !isAreaFrom(tokens, at, knowledge.gazetteer)) return false
    return true
  }
  return true
}

const CONFIRMING = new Set(['cedex', 'arrondissement', 'france', 'departement', 'region'])

/** Whether the rest of the question names a département, a région or an intercommunality. */
const isAreaFrom = (tokens: readonly Token[], from: number, gazetteer: Gazetteer): boolean => {
  const words = tokens.slice(from).map(({ text }) => text)
  const end = words.findLastIndex((word) => !/^\d+$/.test(word)) + 1
  return gazetteer.named(words.slice(0, end)).some(({ kind }) => kind !== 'commune')
}

/** "24" in the midst of words may be an age or an hour: a number says where alone, at the end, in brackets, or beside a name. */
function isNumberHere(
  walk: Walk,
  at: number,
  found: readonly (Found | Mentioned)[],
  taken: ReadonlySet<number>
): boolean {
  const { tokens } = walk
  const { text = '', bracketed = false } = tokens[at] ?? {}
  if (bracketed || text.length >= 5) return true
  const before = found.findLast((each) => !isGrammar(each))
  if (before && isMention(before)) return true
  const last = tokens.every((_, other) => other <= at || taken.has(other))
  const introduced = BEFORE_A_NUMBER.has(tokens[at - 1]?.text ?? '')
  if (introduced && (last || isUnderstoodAt(walk, at + 1, taken))) return true
  // In "11e arrondissement de Paris" and "01 Ain", the town or département follows.
  if (!last) return at === 0 || /^\d{1,2}(er|e|eme|ere|re)$/.test(text)
  return before === undefined || (before.meaning !== undefined && !before.meaning.aside)
}

const BEFORE_A_NUMBER = new Set(['le', 'departement', 'dept', 'dep', 'dpt', 'dans'])

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

/** How many tokens from there on stand together, none of them taken or literal. */
function spanWithout(tokens: readonly Token[], at: number, most: number, taken: ReadonlySet<number>): number {
  let length = 0
  while (length < most && !taken.has(at + length) && !tokens[at + length]?.literal) length++
  return length
}

type Base = Pick<Found, 'at' | 'length' | 'words'>

function mentionOf(
  walk: Walk,
  words: readonly string[],
  base: Base,
  found: readonly Found[],
  taken: ReadonlySet<number>
): Placed | undefined {
  const last = walk.tokens[base.at + base.length - 1]
  // "Marseille (13)" is not the thirteenth arrondissement.
  if (base.length > 1 && last?.bracketed && /^\d/.test(last.text)) return undefined
  const isMended = words.some((word, at) => word !== base.words[at])
  const standing = (named: readonly Named[]) => standingOf(walk, base, found, taken, isMended, named)
  const mention = nameMention(words, walk.fillers, standing, walk.knowledge)
  return mention && { ...mention, mended: isMended }
}

function standingOf(
  walk: Walk,
  { at, length }: Base,
  found: readonly Found[],
  taken: ReadonlySet<number>,
  mended: boolean,
  named: readonly Named[]
): Standing {
  const { tokens, fillers, how } = walk
  const said = found.filter((each) => !isGrammar(each) && !each.words.every((word) => fillers.has(word)))
  const prior = said.at(-1)
  const last = isBehindAll(walk, at + length, taken)
  const understood =
    prior && (isMention(prior) || prior.meaning !== undefined || prior.literal || prior.street)
  return {
    before: taken.has(at - 1) ? undefined : tokens[at - 1]?.text,
    after: tokens[at + length]?.text,
    prior: prior ? (understood ? 'understood' : 'word') : 'nothing',
    priorWord: prior?.words.at(-1),
    alone: last && said.length === 0,
    last,
    followed: !last && isUnderstoodAt(walk, at + length, taken),
    apart: tokens[at]?.apart === true,
    confirmed: isConfirmed(walk, { at, length }, found, named),
    ...{ fillers, mended, near: how.near }
  }
}

/** Whether a phrase that means something begins there. */
function isUnderstoodAt({ tokens, sentence }: Walk, from: number, taken: ReadonlySet<number>): boolean {
  let at = from
  while (at < tokens.length && !taken.has(at) && GRAMMAR.has(tokens[at]?.text ?? '')) at++
  if (taken.has(at)) return true
  for (let length = spanWithout(tokens, at, LONGEST_MEANING, taken); length > 0; length--) {
    if (
      meaningOf(
        tokens.slice(at, at + length).map(({ text }) => text),
        sentence
      )
    )
      return true
  }
  return false
}

/** Whether other words of the question agree with one of these. */
function isConfirmed(
  { tokens, knowledge }: Walk,
  { at, length }: Pick<Found, 'at' | 'length'>,
  found: readonly Found[],
  named: readonly Named[]
): boolean {
  const { gazetteer } = knowledge
  const before = found.findLast((each) => !isGrammar(each))
  const beside = [
    before && isMention(before) ? before.mention : undefined,
    mentionAt(tokens, at + length, gazetteer)
  ]
  return beside.some(
    (mention) =>
      mention !== undefined &&
      mention.by !== 'ordinal' &&
      named.some((each) => agrees(each, { ...mention, mended: false }, gazetteer))
  )
}

/** Minimum population: "lion" is a word, but "fab lab lion" means Lyon. */
const LARGE_CITY = 100_000

/** A large city that sounds like the word, if the word is where a town may be. */
function cityAlike(
  walk: Walk,
  at: number,
  found: readonly Found[],
  taken: ReadonlySet<number>
): Mentioned | undefined {
  const word = walk.tokens[at]?.text ?? ''
  const base = { ...single(walk.tokens, at) }
  for (const other of walk.mended[at]?.alike ?? []) {
    const standing = standingOf(walk, base, found, taken, true, [])
    if (!standing.last || standing.alone || word.length < LEAST_CITY) continue
    const mention = nameMention([other], walk.fillers, () => standing, walk.knowledge)
    const [city] = mention?.named ?? []
    if (mention && city?.kind === 'commune' && city.population >= LARGE_CITY)
      return { ...base, mended: [other], mention: { ...mention, mended: true } }
  }
  return undefined
}

const LEAST_CITY = 4

function single(tokens: readonly Token[], at: number): Found {
  const { text = '', literal = false } = tokens[at] ?? {}
  const words = literal ? text.split(' ') : [text]
  return { at, length: 1, words, mended: words, last: at === tokens.length - 1, literal }
}

function spanned(tokens: readonly Token[], at: number, length: number): Found {
  const words = tokens.slice(at, at + length).map(({ text }) => text)
  return { at, length, words, mended: words, last: at + length === tokens.length, literal: false }
}
