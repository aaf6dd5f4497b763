import { wordRarity } from '../../words/rarity.ts'
import { GRAMMAR } from '../../words/spoken.ts'
import type { Lexicon } from '../../words/word-lexicon.ts'
import type { Words } from '../../words/words.ts'
import { KNOWN_ITEM } from './values.ts'

/** A part of the question that a name may contain. */
export type NamePart = {
  /** Share of the part in the question, in proportion to its rarity. The shares of a question add up to 1. */
  readonly share: number
  /** Phrases that express the part, exactly or except for a typing error. */
  readonly exact: readonly string[]
  readonly near: readonly string[]
}

/** A question that may be the name of a place. */
export type KnownItem = {
  readonly parts: readonly NamePart[]
  /**
   * Indexes of parts. A place must contain all parts in `all` and, if `any` is not empty, at least one part in `any`;
   * otherwise it cannot contain enough of the question and is not examined further.
   */
  readonly all: readonly number[]
  readonly any: readonly number[]
  /**
   * Whether the question contains more than a kind and a town. If not, it names only places in that town, or
   * places whose names contain no other words.
   */
  readonly telling: boolean
  /**
   * All words of the question, corrected and as typed, and all words of grammar: if a name contains no other words,
   * it is the name that was typed.
   */
  readonly words: readonly string[]
}

/**
 * The parts of the question that may be the name of a place; null if the question only describes what is
 * sought. A question of kinds and services alone is never a name: "fablab" would find places called "Fablab"
 * at the other end of the country before nearby ones with other names.
 */
export function knownItem({ wishes, where }: Words, lexicon: Lexicon): KnownItem | null {
  const telling = wishes.some(({ kind, codes }) => kind === 'word' && codes.length === 0)
  const says = [
    ...wishes.filter(({ kind }) => kind !== 'time').flatMap((wish) => partsOfWish(wish, telling)),
    ...(where ? [{ exact: where.says, near: [] }] : [])
  ]
  if ((!telling && !where) || wishes.length === 0) return null
  const rarities = says.map(({ exact, near }) => rarityOf([...exact, ...near], lexicon))
  const sum = rarities.reduce((total, each) => total + each, 0)
  const parts = says.map((each, at) => ({ ...each, share: (rarities[at] ?? 0) / sum }))
  const words = says.flatMap(({ exact, near }) => [...exact, ...near]).flatMap((said) => said.split(/ & | /))
  return { parts, ...gateOf(parts), telling, words: [...new Set([...words, ...GRAMMAR])] }
}

type Said = Pick<NamePart, 'exact' | 'near'>

/**
 * A plain word is one part. A phrase with a meaning is split into its words, so that half of "maison de
 * quartier" counts as half. A kind of place stays whole if only a town is beside it: "centre social vitry" is
 * not the name of the centre communal d'action sociale there.
 */
function partsOfWish(
  { kind, codes, typed, exact, near }: Words['wishes'][number],
  telling: boolean
): readonly Said[] {
  if (codes.length === 0) return [{ exact, near }]
  // The corrected spelling, if it was typed with an error.
  const phrase = exact.at(-1) ?? typed
  if (kind === 'type' && !telling) return [{ exact: [phrase], near: [] }]
  return phrase
    .split(' ')
    .filter((word) => !GRAMMAR.has(word))
    .map((word) => ({ exact: [word], near: [] }))
}

/** The rarity of a part: the rarity of the rarest word in its first phrase. */
function rarityOf(phrases: readonly string[], lexicon: Lexicon): number {
  const [first = ''] = phrases
  return Math.max(
    ...first
      .split(' ')
      .filter((word, _, all) => word !== '&' && (all.length === 1 || !GRAMMAR.has(word)))
      .map((word) => wordRarity(lexicon.known(word)?.places ?? 0, lexicon))
  )
}

/**
 * A part is required if its share is larger than the share that may be missing. If no part is required, at least one
 * of the rarest parts is.
 */
function gateOf(parts: readonly NamePart[]): Pick<KnownItem, 'all' | 'any'> {
  const mayBeMissing = 1 - KNOWN_ITEM.least
  const all = parts.flatMap(({ share }, at) => (share > mayBeMissing ? [at] : []))
  if (all.length > 0) return { all, any: [] }
  const rarestFirst = parts.map((_, at) => at).toSorted((one, other) => shareOf(other) - shareOf(one))
  const any: number[] = []
  let missing = 0
  for (const at of rarestFirst) {
    if (missing > mayBeMissing) break
    any.push(at)
    missing += shareOf(at)
  }
  return { all, any }

  function shareOf(at: number): number {
    return parts[at]?.share ?? 0
  }
}
