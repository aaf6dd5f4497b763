import fc from 'fast-check'
import t from 'tap'
import type { PlaceContent } from '../../../src/domain/places/place.ts'
import { qualityOf } from '../../../src/domain/places/quality.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../../src/domain/vocabularies/accessibility.ts'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { contentOf } from '../../support/places.ts'

const SILENT = contentOf({ name: 'EPN de Bayeux' })

t.test('a record with only a name scores 0, a complete and fresh one 1', async (t) => {
  t.equal(qualityOf(SILENT, null, '2026-11-22').score, 0)
  const full: PlaceContent = {
    ...SILENT,
    description: 'Huit ordinateurs en accès libre.',
    services: ['acces-internet-et-materiel-informatique'],
    address: {
      ...SILENT.address,
      street: '48 bis rue de Beauvais',
      postcode: '14400',
      city: 'Bayeux',
      commune: '14047'
    },
    location: { lat: 49.27, lon: -0.7, origin: 'producer', precision: null },
    contacts: { phone: '+33199000000', emails: ['epn@example.org'], websites: [], person: null },
    opening_hours: { osm: 'Mo-Fr 09:00-12:00', raw: null, confidence: 'exact', timezone: 'Europe/Paris' },
    accessibility: {
      ...UNKNOWN_ACCESSIBILITY,
      wheelchair: 'no',
      step_free_entrance: false,
      adapted_toilet: true,
      hearing_loop: false
    }
  }
  t.equal(qualityOf(full, '2026-11-01', '2026-11-22').score, 1, '"not accessible" is an answer too')
  t.equal(qualityOf(full, '2022-01-01', '2026-11-22').score, 0.88, 'an old one fails one criterion of eight')
})

t.test('a date counts fully for six months, then less each day until two years', async (t) => {
  const freshness = (day: string) => qualityOf(SILENT, day, '2026-11-22').criteria.freshness
  t.equal(freshness('2026-06-01'), 1)
  t.equal(freshness('2024-11-01'), 0)
  const [year, half] = [freshness('2025-11-22'), freshness('2025-05-22')]
  t.ok(1 > year && year > half && half > 0)
})

t.test('the score is the mean of the criteria', async () => {
  const places = [...generatePlaces({ count: 300, seed: 11, communes: communeRows() })]
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      (place, date) => {
        const { score, criteria } = qualityOf(place, date.toISOString().slice(0, 10), '2026-11-22')
        const values = Object.values(criteria)
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        return values.every((value) => value >= 0 && value <= 1) && Math.abs(score - mean) <= 0.005 + 1e-9
      }
    )
  )
})
