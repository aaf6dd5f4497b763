import { SEARCHABLE_FEATURES, type SearchableFeature } from './accessibility.ts'
import type { Term, Vocabulary } from './term.ts'

type Wording = { readonly fr: string; readonly en: string; readonly synonyms?: readonly string[] }

/** A record instead of a list, so that a feature without wording does not compile. */
const WORDS: { readonly [feature in SearchableFeature]: Wording } = {
  wheelchair: {
    fr: 'Accessible en fauteuil roulant',
    en: 'Wheelchair accessible',
    synonyms: ['PMR', 'mobilité réduite', 'handicap moteur']
  },
  step_free_entrance: {
    fr: 'Entrée de plain-pied ou avec rampe',
    en: 'Step-free entrance',
    synonyms: ['sans marche']
  },
  adapted_toilet: { fr: 'Toilettes adaptées', en: 'Adapted toilet', synonyms: ['WC PMR'] },
  adapted_parking: { fr: 'Stationnement adapté', en: 'Adapted parking', synonyms: ['parking PMR'] },
  hearing_loop: {
    fr: 'Boucle à induction magnétique',
    en: 'Hearing loop',
    synonyms: ['BIM', 'malentendants']
  },
  sign_language: { fr: 'Langue des signes', en: 'Sign language', synonyms: ['LSF', 'sourds'] },
  guide_strip: { fr: 'Bande de guidage', en: 'Tactile guide strip', synonyms: ['aveugles', 'malvoyants'] },
  sound_beacon: { fr: 'Balise sonore', en: 'Sound beacon', synonyms: ['aveugles', 'malvoyants'] },
  trained_staff: { fr: 'Personnel formé au handicap', en: 'Staff trained in disabilities' },
  tactile_or_easy_read: {
    fr: 'Documents tactiles ou faciles à lire et à comprendre',
    en: 'Tactile or easy-to-read documents',
    synonyms: ['FALC', 'braille']
  }
}

export const ACCESSIBILITY: Vocabulary = {
  name: 'accessibility',
  parameter: 'accessibility',
  fr: 'Accessibilité',
  en: 'Accessibility',
  terms: SEARCHABLE_FEATURES.map((code): Term => ({ code, ...WORDS[code] }))
}

/**
 * Features that a place is known not to have. They are separate terms, because unknown must stay distinct
 * from no. They have no synonyms, because a search for a word must not find the places that lack the feature.
 */
export const ACCESSIBILITY_ABSENT: Vocabulary = {
  name: 'accessibility_absent',
  parameter: 'accessibility_absent',
  fr: 'Accessibilité : absences connues',
  en: 'Accessibility: known absences',
  terms: SEARCHABLE_FEATURES.map((code): Term => ({ code, fr: WORDS[code].fr, en: WORDS[code].en }))
}
