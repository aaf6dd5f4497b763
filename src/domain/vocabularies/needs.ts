import type { Vocabulary } from './term.ts'

export const NEEDS: Vocabulary = {
  name: 'prise_en_charge_specifique',
  parameter: 'need',
  fr: 'Prise en charge spécifique',
  en: 'Specific needs catered for',
  terms: [
    {
      code: 'surdite',
      fr: 'Surdité',
      en: 'Deafness',
      synonyms: ['sourds', 'malentendants', 'langue des signes', 'LSF'],
      standard: 'Surdité'
    },
    {
      code: 'handicaps-moteurs',
      fr: 'Handicaps moteurs',
      en: 'Motor disabilities',
      synonyms: ['mobilité réduite', 'PMR', 'fauteuil roulant'],
      standard: 'Handicaps moteurs'
    },
    {
      code: 'handicaps-mentaux',
      fr: 'Handicaps mentaux',
      en: 'Mental disabilities',
      synonyms: ['handicap psychique', 'déficience intellectuelle'],
      standard: 'Handicaps mentaux'
    },
    {
      code: 'illettrisme',
      fr: 'Illettrisme',
      en: 'Illiteracy',
      synonyms: ['lire et écrire', 'analphabétisme', 'alphabétisation'],
      standard: 'Illettrisme'
    },
    {
      code: 'langues-etrangeres-anglais',
      fr: 'Langues étrangères (anglais)',
      en: 'Foreign languages (English)',
      synonyms: ['English', 'anglophone'],
      spellings: ['Langues étrangères (anglaises)'],
      standard: 'Langues étrangères (anglais)'
    },
    {
      code: 'langues-etrangeres-autres',
      fr: 'Langues étrangères (autres)',
      en: 'Foreign languages (other)',
      synonyms: ['allophones', 'FLE', 'primo-arrivants'],
      standard: 'Langues étrangères (autres)'
    },
    {
      code: 'deficience-visuelle',
      fr: 'Déficience visuelle',
      en: 'Visual impairment',
      synonyms: ['aveugles', 'malvoyants', 'braille'],
      standard: 'Déficience visuelle'
    }
  ]
}
