import type { Vocabulary } from './term.ts'

export const SUPPORT: Vocabulary = {
  name: 'modalites_accompagnement',
  parameter: 'support',
  fr: 'Modalités d’accompagnement',
  en: 'Kinds of support',
  terms: [
    {
      code: 'en-autonomie',
      fr: 'En autonomie',
      en: 'On one’s own',
      synonyms: ['libre-service'],
      standard: 'En autonomie'
    },
    {
      code: 'accompagnement-individuel',
      fr: 'Accompagnement individuel',
      en: 'One-to-one support',
      synonyms: ['aide personnalisée'],
      ambiguous: ['Individuel'],
      standard: 'Accompagnement individuel'
    },
    {
      code: 'dans-un-atelier-collectif',
      fr: 'Dans un atelier collectif',
      en: 'In a group workshop',
      synonyms: ['ateliers', 'cours', 'formation'],
      ambiguous: ['Collectif', 'Accompagnement collectif', 'Atelier collectif', 'Ateliers collectifs'],
      standard: 'Dans un atelier collectif'
    },
    {
      code: 'a-distance',
      fr: 'À distance',
      en: 'Remotely',
      synonyms: ['visioconférence', 'par téléphone'],
      standard: 'À distance'
    }
  ]
}
