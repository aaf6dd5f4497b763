import { normaliseLabel } from '../vocabularies/read-label.ts'
import {
  BRANCH_WORDS,
  KINDS_BY_WORDING,
  MOBILE_WORDS,
  NAME_ABBREVIATIONS,
  NUMERALS,
  STOP_WORDS
} from './matching-lexicon.ts'

export type NameWords = {
  /** Every word, kinds and commune included. */
  readonly all: readonly string[]
  /** What is left without the words for its kind, its commune and the little words. */
  readonly own: readonly string[]
  /** Which of several: numbers, "annexe", "nord", sorted. */
  readonly branch: readonly string[]
  /** It is a bus, or says that it comes and goes. */
  readonly mobile: boolean
  readonly kinds: readonly string[]
}

const unshortened = (text: string): string =>
  text.replace(/\bsaint(e?)\b/g, 'st$1').replace(/\b([a-z])(?: ([a-z]))+\b/g, (initials) => joined(initials))

/** "F.J.T." is read as one word; "L'" and "d'" before a word are not initials. */
const joined = (initials: string): string =>
  initials.split(' ').some((letter) => STOP_WORDS.has(letter)) ? initials : initials.replaceAll(' ', '')

/** Spelling aside: `Médiathèque St-Exupéry` and `MEDIATHEQUE SAINT EXUPERY` are the same words. */
export const plainText = (text: string): string => unshortened(normaliseLabel(text.replace(AT, 'a')))

/** "P@sserelle", "Esp@ce". */
const AT = /(?<=\p{L})@(?=\p{L})/gu

export const wordsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(' ').map(inFigures)

const inFigures = (word: string): string => NUMERALS[word] ?? ORDINAL.exec(word)?.[1] ?? word

const ORDINAL = /^(\d+)(?:er|e|eme|ere|st|nd|rd|th)?$/

/** "Ville de Toulon - Mairie du Mourillon": whose it is comes before what it is. */
const OWNER =
  /^(?:(?:ville|commune|m[ée]tropole) d|(?:conseil )?d[ée]partement(?:al)?\b|dpt\b).*?(?:\s[-–:]\s|\s*\/\s*)(?=.*\p{L}{3})/iu

/** Of a town hall itself that is so only where what follows is a kind of its own: it may be its annexe. */
const HOUSE = /^(?:mairie|ccas)\b.*?(?:\s[-–:]\s|\s*\/\s*)/iu

function unowned(name: string): string {
  const rest = name.replace(OWNER, '')
  const housed = rest.replace(HOUSE, '')
  if (housed === rest) return rest
  const text = plainText(housed)
  return WORDINGS.some(({ wording }) => wording.test(text)) ? housed : rest
}

/** "Bourgogne du Sud" is no south of Bourgogne. */
const OF_A_REGION = / du (?:nord|sud)\b/

/** "Mairie de Pierrefitte 12 route de Coulanges": where it is, and not which of several. */
const ADDRESS =
  / \d{1,4}(?: bis| ter)? (?:rue|route|avenue|place|boulevard|chemin|impasse|allee|quai|cours) .*$/

const WORDINGS = KINDS_BY_WORDING.map(([kind, wording]) => ({
  kind,
  wording,
  everywhere: new RegExp(wording, 'g')
}))

/**
 * `towns` are names of where the place lies: in its own town they are no part of its name. Nor is the number of its
 * département ("Point info 14") one of several.
 */
export function nameWords(
  name: string,
  towns: readonly string[],
  department: string | null = null
): NameWords {
  const text = plainText(unowned(name))
    .replace(/[a-z]+/g, (word) => NAME_ABBREVIATIONS[word] ?? word)
    .replace(ADDRESS, '')
    .replace(OF_A_REGION, ' ')
  const found = WORDINGS.filter(({ wording }) => wording.test(text))
  const kindless = found.reduce((left, { everywhere }) => left.replace(everywhere, ' '), text)
  const town = new Set(towns.flatMap(wordsOfTown))
  const townless = wordsOf(kindless.replace(/ +/g, ' ').trim()).filter((word) => !town.has(word))
  const branch = text
    .split(' ')
    // Spelt out it is a part of a name.
    .flatMap((word) => (BRANCH_WORDS.has(word) ? [word] : (ORDINAL.exec(word)?.[1] ?? [])))
    .filter((word) => !town.has(word) && word !== department)
  return {
    all: [...new Set(wordsOf(text).filter((word) => !STOP_WORDS.has(word)))],
    own: [...new Set(townless.filter((word) => !STOP_WORDS.has(word) && !EMPTY_WORDS.has(word)))],
    branch: [...new Set(branch)].toSorted(),
    mobile: wordsOf(text).some((word) => MOBILE_WORDS.has(word)),
    kinds: found.map(({ kind }) => kind)
  }
}

/** Thousands of records name one town in the same letters. All are forgotten when there are so many. */
const MOST_TOWNS = 10_000
const knownTowns = new Map<string, readonly string[]>()

function wordsOfTown(town: string): readonly string[] {
  const known = knownTowns.get(town)
  if (known !== undefined) return known
  const words = wordsOf(plainText(town))
  if (knownTowns.size === MOST_TOWNS) knownTowns.clear()
  knownTowns.set(town, words)
  return words
}

/** They go with kinds ("bibliothèque municipale") and come and go between two directories. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'municipale municipal communale communal intercommunale intercommunal communautaire departementale publique ' +
    'centrale associative association asso pour tous site antenne annexe permanence espace maison centre point ' +
    'relais reseau lecture service services public'
  ).split(' ')
)
