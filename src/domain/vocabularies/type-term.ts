import type { Term } from './term.ts'

/** The standard uses the code of a place type, so the code is its wording there. */
export const type = (
  code: string,
  fr: string,
  en: string,
  words: Pick<Term, 'synonyms' | 'spellings'> = {}
): Term => ({ code, fr, en, ...words, standard: code })
