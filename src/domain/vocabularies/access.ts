import type { Vocabulary } from './term.ts'

export const ACCESS: Vocabulary = {
  name: 'modalites_acces',
  parameter: 'access',
  fr: 'Modalités d’accès',
  en: 'Ways to come in',
  terms: [
    {
      code: 'se-presenter',
      fr: 'Se présenter',
      en: 'Walk in',
      synonyms: ['sans rendez-vous', 'accès libre'],
      standard: 'Se présenter'
    },
    {
      code: 'telephoner',
      fr: 'Téléphoner',
      en: 'Telephone',
      synonyms: ['sur rendez-vous'],
      standard: 'Téléphoner'
    },
    {
      code: 'contacter-par-mail',
      fr: 'Contacter par mail',
      en: 'Contact by e-mail',
      spellings: ['Contacter par courriel'],
      standard: 'Contacter par mail'
    },
    {
      code: 'prendre-un-rdv-en-ligne',
      fr: 'Prendre un RDV en ligne',
      en: 'Book an appointment online',
      synonyms: ['rendez-vous en ligne'],
      spellings: ['Prendre un rendez-vous en ligne'],
      standard: 'Prendre un RDV en ligne'
    },
    {
      code: 'ce-lieu-n-accueille-pas-de-public',
      fr: 'Ce lieu n’accueille pas de public',
      en: 'Not open to the public',
      standard: "Ce lieu n'accueille pas de public"
    },
    {
      code: 'envoyer-un-mail-avec-une-fiche-de-prescription',
      fr: 'Envoyer un mail avec une fiche de prescription',
      en: 'Send an e-mail with a referral form',
      synonyms: ['prescripteur', 'orientation'],
      standard: 'Envoyer un mail avec une fiche de prescription'
    }
  ]
}
