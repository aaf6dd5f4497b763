import type { Vocabulary } from './term.ts'

/** Data that a place may lack and that people could add. */
export const MISSING_FACTS = ['hours', 'phone', 'position', 'services', 'accessibility'] as const
export type MissingFact = (typeof MISSING_FACTS)[number]

/** A record instead of a list, so that a fact without labels does not compile. */
const WORDS: { readonly [fact in MissingFact]: { readonly fr: string; readonly en: string } } = {
  hours: { fr: 'Horaires', en: 'Opening hours' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  position: { fr: 'Position', en: 'Position' },
  services: { fr: 'Services', en: 'Services' },
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' }
}

/**
 * Missing facts are terms of a vocabulary, so that the same index finds places by what they have and by what they
 * lack.
 */
export const MISSING: Vocabulary = {
  name: 'missing',
  parameter: 'missing',
  fr: 'Informations manquantes',
  en: 'Missing information',
  terms: MISSING_FACTS.map((code) => ({ code, ...WORDS[code] }))
}
