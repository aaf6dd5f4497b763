import { SHARE_OF_WORDS } from './common-words.ts'

/** Rarity of a word, from 1 (nearly unique) down to 0.1. */
export const rarityOf = (word: string): number => RARITIES.get(word) ?? (LETTER.test(word) ? LETTER_ALONE : 1)

/** A single letter may be any initial. */
const LETTER = /^[a-z]$/
const LETTER_ALONE = 0.4

const LEAST = 0.1

/** A word in at most one of 2 000 names counts as unique. */
const RARE = 1 / 2_000

const RARITIES: ReadonlyMap<string, number> = new Map(
  SHARE_OF_WORDS.flatMap(([perMille, words]) => {
    const rarity = Math.min(1, Math.max(LEAST, Math.log(perMille / 1_000) / Math.log(RARE)))
    return words.split(' ').map((word) => [word, rarity] as const)
  })
)
