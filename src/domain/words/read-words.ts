import type { Point } from '../geo/geo.ts'
import { findNearMe } from './find-near-me.ts'
import { findPhrases } from './find-phrases.ts'
import { findRefused, type Refused } from './find-refused.ts'
import type { Meaning } from './meaning-index.ts'
import type { Found, Phrases, Place } from './phrase.ts'
import { COMMONPLACE, fillersOf, GRAMMAR, isSentence } from './spoken.ts'
import { type FoundTime, findTime } from './time/find-time.ts'
import { spansOf, type Token, tokensOf, typedAt, wordsAt } from './tokens.ts'
import type { Knowledge } from './walk.ts'
import { type FoundAbroad, findAbroad } from './where/abroad.ts'
import { literalWish, meaningWish, type Standing, timeWish, wordWish } from './wishes.ts'
import type { Reading, Span, Typed, Where, Wish, Words } from './words.ts'

/**
 * How tolerant the reading is. `asked`: normal. `typed`: the last word may be the beginning of a longer one.
 * `again`, if nothing was found: every word may be a typing error, even one that exists. `in essence`, as a last
 * resort: in a sentence, only words with a meaning count.
 */
export type Mode = 'asked' | 'typed' | 'again' | 'in essence'

type Asker = {
  /** Whether the words are a name, in which no place or time is looked for. */
  readonly nowhere?: boolean
  /** Position of the user: among towns with the same name, the nearest is meant. */
  readonly near?: Point | null
}

function standingOf({ last }: Found, mode: Mode): Standing {
  if (mode === 'again') return 'doubted'
  if (last && mode === 'typed') return 'begun'
  return last ? 'last' : 'whole'
}

/** A question taken apart, before its wishes are determined. */
type Parts = Phrases & {
  readonly tokens: readonly Token[]
  readonly time: FoundTime | null
  readonly nearMe: ReadonlySet<number>
  readonly refused: readonly Refused[]
}

/**
 * What a text asks for: things (each with all the words for it), where, and when. Pure: the result depends only on
 * the text, the mode, the known words and names, and the user's position.
 */
export function readWords(
  text: string,
  knowledge: Knowledge,
  mode: Mode = 'asked',
  asker: Asker = {}
): Words {
  const parts = takeApart(text, knowledge, mode, asker)
  const { tokens, found, place, time, nearMe, refused } = parts
  const abroad = asker.nowhere ? undefined : findAbroad(tokens, knowledge.gazetteer)
  // "Genève" is spelt correctly, and not a misspelling of La Genête.
  const isInstead = (each: FoundAbroad) =>
    !place || place.used.some(({ at }) => at >= each.at && at < each.at + each.length)
  if (abroad && isInstead(abroad)) return readAbroad(abroad, tokens)
  const fillers = fillersOf(tokens)
  const said = found.filter((each) => !isGrammar(each))
  const telling = said.filter((each) => !isFiller(each, fillers))
  const isMore = telling.length > 0 || place !== null || time !== null || nearMe.size > 0
  const kept = essence(isMore ? telling : said, mode)
  const read = kept.map((each) => readPhrase(each, standingOf(each, mode), knowledge, tokens))
  const unknown = unknownAmong(read, kept, place, mode)
  const wished = demands(kept, read, isSentence(tokens)).filter((_, at) => !unknown.has(at))
  const unread = kept.filter((_, at) => unknown.has(at))
  const left = [...said.filter((each) => !kept.includes(each)), ...unread]
  const refusedTimes = refused
    .filter(({ codes }) => codes.length === 0)
    .map(({ spans }) => typedAt(tokens, spans))
  const typed = (each: Found) => typedAt(tokens, [spanOf(each)])
  return {
    ...wishesOf(wished, time && typedAt(tokens, spansOf(time.tokens)).typed),
    where: place && whereSaid(place, tokens),
    when: time && { ...typedAt(tokens, spansOf(time.tokens)), said: time.said, at: null },
    nearMe: nearMe.size > 0 ? typedAt(tokens, spansOf(nearMe)) : null,
    abroad: null,
    refused: refused.flatMap(({ codes }) => codes),
    ignored: [
      ...[...telling.filter((each) => !kept.includes(each) && !isCommonplace(each)), ...unread].map(typed),
      ...refusedTimes
    ],
    readings: [
      ...read.flatMap(({ reading }, at) => (unknown.has(at) ? [] : (reading ?? []))),
      ...left.map((each): Reading => ({ as: 'ignored', ...typed(each) })),
      ...refusedTimes.map((each): Reading => ({ as: 'ignored', ...each })),
      ...refused
        .filter(({ codes }) => codes.length > 0)
        .map(({ spans, codes }): Reading => ({ as: 'refused', ...typedAt(tokens, spans), codes }))
    ],
    whole: tokens.map(({ text: word }) => word).join(' ')
  }
}

/** A question about a place outside of France, where the directory has no places. */
function readAbroad({ at, length, name }: FoundAbroad, tokens: readonly Token[]): Words {
  return {
    ...{
      wishes: [],
      groups: [],
      where: null,
      when: null,
      nearMe: null,
      refused: [],
      ignored: [],
      readings: []
    },
    abroad: { ...typedAt(tokens, [[at, length]]), name },
    whole: tokens.map(({ text: word }) => word).join(' ')
  }
}

