import { normaliseLabel } from '../vocabularies/read-label.ts'
import { CODE_PARAMETERS } from '../vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../vocabularies/vocabularies.ts'
import { MEANING_LINES, type MeaningLine } from './meanings.ts'
import { GRAMMAR } from './spoken.ts'
import type { Meant, WishCode, WishKind } from './words.ts'

export type Meaning = {
  /** Its subject: the vocabulary of its surest code. */
  readonly kind: WishKind
  readonly codes: readonly WishCode[]
  /** The wordings that places use for it: the phrase of the table, labels of its codes, and names. */
  readonly says: readonly string[]
  /** Whether places without it still match: few directories state, for example, the audience of a place. */
  readonly favours: boolean
  /**
   * Whether it is incidental, such as the device that somebody uses; then it is required only if nothing else
   * is asked for.
   */
  readonly aside: boolean
  /** Its meaning in a sentence, if it has more codes there; otherwise null. */
  readonly spoken: Meaning | null
}

/** Vocabularies often missing from records: requiring their codes would hide most places that meet them. */
const FAVOURS: readonly string[] = ['audience', 'need', 'fee', 'support', 'access', 'accessibility']

/** Maximum number of words in a phrase. */
export const LONGEST_MEANING = 12

/** A grammar word that keys contain, because "pas d'ordinateur" means the lack of a computer. */
const NEGATION = 'pas'

/**
 * Prepositions that keys contain if one of these words follows: "aide par téléphone" is remote help; "aide téléphone"
 * is help with a telephone.
 */
const MEANS: Readonly<Record<string, ReadonlySet<string>>> = {
  par: new Set(['telephone', 'visio']),
  by: new Set(['phone', 'video'])
}

/**
 * The key of a phrase: without most grammar words and with singulars for plurals, so that "remplir mon dossier" and
 * "remplir un dossier" have one key.
 */
export const meaningKey = (words: readonly string[]): string =>
  words
    .filter((_, at) => isTelling(words, at))
    .map(singular)
    .join(' ')

function isTelling(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  return !GRAMMAR.has(word) || word === NEGATION || MEANS[word]?.has(words[at + 1] ?? '') === true
}

const singular = (word: string): string =>
  word.length > 3 && /[sx]$/.test(word) && word.at(-2) !== 's' ? word.slice(0, -1) : word

/** Labels and codes that mean something else to most people, or could mean anything: "Autre", "PI", "ES". */
const TOO_WIDE = new Set(
  'autre pi es ai ea ei reg of cc cd prevention region fabrique commune pension'.split(' ')
)

/** Codes that places use as acronyms in their names. CAF is excluded, because it has the same stem as "café". */
const ACRONYM = /^(?!CAF|BIB|REG)[A-Z]{3,6}$/

/** Minimum number of letters of words run together, for two words and for more: a shorter result may be another word. */
const LEAST_TOGETHER = { two: 8, more: 11 } as const
/** Maximum number of words that people run together. */
const MOST_TOGETHER = 4

/** Codes that are less certain than this are searched for as codes only, not by their words. */
const SURE = 0.8

const byWords = new Map<string, Meaning>()
/** The phrase of each key as it is written: the key of "frappe dessus" is `frappe dessu`. */
const written = new Map<string, string>()
/** First words of all phrases. Most words are not among them, so no key is built for the words that follow. */
const firstWords = new Set<string>()
for (const { words, ...line } of MEANING_LINES) for (const said of words) add(said, line)
// Labels, spellings and acronyms of the vocabularies. The table was added first, so its meanings take precedence.
for (const parameter of CODE_PARAMETERS) {
  for (const { code, fr, spellings = [] } of vocabularyOf(parameter).terms) {
    const acronym = parameter === 'type' ? [code.replaceAll('_', ' ')] : []
    for (const said of [fr, ...spellings, ...acronym])
      add(said, { codes: [{ parameter, code, confidence: 1 }], spoken: [], aside: false, kind: parameter })
  }
}

