import type { CodeParameter } from '../vocabularies/term.ts'
import { KINDS } from './meanings/kinds.ts'
import { NEEDS } from './meanings/needs.ts'
import { PEOPLE } from './meanings/people.ts'
import type { Meant } from './words.ts'

/*
 * What people say, and what it stands for in the vocabularies: a readable table in three files. The labels, spellings and
 * acronyms of the vocabularies are known without being there. A meaning is
 *
 *   codes [+ more codes] = words, other words, one/another word,
 *     and so on, in as many lines that begin with a space as it takes
 *
 * - The words are without accents and case; plurals and words of grammar are understood. `one/another` is either.
 * - Several codes: any of them. Those after the `+` are meant too where it is said in a sentence: "CAF Creil" looks for the
 *   place of that name, "je n'arrive pas à joindre la CAF" for whoever helps with it. Words that have no other codes are words
 *   of names elsewhere: "mon logement" is about papers, "Espace logement" is not.
 * - `~` before the codes: said of what one does it on, or around it. It is demanded only where nothing else is meant: "virus
 *   sur mon ordinateur" is about the virus.
 */
export type MeaningLine = {
  readonly codes: readonly Meant[]
  /** What it stands for in a sentence besides. */
  readonly spoken: readonly Meant[]
  readonly aside: boolean
  readonly words: readonly string[]
}

function meaningLine(line: string): MeaningLine {
  const [meant = '', words = ''] = line.split('=')
  const [codes = '', spoken = ''] = meant.replace('~', '').split('+')
  return {
    codes: codesIn(codes),
    spoken: codesIn(spoken),
    aside: meant.startsWith('~'),
    words: words.split(',').flatMap((each) => spelledOut(each.trim()))
  }
}

const codesIn = (codes: string): readonly Meant[] =>
  codes
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each) => {
      const [parameter, code = ''] = each.split(':')
      // A test asks the vocabularies for every code of the table.
      return { parameter: parameter as CodeParameter, code }
    })

/** `sans/plus internet` is "sans internet" and "plus internet". */
const spelledOut = (words: string): readonly string[] =>
  words
    .split(' ')
    .map((word) => word.split('/'))
    .reduce<readonly string[]>(
      (said, choices) =>
        said.flatMap((before) => choices.map((word) => (before === '' ? word : `${before} ${word}`))),
      ['']
    )

export const MEANING_LINES: readonly MeaningLine[] = [KINDS, NEEDS, PEOPLE].flatMap((table) =>
  table
    .replaceAll(/\n +/g, ' ')
    .split('\n')
    .filter((line) => line.includes('='))
    .map(meaningLine)
)
