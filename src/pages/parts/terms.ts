import type { Language } from '../../domain/language.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'

/** A code as people say it. One of a later version of the vocabulary is shown as it is. */
export const termLabel = (parameter: CodeParameter, code: string, lang: Language): string =>
  findTerm(vocabularyOf(parameter).name, code)?.[lang] ?? code
