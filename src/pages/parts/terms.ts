import type { Language } from '../../domain/language.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { WORDING } from '../wording/wording.ts'

/** A code as people say it. One of a later version of the vocabulary is shown as it is. */
export const termLabel = (parameter: CodeParameter, code: string, lang: Language): string =>
  findTerm(vocabularyOf(parameter).name, code)?.[lang] ?? code

/** The type of places that fit no other: 299 of 19 201 real places. It tells readers nothing. */
const OTHER = 'Autre'

/** The types of a place in words, without "other". */
export const kindsOf = (types: readonly string[], lang: Language): readonly string[] =>
  types.filter((code) => code !== OTHER).map((code) => termLabel('type', code, lang))

export const isFeature = (code: string): code is (typeof FEATURES)[number] =>
  FEATURES.some((feature) => feature === code)

/** A value of the parameter `accessibility` as people say it. */
export const featureLabel = (code: string, lang: Language): string =>
  isFeature(code) ? WORDING[lang].features[code] : WORDING[lang].wheelchair
