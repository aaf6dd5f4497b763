import { ENGLISH } from './meanings/english.ts'
import { KINDS } from './meanings/kinds.ts'
import { NEEDS } from './meanings/needs.ts'
import { PEOPLE } from './meanings/people.ts'
import type { MeantParameter, WishCode, WishKind } from './words.ts'

/*
 * What people say, and what it stands for in the vocabularies: a readable table in three files. The labels, spellings and
 * acronyms of the vocabularies are known without being there. A meaning is
 *
 *   codes [+ more codes] = words, other words, one/another word,
 *     and so on, in as many lines that begin with a space as it takes
 *
 * - The words are without accents and case; plurals and words of grammar are understood. `one/another` is either.
 * - Several codes: any of them; `@0.6` is how sure that one is, if it is not. `access:` without a code is about the way to come
 *   in, of which no code tells.
 * - Those after the `+` are meant too where it is said in a sentence: "CAF Creil" looks for the
 *   place of that name, "je n'arrive pas à joindre la CAF" for whoever helps with it. Words that have no other codes are words
 *   of names elsewhere: "mon logement" is about papers, "Espace logement" is not.
 * - `~` before the codes: said of what one does it on, or around it. It is demanded only where nothing else is meant: "virus
 *   sur mon ordinateur" is about the virus.
 */
export type MeaningLine = {
  readonly codes: readonly WishCode[]
  /** What it stands for in a sentence besides. */
  readonly spoken: readonly WishCode[]
  /** What it is about, also where no code stands for it. */
  readonly kind: WishKind
  readonly aside: boolean
  readonly words: readonly string[]
}

function meaningLine(line: string): MeaningLine {
  const [meant = '', words = ''] = line.split('=')
  const [codes = '', spoken = ''] = meant.replace('~', '').split('+')
  return {
    codes: codesIn(codes),
    spoken: codesIn(spoken),
    kind: (/(\w+):/.exec(codes)?.[1] ?? 'word') as WishKind,
    aside: meant.startsWith('~'),
    words: words.split(',').flatMap((each) => spelledOut(each.trim()))
  }
}

const codesIn = (codes: string): readonly WishCode[] =>
  codes
    .split(/\s+/)
    .filter((each) => each !== '' && !each.endsWith(':'))
    .map((each) => {
      const [parameter, code = '', confidence = '1'] = each.split(/[:@]/)
      // A test asks the vocabularies for every code of the table.
      return { parameter: parameter as MeantParameter, code, confidence: Number(confidence) }
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

export const MEANING_LINES: readonly MeaningLine[] = [KINDS, NEEDS, PEOPLE, ENGLISH].flatMap((table) =>
  table
    .replaceAll(/\n +/g, ' ')
    .split('\n')
    .filter((line) => line.includes('='))
    .map(meaningLine)
)
