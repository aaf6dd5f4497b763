import { SHARE_OF_WORDS } from './common-words.ts'

/** From 1, a word that tells its place from nearly all others, down to a tenth. */
export const rarityOf = (word: string): number => RARITIES.get(word) ?? (LETTER.test(word) ? LETTER_ALONE : 1)

/** An initial may be of anybody. */
const LETTER = /^[a-z]$/
const LETTER_ALONE = 0.4

const LEAST = 0.1

/** A word that one name in 2 000 has is as good as unique. */
const RARE = 1 / 2_000

const RARITIES: ReadonlyMap<string, number> = new Map(
  SHARE_OF_WORDS.flatMap(([perMille, words]) => {
    const rarity = Math.min(1, Math.max(LEAST, Math.log(perMille / 1_000) / Math.log(RARE)))
    return words.split(' ').map((word) => [word, rarity] as const)
  })
)
