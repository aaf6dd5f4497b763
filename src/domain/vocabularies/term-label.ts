import type { Language } from '../language.ts'
import { ONE_OF_KIND } from './one-of-kind.ts'
import type { CodeParameter } from './term.ts'
import { findTerm, vocabularyOf } from './vocabularies.ts'

/** The label of a code. A code from a later version of the vocabulary has no label here, and is shown as it is. */
export function termLabel(parameter: CodeParameter, code: string, lang: Language): string {
  const own = parameter === 'type' && lang === 'fr' ? ONE_OF_KIND[code] : undefined
  return own ?? findTerm(vocabularyOf(parameter).name, code)?.[lang] ?? code
}
