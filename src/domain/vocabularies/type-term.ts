import type { Term } from './term.ts'

/** The standard writes a place type as its code, so the code is its own wording there. */
export const type = (
  code: string,
  fr: string,
  en: string,
  words: Pick<Term, 'synonyms' | 'spellings'> = {}
): Term => ({ code, fr, en, ...words, standard: code })
