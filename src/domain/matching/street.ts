import { NAMELESS_STREETS, STOP_WORDS, STREET_ABBREVIATIONS, STREET_KINDS } from './matching-lexicon.ts'
import { plainText, wordsOf } from './words.ts'

export type StreetWords = {
  /** `5-9` means 5, 7 and 9; one common number is enough. */
  readonly numbers: readonly number[]
  readonly words: readonly string[]
}

const NUMBER = /^(?:n )?(\d{1,5})(?: ?(?:bis|ter|quater|[a-d])\b)?(?: (?:a |et )?(\d{1,4})\b)?(?= |$)/

/** "ESACM 25 rue Kessler", "Maison de quartier de Trinquetaille, 4 place Léopold Moulias". */
const BUILDING =
  /^[a-z].*? (?=\d{1,4} (?:bis |ter )?(?:rue|avenue|av|place|boulevard|bd|cours|chemin|route|quai|allee|impasse) )/

/**
 * The numbers and words of a street; null if the address is not specific. "Le Bourg" and "Place de la Mairie" exist
 * in every village, but 2 place des Écoles only once.
 */
export function streetWords(street: string | null): StreetWords | null {
  if (street === null) return null
  // If the cell contains a whole address, the building, the postcode and what follows are removed.
  const text = plainText(street)
    .replace(/ \d{5}\b.*$/, '')
    .replace(BUILDING, '')
  const numbered = NUMBER.exec(text)
  const words = wordsOf(text.slice(numbered?.[0].length ?? 0).trim())
    .map((word) => STREET_ABBREVIATIONS[word] ?? word)
    .filter((word) => !STOP_WORDS.has(word) && !STREET_KINDS.has(word))
  if (words.length === 0 || (!numbered && words.every((word) => NAMELESS_STREETS.has(word)))) return null
  return { numbers: numbered ? numbersOf(numbered) : [], words: [...new Set(words)] }
}

/** Maximum number of doors of a building; more would be a whole block. */
const DOORS = 10

function numbersOf([, first, last]: RegExpExecArray): readonly number[] {
  const [from, to] = [Number(first), Number(last ?? first)]
  // The numbers on one side of a street are all odd or all even.
  const isRange = from < to && to - from <= 2 * DOORS && (to - from) % 2 === 0
  if (!isRange) return [...new Set([from, to])]
  return Array.from({ length: (to - from) / 2 + 1 }, (_, index) => from + 2 * index)
}
