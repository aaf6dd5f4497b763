import { normaliseLabel } from '../vocabularies/read-label.ts'
import {
  BRANCH_WORDS,
  KINDS_BY_WORDING,
  MOBILE_WORDS,
  NAMELESS_STREETS,
  STOP_WORDS,
  STREET_KINDS
} from './lexicon.ts'

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
export const plainText = (text: string): string => unshortened(normaliseLabel(text))

const wordsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' '))

const ORDINAL = /^(\d+)(?:er|e|eme|ere)?$/

const WORDINGS = KINDS_BY_WORDING.map(([kind, wording]) => ({
  kind,
  wording,
  everywhere: new RegExp(wording, 'g')
}))

/** `city` and `commune` are names of where the place lies: in its own town they are no part of its name. */
export function nameWords(name: string, towns: readonly string[]): NameWords {
  const text = plainText(name)
  const found = WORDINGS.filter(({ wording }) => wording.test(text))
  const kindless = found.reduce((left, { everywhere }) => left.replace(everywhere, ' '), text)
  const town = new Set(towns.flatMap((each) => wordsOf(plainText(each))))
  const townless = wordsOf(kindless.replace(/ +/g, ' ').trim()).filter((word) => !town.has(word))
  const branch = wordsOf(text)
    .filter((word) => !town.has(word))
    .flatMap((word) => (BRANCH_WORDS.has(word) ? [word] : (ORDINAL.exec(word)?.[1] ?? [])))
  return {
    all: wordsOf(text).filter((word) => !STOP_WORDS.has(word)),
    own: [...new Set(townless.filter((word) => !STOP_WORDS.has(word) && !EMPTY_WORDS.has(word)))],
    branch: [...new Set(branch)].toSorted(),
    mobile: wordsOf(text).some((word) => MOBILE_WORDS.has(word)),
    kinds: found.map(({ kind }) => kind)
  }
}

/** They go with kinds ("bibliothèque municipale") and come and go between two directories. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'municipale municipal communale communal intercommunale intercommunal communautaire departementale publique ' +
    'centrale associative association asso pour tous site antenne annexe permanence espace maison centre point ' +
    'relais reseau lecture service services public'
  ).split(' ')
)

export type StreetWords = {
  /** `5-9` is all of 5 and 9: one of them in common is enough. */
  readonly numbers: readonly number[]
  readonly words: readonly string[]
}

/** Null where it names no street: "Le Bourg" and "Mairie" stand in every village. */
export function streetWords(street: string | null): StreetWords | null {
  if (street === null) return null
  // A whole address in the cell of the street: the postcode, and what follows it, say nothing of the street.
  const text = plainText(street).replace(/ \d{5}\b.*$/, '')
  const numbered =
    /^(?:n )?(\d{1,4})(?: ?(?:bis|ter|quater|[a-d])\b)?(?: (?:a |et )?(\d{1,4})\b)?(?= |$)/.exec(text)
  const numbers = numbered ? numbered.slice(1).flatMap((each) => (each ? [Number(each)] : [])) : []
  const words = wordsOf(text.slice(numbered?.[0].length ?? 0).trim()).filter(
    (word) => !STOP_WORDS.has(word) && !STREET_KINDS.has(word)
  )
  return words.every((word) => NAMELESS_STREETS.has(word)) ? null : { numbers, words }
}
