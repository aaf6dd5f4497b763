import type { Language } from '../../domain/language.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { WORDING } from '../wording/wording.ts'

/** The label of a code. A code from a later version of the vocabulary has no label here, and is shown as it is. */
export const termLabel = (parameter: CodeParameter, code: string, lang: Language): string =>
  findTerm(vocabularyOf(parameter).name, code)?.[lang] ?? code

/** The type of places that fit no other type: 299 of 19 201 real places. Not shown, because it says nothing. */
const OTHER = 'Autre'

/** The types of a place in words, without "other". */
export const kindsOf = (types: readonly string[], lang: Language): readonly string[] =>
  types.filter((code) => code !== OTHER).map((code) => termLabel('type', code, lang))

export const isFeature = (code: string): code is (typeof FEATURES)[number] =>
  FEATURES.some((feature) => feature === code)

/** The label of a value of the parameter `accessibility`. */
export const featureLabel = (code: string, lang: Language): string =>
  isFeature(code) ? WORDING[lang].features[code] : WORDING[lang].wheelchair
