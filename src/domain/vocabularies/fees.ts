import type { Vocabulary } from './term.ts'

export const FEES: Vocabulary = {
  name: 'frais_a_charge',
  parameter: 'fee',
  fr: 'Frais à charge',
  en: 'Fees',
  terms: [
    { code: 'gratuit', fr: 'Gratuit', en: 'Free', standard: 'Gratuit' },
    {
      code: 'gratuit-sous-condition',
      fr: 'Gratuit sous condition',
      en: 'Free under conditions',
      spellings: ['Gratuit sous conditions'],
      standard: 'Gratuit sous condition'
    },
    {
      code: 'payant',
      fr: 'Payant',
      en: 'Paid',
      synonyms: ['adhésion', 'tarif'],
      standard: 'Payant'
    }
  ]
}
