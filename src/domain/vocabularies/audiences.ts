import type { Vocabulary } from './term.ts'

export const AUDIENCES: Vocabulary = {
  name: 'publics_specifiquement_adresses',
  parameter: 'audience',
  fr: 'Publics spécifiquement adressés',
  en: 'Audiences specifically addressed',
  terms: [
    {
      code: 'jeunes',
      fr: 'Jeunes',
      en: 'Young people',
      synonyms: ['adolescents', 'jeunesse', '16-25 ans'],
      standard: 'Jeunes'
    },
    {
      code: 'etudiants',
      fr: 'Étudiants',
      en: 'Students',
      synonyms: ['université', 'enseignement supérieur'],
      standard: 'Étudiants'
    },
    {
      code: 'familles-et-ou-enfants',
      fr: 'Familles et/ou enfants',
      en: 'Families and children',
      synonyms: ['famille', 'parents'],
      ambiguous: ['Familles', 'Enfants'],
      standard: 'Familles et/ou enfants'
    },
    {
      code: 'seniors',
      fr: 'Seniors',
      en: 'Older people',
      synonyms: ['personnes âgées', 'retraités', 'aînés'],
      standard: 'Seniors'
    },
    { code: 'femmes', fr: 'Femmes', en: 'Women', standard: 'Femmes' }
  ]
}
