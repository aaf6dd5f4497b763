import type { Vocabulary } from './term.ts'

/** What the record of a place may lack, and somebody could add. */
export const MISSING_FACTS = ['hours', 'phone', 'position', 'services', 'accessibility'] as const
export type MissingFact = (typeof MISSING_FACTS)[number]

/** A record and not a list: a fact without its words does not compile. */
const WORDS: { readonly [fact in MissingFact]: { readonly fr: string; readonly en: string } } = {
  hours: { fr: 'Horaires', en: 'Opening hours' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  position: { fr: 'Position', en: 'Position' },
  services: { fr: 'Services', en: 'Services' },
  accessibility: { fr: 'Accessibilité', en: 'Accessibility' }
}

/** Terms, so that one index finds places by what they lack as well as by what they have. */
export const MISSING: Vocabulary = {
  name: 'missing',
  parameter: 'missing',
  fr: 'Informations manquantes',
  en: 'Missing information',
  terms: MISSING_FACTS.map((code) => ({ code, ...WORDS[code] }))
}
