import { letterErrors } from '../vocabularies/letter-distance.ts'
import { communeWords } from './commune-name.ts'

/**
 * How a written name resembles the name of a commune. `small-words`: they differ only in articles, prepositions
 * and spaces. `start`: the written name is the first words of the other (`Livron`). `part`: one name contains the
 * words of the other, in order (`Montargis la Chaussée`). `misspelt`: one or two letters differ.
 */
export type Likeness = 'small-words' | 'start' | 'part' | 'misspelt'

/** A name, split once and compared with many. */
export type SplitName = {
  readonly words: readonly string[]
  /** All letters of the name; `short` has no articles and prepositions. */
  readonly letters: string
  readonly short: string
}

const SMALL = new Set('le la les l de du des d en sur sous lez et a au aux'.split(' '))

export function splitName(name: string): SplitName {
  // `st` is written out, so that one wrong letter in `saint` counts as one.
  const all = communeWords(name).map((word) => word.replace(/^st(e?)$/, 'saint$1'))
  const heavy = all.filter((word) => !SMALL.has(word))
  const words = heavy.length === 0 ? all : heavy
  return { words, letters: all.join(''), short: words.join('') }
}

export function likenessOf(written: SplitName, name: SplitName): Likeness | null {
  if (written.short === name.short || written.letters === name.letters) return 'small-words'
  if (startsWith(name.words, written.words)) return 'start'
  if (isWithin(name.words, written.words) || (isWithin(written.words, name.words) && isTelling(written)))
    return 'part'
  return isMisspelt(written, name) ? 'misspelt' : null
}

/** Whether there is a word other than `Saint`, which is not distinctive in the middle of a name. */
const isTelling = ({ words }: SplitName): boolean => words.some((word) => !/^sainte?$/.test(word))

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.length < whole.length && start.every((word, index) => word === whole[index])

/** Whether all words of `part` occur in `whole`, in the same order: `Cosne-sur-Loire` in `Cosne-Cours-sur-Loire`. */
export function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0
  for (const word of whole) if (word === part[found]) found++
  return found === part.length
}

/** Minimum number of letters of a name in which two may be wrong: `Lens` is not a misspelt `Laon`. */
const LONG = 8

function isMisspelt(written: SplitName, name: SplitName): boolean {
  // A number is an arrondissement: `Lyon 3` is not a misspelt `Lyon 4`.
  if (/\d/.test(written.letters)) return false
  const most = Math.min(written.letters.length, name.letters.length) >= LONG ? 2 : 1
  return (
    letterErrors(written.letters, name.letters, most) <= most ||
    letterErrors(written.short, name.short, most) <= most
  )
}