function add(said: string, { codes, spoken, aside, kind }: Omit<MeaningLine, 'words'>): void {
  const words = normaliseLabel(said).split(' ')
  const key = meaningKey(words)
  if (key === '' || words.length > LONGEST_MEANING || TOO_WIDE.has(key) || byWords.has(key)) return
  const name = words.length > 1 && kind === 'type' ? [words.join(' ')] : []
  const more = spoken.length === 0 ? null : meaningWith([...codes, ...spoken], { kind, aside, name }, null)
  const meaning = meaningWith(codes, { kind, aside, name }, more)
  byWords.set(key, meaning)
  written.set(key, said)
  // Also without spaces ("tierslieu", "titredesejour"), if the result is too long to be another word.
  const together = meaningKey([words.join('')])
  const least = words.length === 2 ? LEAST_TOGETHER.two : LEAST_TOGETHER.more
  const mayBeTogether = words.length > 1 && words.length <= MOST_TOGETHER && together.length >= least
  if (mayBeTogether && !byWords.has(together)) byWords.set(together, meaning)
}
for (const key of byWords.keys()) firstWords.add(key.split(' ', 1)[0] ?? '')

function meaningWith(
  given: readonly WishCode[],
  { kind, aside, name }: Pick<Meaning, 'kind' | 'aside'> & { readonly name: readonly string[] },
  spoken: Meaning | null
): Meaning {
  const codes = given.toSorted((one, other) => other.confidence - one.confidence)
  return {
    kind: codes[0]?.parameter ?? kind,
    codes,
    // "maison pour tou" also means the places that are called "Maison pour tous".
    says: [
      ...new Set([...name, ...codes.filter(({ confidence }) => confidence >= SURE).flatMap(wordingsOf)])
    ],
    favours: FAVOURS.includes(codes[0]?.parameter ?? kind),
    aside,
    spoken
  }
}

function wordingsOf({ parameter, code }: Meant): readonly string[] {
  const { name } = vocabularyOf(parameter)
  const term = findTerm(name, code)
  if (!term) return []
  if (parameter !== 'type' && parameter !== 'label') return [normaliseLabel(term.fr)]
  const acronym = parameter === 'type' && ACRONYM.test(code) ? [code] : []
  return [term.fr, ...(term.spellings ?? []), ...acronym].map(normaliseLabel)
}

/**
 * The meaning of these words; undefined if they have none. A phrase does not start or end with a grammar word: keys
 * leave such words out, so it would include words around it.
 */
export function meaningOf(words: readonly string[], sentence = false): Meaning | undefined {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
  const begins = isTelling(words, 0) && firstWords.has(singular(first))
  const ends = !GRAMMAR.has(last) || words.at(-2) === 'rendez'
  const meaning = begins && ends ? byWords.get(meaningKey(words)) : undefined
  if (sentence && meaning?.spoken) return meaning.spoken
  return meaning && (meaning.codes.length > 0 || meaning.kind !== 'word') ? meaning : undefined
}

/** The key of a phrase with a meaning (`said`), the end of this key from one of its words on (`tail`), and the phrase itself. */
type Tail = {
  readonly tail: string
  readonly said: string
  readonly written: string
  readonly meaning: Meaning
}

// Without words that were run together: they are understood, but not offered.
const tails: readonly Tail[] = [...written]
  .flatMap(([said, phrase]) => {
    const meaning = byWords.get(said)
    if (!meaning) return []
    return said
      .split(' ')
      .map((_, at, words) => ({ tail: words.slice(at).join(' '), said, written: phrase, meaning }))
  })
  .toSorted((one, other) => (one.tail < other.tail ? -1 : 1))

/**
 * The phrases in which a word and what follows it begin with `key`. It is called at each keystroke, so it does not
 * scan all two thousand phrases.
 */
export function meaningsBeginning(key: string): readonly Tail[] {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tails[middle]?.tail ?? '') < key) low = middle + 1
    else high = middle
  }
  let end = low
  while (tails[end]?.tail.startsWith(key)) end++
  return tails.slice(low, end)
}

/** All the single words of phrases that have a meaning. */
export const MEANING_WORDS: ReadonlySet<string> = new Set(
  [...MEANING_LINES.flatMap(({ words }) => words), ...[...byWords.values()].flatMap(({ says }) => says)]
    .flatMap((said) => said.split(' '))
    .filter((word) => word.length > 2)
)
