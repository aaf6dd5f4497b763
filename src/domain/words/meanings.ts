import { ENGLISH } from './meanings/english.ts'
import { KINDS } from './meanings/kinds.ts'
import { NEEDS } from './meanings/needs.ts'
import { PEOPLE } from './meanings/people.ts'
import type { MeantParameter, WishCode, WishKind } from './words.ts'

/*
 * What people say, and what it means in the vocabularies: a readable table in the files of `meanings/`. The labels,
 * spellings and acronyms of the vocabularies are known without being listed there. An entry is
 *
 *   codes [+ more codes] = words, other words, one/another word,
 *     and so on, in as many lines as needed; each begins with a space
 *
 * - Words are written without accents and in lower case; plurals and grammar words are ignored. `one/another` means
 *   either word.
 * - Several codes: any of them. `@0.6` is the confidence of an uncertain code. `access:` without a code is for ways
 *   of access that have no code.
 * - Codes after the `+` are also meant if the words are said in a sentence: "CAF Creil" looks for the place with that
 *   name, "je n'arrive pas à joindre la CAF" for places that help with it. Words that only have codes after the `+`
 *   are parts of names outside a sentence: "mon logement" is about papers, "Espace logement" is not.
 * - `~` before the codes: incidental words, for example the device that somebody uses. They are required only if
 *   nothing else is meant: "virus sur mon ordinateur" is about the virus.
 */
export type MeaningLine = {
  readonly codes: readonly WishCode[]
  /** Further codes that the words stand for in a sentence. */
  readonly spoken: readonly WishCode[]
  /** The subject of the words, even if no code stands for it. */
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
      // A test checks that every code of the table is in the vocabularies.
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
