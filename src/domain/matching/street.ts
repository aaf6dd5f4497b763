import { NAMELESS_STREETS, STOP_WORDS, STREET_ABBREVIATIONS, STREET_KINDS } from './matching-lexicon.ts'
import { plainText, wordsOf } from './words.ts'

export type StreetWords = {
  /** `5-9` is 5, 7 and 9: one of them in common is enough. */
  readonly numbers: readonly number[]
  readonly words: readonly string[]
}

const NUMBER = /^(?:n )?(\d{1,5})(?: ?(?:bis|ter|quater|[a-d])\b)?(?: (?:a |et )?(\d{1,4})\b)?(?= |$)/

/** Null where it names no door: "Le Bourg" and "Place de la Mairie" stand in every village, 2 place des Écoles once. */
export function streetWords(street: string | null): StreetWords | null {
  if (street === null) return null
  // A whole address in the cell of the street: the postcode, and what follows it, say nothing of the street.
  const text = plainText(street).replace(/ \d{5}\b.*$/, '')
  const numbered = NUMBER.exec(text)
  const words = wordsOf(text.slice(numbered?.[0].length ?? 0).trim())
    .map((word) => STREET_ABBREVIATIONS[word] ?? word)
    .filter((word) => !STOP_WORDS.has(word) && !STREET_KINDS.has(word))
  if (words.length === 0 || (!numbered && words.every((word) => NAMELESS_STREETS.has(word)))) return null
  return { numbers: numbered ? numbersOf(numbered) : [], words: [...new Set(words)] }
}

/** Doors of one building: more would be a block of it. */
const DOORS = 10

function numbersOf([, first, last]: RegExpExecArray): readonly number[] {
  const [from, to] = [Number(first), Number(last ?? first)]
  // One side of a street is all odd, or all even.
  const isRange = from < to && to - from <= 2 * DOORS && (to - from) % 2 === 0
  if (!isRange) return [...new Set([from, to])]
  return Array.from({ length: (to - from) / 2 + 1 }, (_, index) => from + 2 * index)
}
