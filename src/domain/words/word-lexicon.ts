import { letterErrors } from '../vocabularies/letter-distance.ts'
import { soundOf } from './sound.ts'

/**
 * A word that can be found, and the number of places that contain it; the name of a town also counts by its
 * population.
 */
export type KnownWord = {
  readonly word: string
  readonly places: number
  /** Number of these places with the word in the name of their city. */
  readonly cities: number
}

export type Correction = KnownWord & {
  /** Number of wrong letters, minus 0.5 if both words sound the same. */
  readonly errors: number
  /** Whether it sounds like the typed word. */
  readonly alike: boolean
}

/** All words by which places and towns can be found. */
export type Lexicon = {
  readonly places: number
  readonly known: (word: string) => KnownWord | undefined
  /** Whether it is a French or common English word; then it is not a typing error, even if no place contains it. */
  readonly everyday: (word: string) => boolean
  /** What a word may be a typing error for, the likeliest first; never the word itself. */
  readonly corrections: (word: string) => readonly Correction[]
  /** Known words with this beginning, the most common first. */
  readonly completions: (beginning: string, most: number) => readonly KnownWord[]
}

/** Words of one length, with their letters as bits, so that one XOR excludes words that differ in many letters. */
type Shelf = { readonly words: KnownWord[]; readonly letters: number[] }

export function lexiconOf(
  words: Iterable<KnownWord>,
  places: number,
  everyday: (word: string) => boolean
): Lexicon {
  const known = new Map<string, KnownWord>()
  for (const each of words) {
    const before = known.get(each.word)
    known.set(
      each.word,
      before ? { ...each, places: before.places + each.places, cities: before.cities + each.cities } : each
    )
  }
  const shelves = new Map<number, Shelf>()
  const alike = new Map<string, KnownWord[]>()
  for (const each of known.values()) {
    shelve(shelves, each)
    const sound = soundOf(each.word)
    if (sound.length >= LEAST_SOUND) put(alike, sound, each)
  }
  const sorted = [...known.values()].toSorted((one, other) => (one.word < other.word ? -1 : 1))
  return {
    places,
    known: (word) => known.get(word),
    everyday,
    corrections: remembering((word) => corrections(word, shelves, alike)),
    completions: (beginning, most) => completions(sorted, beginning, most)
  }
}

/**
 * Caches the corrections of each word, because a search for them takes half a millisecond, and few words make up most
 * questions.
 */
function remembering(find: (word: string) => readonly Correction[]): (word: string) => readonly Correction[] {
  const remembered = new Map<string, readonly Correction[]>()
  return (word) => {
    const known = remembered.get(word)
    if (known) return known
    const found = find(word)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(word, found)
    return found
  }
}

const MOST_REMEMBERED = 10_000

/** Minimum length of a sound that is compared; shorter ones are alike by chance. */
const LEAST_SOUND = 3

function shelve(shelves: Map<number, Shelf>, each: KnownWord): void {
  const shelf = shelves.get(each.word.length) ?? { words: [], letters: [] }
  shelves.set(each.word.length, shelf)
  shelf.words.push(each)
  shelf.letters.push(lettersOf(each.word))
}

function put(groups: Map<string, KnownWord[]>, key: string, each: KnownWord): void {
  const group = groups.get(key)
  if (group) group.push(each)
  else groups.set(key, [each])
}

/** Bit mask of the letters that occur in the word. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << ((word.charCodeAt(at) - A) & 31)
  return bits
}
const A = 'a'.charCodeAt(0)

function bitsOf(bits: number): number {
  let left = bits
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count++
  }
  return count
}

/**
 * Maximum number of errors in a word: one from four letters, two from eight letters. With more, a word would resemble
 * any other.
 */
export const errorsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

function corrections(
  word: string,
  shelves: ReadonlyMap<number, Shelf>,
  alike: ReadonlyMap<string, readonly KnownWord[]>
): readonly Correction[] {
  const most = errorsAllowed(word)
  if (most === 0 || /\d/.test(word)) return []
  const sound = soundOf(word)
  const found = new Map<string, Correction>()
  for (const each of near(word, most, shelves)) {
    const sounds = soundOf(each.word) === sound
    found.set(each.word, { ...each, errors: each.errors - (sounds ? SOUNDS_ALIKE : 0), alike: sounds })
  }
  for (const each of alike.get(sound) ?? []) {
    const errors = (isTelling(sound, each) ? 1 : most + 1) - SOUNDS_ALIKE
    if (each.word !== word && errors < (found.get(each.word)?.errors ?? Infinity))
      found.set(each.word, { ...each, errors, alike: true })
  }
  return [...found.values()].toSorted((one, other) => unlikelihood(word, one) - unlikelihood(word, other))
}

const SOUNDS_ALIKE = 0.5

/** Whether words that sound alike are one word: if the sound is long ("mediatek") or the word common ("fransse"). */
const isTelling = (sound: string, { places }: KnownWord): boolean => sound.length >= 5 || places >= 1_000

/** Words with at most `most` errors. An error changes two letter bits at most, which excludes most words at once. */
function near(
  word: string,
  most: number,
  shelves: ReadonlyMap<number, Shelf>
): readonly Omit<Correction, 'alike'>[] {
  const letters = lettersOf(word)
  const found: Omit<Correction, 'alike'>[] = []
  for (let length = word.length - most; length <= word.length + most; length++) {
    const shelf = shelves.get(length)
    if (!shelf) continue
    for (let at = 0; at < shelf.letters.length; at++) {
      if (bitsOf((shelf.letters[at] ?? 0) ^ letters) > 2 * most) continue
      const each = shelf.words[at]
      if (!each || each.word === word) continue
      const errors = letterErrors(word, each.word, most)
      if (errors <= most) found.push({ ...each, errors })
    }
  }
  return found
}

/** A sort key for corrections. People seldom mistype the first letter, and usually mean a common word. */
const unlikelihood = (typed: string, { word, errors, places }: Correction): number =>
  errors + (word[0] === typed[0] ? 0 : 0.4) - 0.12 * Math.log10(1 + places)

function completions(sorted: readonly KnownWord[], beginning: string, most: number): readonly KnownWord[] {
  const found: KnownWord[] = []
  for (let at = firstFrom(sorted, beginning); sorted[at]?.word.startsWith(beginning); at++) {
    const each = sorted[at]
    if (each && each.word !== beginning) found.push(each)
  }
  return found
    .toSorted((one, other) => other.places - one.places || (one.word < other.word ? -1 : 1))
    .slice(0, most)
}

function firstFrom(sorted: readonly KnownWord[], beginning: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.word ?? '') < beginning) low = middle + 1
    else high = middle
  }
  return low
}
