import type { Found } from '../phrase.ts'
import { GRAMMAR } from '../spoken.ts'
import type { Token } from '../tokens.ts'
import { isGrammar, isMention, isUnderstoodAt, type Mentioned, single, type Walk } from '../walk.ts'
import { agrees, type Placed } from './combine.ts'
import type { Gazetteer } from './gazetteer.ts'
import { mentionAt } from './mention-at.ts'
import { type Mention, nameMention, type Standing } from './mentions.ts'
import { nameKey, wordsOfName } from './name-keys.ts'
import type { Named } from './named.ts'
import { mayBeginStreet } from './streets.ts'

/**
 * Whether a number names a place. Between words, "24" may be an age or an hour; alone, at the end, in brackets or
 * beside a name, it is a département or an arrondissement.
 */
export function isNumberHere(
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

type Base = Pick<Found, 'at' | 'length' | 'words'>

/** The place that these words name in their position, or undefined. */
export function mentionOf(
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
  const gazetteer = withBeginnings(walk.knowledge.gazetteer, numbersBeside(walk, base, found))
  const mention = nameMention(words, walk.fillers, standing, { ...walk.knowledge, gazetteer })
  return mention && { ...mention, mended: isMended }
}

type Beside = Pick<Found, 'at' | 'length'>

/** Postcodes and numbers directly before and after the words. */
function numbersBeside(
  { tokens, knowledge }: Walk,
  { at, length }: Beside,
  found: readonly Found[]
): readonly Mention[] {
  const before = found.findLast((each) => !isGrammar(each))
  return [
    before && isMention(before) ? before.mention : undefined,
    mentionAt(tokens, at + length, knowledge.gazetteer)
  ]
    .filter((mention) => mention !== undefined)
    .filter(({ by }) => by === 'postcode' || by === 'number')
}

const MOST_BEGUN = 200

/**
 * "Saint-Germain 78" means Saint-Germain-en-Laye. If no town of exactly this name agrees with the number, a
 * town whose name begins with these words and agrees is meant.
 */
function withBeginnings(gazetteer: Gazetteer, numbers: readonly Mention[]): Gazetteer {
  if (numbers.length === 0) return gazetteer
  const isConfirmed = (each: Named) =>
    numbers.some((mention) => agrees(each, { ...mention, mended: false }, gazetteer))
  const named = (words: readonly string[]) => {
    const exact = gazetteer.named(words)
    const letters = words.join('').length
    if (letters < LEAST_BEGUN || exact.some(isConfirmed)) return exact
    const begun = gazetteer
      .beginning(words.join(' '), MOST_BEGUN)
      .filter(
        (each) => each.kind === 'commune' && !each.whole && beginsWith(each, words) && isConfirmed(each)
      )
    return begun.length > 0 ? [...begun, ...exact] : exact
  }
  return { ...gazetteer, named }
}

const LEAST_BEGUN = 5
const beginsWith = ({ name }: Named, words: readonly string[]): boolean =>
  `${nameKey(wordsOfName(name))} `.startsWith(`${nameKey(words)} `)

/** The position of the words in the question, which decides whether they name a place. */
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
    followed: !last && (isUnderstoodAt(walk, at + length, taken) || mayBeginStreet(tokens, at + length)),
    apart: tokens[at]?.apart === true,
    confirmed: isConfirmed(walk, { at, length }, found, named),
    ...{ fillers, mended, near: how.near }
  }
}

/** Whether a postcode, number or area beside the words confirms one of these places. */
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

/**
 * Whether the rest of the question contains nothing to search for and at most confirms a place: a postcode, a number,
 * an area, grammar words, "horaires", "ouvert".
 */
export function isBehindAll(
  { tokens, knowledge, fillers }: Walk,
  from: number,
  taken: ReadonlySet<number>
): boolean {
  for (let at = from; at < tokens.length; at++) {
    const { text = '', literal = false } = tokens[at] ?? {}
    if (
      taken.has(at) ||
      GRAMMAR.has(text) ||
      (fillers.has(text) && !literal) ||
      /^\d+(e|er|eme)?$/.test(text) ||
      CONFIRMING.has(text)
    )
      continue
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

/** Minimum population of a city that may be meant by a word like its name: "lion" in "fab lab lion" means Lyon. */
const LARGE_CITY = 100_000

/** A large city that sounds like the word, if the word is where a town may be. */
export function cityAlike(
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
