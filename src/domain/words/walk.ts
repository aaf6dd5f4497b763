import type { Point } from '../geo/geo.ts'
import { LONGEST_MEANING, type Meaning, meaningOf } from './meaning-index.ts'
import type { Mended } from './mended-words.ts'
import type { Found } from './phrase.ts'
import { GRAMMAR } from './spoken.ts'
import type { Token } from './tokens.ts'
import type { Placed } from './where/combine.ts'
import type { Gazetteer } from './where/gazetteer.ts'
import type { Lexicon } from './word-lexicon.ts'

/** A phrase that may name a place. */
export type Mentioned = Found & { readonly mention: Placed }

export type Knowledge = { readonly lexicon: Lexicon; readonly gazetteer: Gazetteer }

export type How = {
  /** Whether the last word may be incomplete. */
  readonly typing: boolean
  /** Whether to read no word as a place. */
  readonly nowhere: boolean
  readonly near: Point | null
  /** Indexes of the tokens that were already read as a time or as "near me". */
  readonly taken: ReadonlySet<number>
}

/** A question while it is read from left to right: its tokens, and how to read them. */
export type Walk = {
  readonly tokens: readonly Token[]
  readonly mended: readonly Mended[]
  readonly fillers: ReadonlySet<string>
  readonly sentence: boolean
  readonly knowledge: Knowledge
  readonly how: How
}

/** Whether the phrase may name a place. */
export const isMention = (found: Found | Mentioned): found is Mentioned => 'mention' in found

export const isGrammar = ({ words }: Found): boolean => words.every((word) => GRAMMAR.has(word))

/** The number of tokens from `at` on, at most `most`, before a token that is taken or literal. */
export function spanWithout(
  tokens: readonly Token[],
  at: number,
  most: number,
  taken: ReadonlySet<number>
): number {
  let length = 0
  while (length < most && !taken.has(at + length) && !tokens[at + length]?.literal) length++
  return length
}

/** Whether a phrase with a meaning begins at `from`. */
export function isUnderstoodAt(walk: Walk, from: number, taken: ReadonlySet<number>): boolean {
  const { tokens } = walk
  let at = from
  while (at < tokens.length && !taken.has(at) && GRAMMAR.has(tokens[at]?.text ?? '')) at++
  if (taken.has(at)) return true
  return meaningAt(walk, at, taken) !== undefined
}

/** The meaning of the longest phrase from `at` on, as typed. */
export function meaningAt(
  { tokens, sentence }: Walk,
  at: number,
  taken: ReadonlySet<number> = new Set()
): Meaning | undefined {
  for (let length = spanWithout(tokens, at, LONGEST_MEANING, taken); length > 0; length--) {
    const words = tokens.slice(at, at + length).map(({ text }) => text)
    const meaning = meaningOf(words, sentence)
    if (meaning) return meaning
  }
  return undefined
}

export function single(tokens: readonly Token[], at: number): Found {
  const { text = '', literal = false } = tokens[at] ?? {}
  const words = literal ? text.split(' ') : [text]
  return { at, length: 1, words, mended: words, last: at === tokens.length - 1, literal }
}

export function spanned(tokens: readonly Token[], at: number, length: number): Found {
  const words = tokens.slice(at, at + length).map(({ text }) => text)
  return { at, length, words, mended: words, last: at + length === tokens.length, literal: false }
}
