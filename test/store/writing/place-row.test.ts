import t from 'tap'
import type { PlaceContent } from '../../../src/domain/places/place.ts'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import type { TermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { wordingsOf } from '../../../src/store/writing/keywords.ts'
import { toPlaceRow } from '../../../src/store/writing/place-row.ts'

/** Assigns ids in order of lookup; the test only checks which terms are looked up. */
function recordingTerms(): { readonly lookups: Map<string, number>; readonly termIds: TermIds } {
  const lookups = new Map<string, number>()
  const termIds: TermIds = (vocabulary, code) => {
    const key = `${vocabulary} ${code}`
    const id = lookups.get(key) ?? 1000 - lookups.size
    lookups.set(key, id)
    return { id, words: [`word of ${code}`] }
  }
  return { lookups, termIds }
}

const [some] = generatePlaces({ count: 1, seed: 5, communes: communeRows() })
const place: PlaceContent = {
  ...some!,
  name: 'Cyber-base de Bayeux',
  types: ['EPN', 'BIB'],
  services: [],
  audiences: [],
  needs: [],
  fees: ['gratuit'],
  access: [],
  support: [],
  location: { lat: 49.2783, lon: -0.7048, origin: 'geocoder', precision: 'housenumber' },
  summary: 'Initiation',
  description: 'Huit postes',
  labels: [
    { code: 'netpublic', valid_from: null, valid_until: '2026-11-21', source: 'sample' },
    { code: 'aidants-connect', valid_from: '2026-11-22', valid_until: '2026-11-22', source: 'sample' },
    { code: 'campus-connecte', valid_from: '2026-11-23', valid_until: null, source: 'sample' }
  ],
  accessibility: { ...some!.accessibility, wheelchair: 'limited', hearing_loop: true, sign_language: false }
}
const context = {
  id: '018cc251-f400-7000-8000-000100000000',
  sources: [{ source: 'sample', id: '1', url: null, licence: 'CC0-1.0', updated_at: null }],
  quality: 0.5,
  createdAt: '2026-11-22T08:00:00.000Z',
  updatedAt: '2026-11-22T08:00:00.000Z',
  today: '2026-11-22',
  declarations: [],
  offering: { says: () => [], spreadOf: () => null }
}

t.test('a row has the terms of the place, ascending, and only labels valid that day', async (t) => {
  const { lookups, termIds } = recordingTerms()
  const { codes_declared: codes } = toPlaceRow(place, { ...context, termIds, keywords: '', schedule: 0 })
  t.same(
    codes,
    [...codes].sort((a, b) => a - b)
  )
  const terms = [...lookups].filter(([, id]) => codes.includes(id)).map(([term]) => term)
  for (const term of [
    'typologie EPN',
    'typologie BIB',
    'frais_a_charge gratuit',
    'labels aidants-connect',
    'source sample'
  ]) {
    t.ok(terms.includes(term), term)
  }
  t.ok(terms.includes('accessibility hearing_loop'))
  t.ok(terms.includes('accessibility_absent sign_language'))
  t.notOk(terms.includes('labels netpublic'), 'expired yesterday')
  t.notOk(terms.includes('labels campus-connecte'), 'not valid before tomorrow')
  t.notOk(
    terms.some((term) => term.endsWith('wheelchair')),
    '"limited" is neither yes nor no'
  )
  const words = [...wordingsOf(place, { termIds, today: context.today })].join(' ')
  t.match(words, /word of EPN.*word of hearing_loop/)
  t.notMatch(words, /sign_language|sample/, 'no search finds it by what it lacks')
})

t.test('the document is the place as in the API, without id and dates', async (t) => {
  const { termIds } = recordingTerms()
  const row = toPlaceRow(place, { ...context, termIds, keywords: '', schedule: 0 })
  t.same(JSON.parse(row.document), {
    ...place,
    display_name: 'Cyber-base de Bayeux',
    services_implied: [
      { code: 'aide-aux-demarches-administratives', because: 'label:aidants-connect' },
      { code: 'acces-internet-et-materiel-informatique', because: 'type:EPN' },
      { code: 'maitrise-des-outils-numeriques-du-quotidien', because: 'type:EPN' }
    ],
    audiences_implied: [],
    fees_implied: [],
    location: { ...place.location, uncertainty_m: 20 },
    sources: context.sources,
    quality: { score: 0.5 }
  })
  t.equal(row.summary, 'Initiation\nHuit postes', 'all of its text is searchable')
})
