import type { Language } from '../../domain/language.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { WORDING } from '../wording/wording.ts'

/** The type of places that fit no other type: 299 of 19 201 real places. It is not shown, because it says nothing. */
const OTHER = 'Autre'

/** The types of a place in words, without the type for places that fit no other. */
export const kindsOf = (types: readonly string[], lang: Language): readonly string[] =>
  types.filter((code) => code !== OTHER).map((code) => termLabel('type', code, lang))

export const isFeature = (code: string): code is (typeof FEATURES)[number] =>
  FEATURES.some((feature) => feature === code)

/** The label of a value of the parameter `accessibility`. */
export const featureLabel = (code: string, lang: Language): string =>
  isFeature(code) ? WORDING[lang].features[code] : WORDING[lang].wheelchair
