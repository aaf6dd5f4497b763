import type { Term } from './term.ts'

/** The term of a place type. For types, the wording of the standard is the code itself. */
export const type = (
  code: string,
  fr: string,
  en: string,
  words: Pick<Term, 'synonyms' | 'spellings'> = {}
): Term => ({ code, fr, en, ...words, standard: code })