function takeApart(
  text: string,
  knowledge: Knowledge,
  mode: Mode,
  { nowhere = false, near = null }: Asker
): Parts {
  const tokens = tokensOf(text)
  const refused = nowhere ? [] : findRefused(tokens)
  const time = nowhere ? null : findTime(tokens)
  const phrasesBeside = (nearMe: ReadonlySet<number>) =>
    findPhrases(tokens, knowledge, {
      typing: mode === 'typed',
      taken: new Set([...(time?.tokens ?? []), ...nearMe, ...refused.flatMap(({ tokens }) => [...tokens])]),
      ...{ nowhere, near }
    })
  const nearMe = nowhere ? NONE : findNearMe(tokens, true)
  const phrases = phrasesBeside(nearMe)
  const around = nowhere || phrases.place ? nearMe : findNearMe(tokens, false)
  if (around.size === nearMe.size) return { ...phrases, tokens, time, nearMe, refused }
  return { ...phrasesBeside(around), tokens, time, nearMe: around, refused }
}

const NONE: ReadonlySet<number> = new Set()

const spanOf = ({ at, length }: Found): Span => [at, length]
const isFiller = ({ words, meaning, literal, street }: Found, fillers: ReadonlySet<string>): boolean =>
  !meaning && !literal && !street && words.every((word) => fillers.has(word) || GRAMMAR.has(word))
const isCommonplace = ({ words }: Found): boolean => words.every((word) => COMMONPLACE.has(word))
const isGrammar = ({ words, meaning, literal }: Found): boolean =>
  !meaning && !literal && words.every((word) => GRAMMAR.has(word))

/**
 * All wishes, and the wishes that concern the text of a place (`groups`). If no wish is required, all of them become
 * required, except the words of a street.
 */
function wishesOf(
  wished: readonly (Wish & { readonly street: boolean })[],
  time: string | null
): Pick<Words, 'wishes' | 'groups'> {
  const isDemanded = wished.some(({ required }) => required)
  const groups = wished.map(({ street, ...wish }) =>
    isDemanded || street ? wish : { ...wish, required: true }
  )
  return { wishes: time === null ? groups : [...groups, timeWish(time)], groups }
}

/**
 * Decides which words a place must contain. Incidental words ("sur mon ordinateur") are not required beside
 * others; and in a sentence that expresses a need, only words with a meaning are, because people phrase their
 * needs in other words than places describe themselves.
 */
function demands(
  found: readonly Found[],
  read: readonly Read[],
  sentence: boolean
): readonly (Wish & { readonly street: boolean })[] {
  const meant = found.flatMap(({ meaning }) => meaning ?? [])
  const mainly = meant.some(({ aside, favours }) => !aside && !favours)
  const told = sentence && meant.some(isNeed)
  return read.map(({ wish }, at) => {
    const { meaning, literal, street = false } = found[at] ?? {}
    const beside = meaning ? meaning.aside && mainly : told && !literal
    return { ...wish, required: wish.required && !beside, street }
  })
}

const isNeed = ({ codes }: Meaning): boolean => codes.some(({ parameter }) => parameter === 'service')

function whereSaid(place: Place, tokens: readonly Token[]): Where {
  const { spot, lead, used, postcode, also, ambiguous, address } = place
  return {
    ...typedAt(
      tokens,
      spansOf(used.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index)))
    ),
    ...spot,
    says: [...new Set([lead.words.join(' '), lead.mended.join(' ')])],
    ...{ postcode, also, ambiguous },
    address: address && wordsAt(tokens, address.at, address.length)
  }
}

/**
 * With at least this many words without a meaning, the question is treated as a sentence. With fewer, each of
 * them is reported as a reason why nothing was found.
 */
const SENTENCE = 2

/**
 * Reduces a sentence or a need ("quelqu'un pour m'aider avec mon CV") to the phrases with a meaning; keeps
 * everything if there are none.
 */
function essence(found: readonly Found[], mode: Mode): readonly Found[] {
  if (mode !== 'in essence') return found
  const meant = found.filter(({ meaning, literal }) => meaning || literal)
  const needs = found.some(({ meaning }) => meaning && isNeed(meaning))
  return meant.length > 0 && (needs || found.length - meant.length >= SENTENCE) ? meant : found
}

/**
 * Indexes of the words that no place contains and that cannot be corrected. None if there is nothing else to
 * search for.
 */
function unknownAmong(
  read: readonly Read[],
  found: readonly Found[],
  place: Place | null,
  mode: Mode
): ReadonlySet<number> {
  if (mode === 'typed') return NONE
  const unknown = read.flatMap(({ known }, at) => (known && !isOfOtherScript(found[at]) ? [] : [at]))
  if (found.every((each) => isOfOtherScript(each) || isDigit(each))) return new Set(found.keys())
  return unknown.length < found.length || place !== null ? new Set(unknown) : NONE
}

/** Whether it is written in another script than the Latin one, which no place uses. */
const isOfOtherScript = (found: Found | undefined): boolean =>
  found?.meaning === undefined &&
  (found?.words.every((word) => /^[^\p{Script=Latin}\d]+$/u.test(word)) ?? false)

const isDigit = ({ words }: Found): boolean => words.every((word) => /^\d$/.test(word))

type Read = { readonly wish: Wish; readonly reading: Reading | null; readonly known: boolean }

function readPhrase(
  found: Found,
  standing: Standing,
  { lexicon }: Knowledge,
  tokens: readonly Token[]
): Read {
  const typed = found.words.join(' ')
  if (found.literal) return { wish: literalWish(typed), reading: null, known: true }
  const said: Typed = typedAt(tokens, [spanOf(found)])
  if (found.meaning) {
    const wish = meaningWish(typed, found.mended, found.meaning)
    return { wish, reading: { as: 'meaning', ...said, codes: found.meaning.codes }, known: true }
  }
  const { wish, known } = wordWish(typed, lexicon, standing)
  const optional = found.street ? { ...wish, required: false } : wish
  const words = [...wish.exact, ...wish.near].filter((word) => word !== typed)
  return { wish: optional, reading: words.length > 0 ? { as: 'correction', ...said, words } : null, known }
}
