import { type Found, findPhrases } from './find-phrases.ts'
import type { Gazetteer, Named } from './gazetteer.ts'
import type { Meaning } from './meaning-index.ts'
import { fillersOf, GRAMMAR, isSentence } from './spoken.ts'
import { type Token, tokensOf, typedAt } from './tokens.ts'
import { meaningWish, type Standing, wordWish } from './wishes.ts'
import type { Lexicon } from './word-lexicon.ts'
import type { Reading, Span, Where, Wish, Words } from './words.ts'

export type Knowledge = { readonly lexicon: Lexicon; readonly gazetteer: Gazetteer }

/**
 * How much is forgiven: while it is `typed`, the last word may be any that begins so; where nothing was found, it is read
 * `again`, and every word may be a typing error, even one that exists; and at last, of a sentence, only what has a meaning.
 */
export type Mode = 'asked' | 'typed' | 'again' | 'in essence'

function standingOf({ last }: Found, mode: Mode): Standing {
  if (mode === 'again') return 'doubted'
  if (last && mode === 'typed') return 'begun'
  return last ? 'last' : 'whole'
}

/**
 * What a text of words asks for: things, each in all the words for it, and where, unless it is `nowhere`. Pure: the same text over the same
 * words and names is read the same.
 */
export function readWords(
  text: string,
  knowledge: Knowledge,
  mode: Mode = 'asked',
  places: 'anywhere' | 'nowhere' = 'anywhere'
): Words {
  const tokens = tokensOf(text)
  const found = findPhrases(tokens, knowledge, {
    typing: mode === 'typed',
    nowhere: places === 'nowhere'
  })
  const where = found.find(isWhere)
  const said = found.filter((each) => each !== where && !isGrammar(each))
  const fillers = fillersOf(tokens)
  const telling = said.filter((each) => !isFiller(each, fillers))
  const kept = essence(telling.length > 0 || where ? telling : said, mode)
  const parts = kept.map((each) => read(each, standingOf(each, mode), knowledge, tokens))
  const demanding = demands(kept, parts, isSentence(tokens))
  const wishes = demanding.some(({ required }) => required) ? demanding : demanding.map(demanded)
  return {
    wishes,
    groups: wishes,
    where: where ? whereSaid(where, tokens) : null,
    when: null,
    nearMe: null,
    ignored: [],
    readings: [
      ...parts.flatMap(({ reading }) => reading ?? []),
      ...said
        .filter((each) => !kept.includes(each))
        .map((each) => ({ as: 'ignored' as const, ...typedAt(tokens, [spanOf(each)]) }))
    ],
    whole: tokens.map(({ text: word }) => word).join(' ')
  }
}

const isWhere = (found: Found): found is Found & { readonly where: Named } => found.where !== undefined
const isFiller = ({ words, meaning, literal }: Found, fillers: ReadonlySet<string>): boolean =>
  !meaning && !literal && words.every((word) => fillers.has(word) || GRAMMAR.has(word))
const isGrammar = ({ words, meaning, literal }: Found): boolean =>
  !meaning && !literal && words.every((word) => GRAMMAR.has(word))

/**
 * What a place must say. Beside what else is meant, what it is done on need not be said; and in a sentence that tells a need,
 * only what has a meaning: people say in many words what places say in their own.
 */
function demands(found: readonly Found[], parts: readonly Part[], sentence: boolean): readonly Wish[] {
  const meant = found.flatMap(({ meaning }) => meaning ?? [])
  const mainly = meant.some(({ aside, favours }) => !aside && !favours)
  const told = sentence && meant.some(isNeed)
  return parts.map(({ wish }, at) => {
    const { meaning, literal } = found[at] ?? {}
    const beside = meaning ? meaning.aside && mainly : told && !literal
    return beside ? { ...wish, required: false } : wish
  })
}

const isNeed = ({ codes }: Meaning): boolean => codes.some(({ parameter }) => parameter === 'service')

const demanded = (wish: Wish): Wish => ({ ...wish, required: true })

const spanOf = ({ at, length }: Found): Span => [at, length]

function whereSaid(found: Found & { readonly where: Named }, tokens: readonly Token[]): Where {
  const { words, mended, where } = found
  const { kind, code, name, centre, department } = where
  return {
    ...typedAt(tokens, [spanOf(found)]),
    says: [...new Set([words.join(' '), mended.join(' ')])],
    ...{ kind, code, name, centre, department, commune: null, postcode: null },
    ...{ also: [], ambiguous: [], address: null }
  }
}

/** So many words that no place says make a sentence; of fewer, each is told to have emptied the answer. */
const SENTENCE = 2

/** "quelqu'un pour m'aider avec mon CV": of a sentence or a need, what has a meaning; all of it where nothing has. */
function essence(found: readonly Found[], mode: Mode): readonly Found[] {
  if (mode !== 'in essence') return found
  const meant = found.filter(({ meaning, literal }) => meaning || literal)
  const needs = found.some(({ meaning }) => meaning && isNeed(meaning))
  return meant.length > 0 && (needs || found.length - meant.length >= SENTENCE) ? meant : found
}

type Part = { readonly wish: Wish; readonly reading: Reading | null }

function read(found: Found, standing: Standing, { lexicon }: Knowledge, tokens: readonly Token[]): Part {
  const typed = found.words.join(' ')
  if (found.literal) return { wish: literalWish(typed), reading: null }
  const said = typedAt(tokens, [spanOf(found)])
  if (found.meaning) {
    const { codes } = found.meaning
    return {
      wish: meaningWish(typed, found.mended, found.meaning),
      reading: { as: 'meaning', ...said, codes }
    }
  }
  const wish = wordWish(typed, lexicon, standing)
  const words = [...wish.exact, ...wish.near].filter((word) => word !== typed)
  return { wish, reading: words.length > 0 ? { as: 'correction', ...said, words } : null }
}

export const literalWish = (typed: string): Wish => ({
  kind: 'word',
  aside: false,
  typed,
  length: typed.split(' ').length,
  exact: [typed],
  same: [],
  near: [],
  codes: [],
  required: true,
  weight: 1
})
