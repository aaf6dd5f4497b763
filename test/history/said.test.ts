import t from 'tap'
import { fieldInWords } from '../../src/domain/history/field-words.ts'
import { saidHours } from '../../src/domain/opening/said-hours.ts'
import { priceItems } from '../../src/pages/parts/facts.tsx'

t.test('several prices of a place are one sentence, not a contradiction of two lines', async (t) => {
  const mixed = { fees: ['gratuit', 'payant'], fees_implied: [] }
  t.same(priceItems(mixed, 'fr'), [{ label: 'Gratuit ou payant, selon l’activité', because: null }])
  const implied = { fees: [], fees_implied: [{ code: 'gratuit', because: 'type:RFS' }] }
  t.match(priceItems(implied, 'fr'), [{ label: 'Gratuit', because: /type/ }])
  t.same(priceItems({ fees: [], fees_implied: [] }, 'fr'), [])
})

t.test(
  'hours that a source writes in the notation of OpenStreetMap are said in words, mistakes and all',
  async (t) => {
    t.equal(
      saidHours('Mo-Fr 09:00-18:00; Th 09:00-12:00-14:00; PH off', 'fr'),
      'lundi à vendredi 09:00–18:00\u00a0; jeudi 09:00–12:00–14:00\u00a0; jours fériés fermé'
    )
    t.equal(saidHours('Mo,We 09:00-12:00,13:00-18:00', 'en'), 'Monday, Wednesday 09:00–12:00, 13:00–18:00')
    t.equal(saidHours('Mardi 9h-12h, sauf vacances', 'fr'), 'Mardi 9h-12h, sauf vacances')
  }
)

t.test('the history and the feeds name a field by the same words', async (t) => {
  t.equal(fieldInWords('access', 'fr'), 'la façon de prendre contact')
  t.equal(fieldInWords('services_implied', 'fr'), 'les aides proposées')
  t.equal(fieldInWords('contacts.fax', 'fr'), 'les contacts', 'a part without a name has that of the whole')
  t.equal(fieldInWords('of_a_later_version', 'fr'), undefined)
})
