import fc from 'fast-check'
import t from 'tap'
import { offersOf, sureOf } from '../../../src/domain/offers/offers.ts'
import { displayName } from '../../../src/domain/places/display-name.ts'
import type { OpeningState, PlaceContent } from '../../../src/domain/places/place.ts'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import type { Offered } from '../../../src/store/writing/offer-columns.ts'
import { toFoundPlace, toPlace, writeDocument } from '../../../src/store/writing/place-document.ts'

const PLACES = [...generatePlaces({ count: 50, seed: 9, communes: communeRows() })]
const TODAY = '2026-11-22'
const SOURCES = [{ source: 'sample', id: '1', url: null, licence: 'CC0-1.0', updated_at: null }]
const OPEN: OpeningState = { state: 'open', next_change: '2026-11-22T18:00:00+01:00' }
const row = {
  id: '018cc251-f400-7000-8000-000100000000',
  created_at: '2026-11-22 08:00:00',
  updated_at: '2026-11-23 18:00:00.12',
  schedule: 7
}

const offeredBy = (content: PlaceContent): Offered => ({
  offers: offersOf(content, TODAY),
  columns: {
    ...{ codes: [], codes_declared: [], codes_likely: [], codes_denied: [], kinds: [] },
    uncertainty_m: 40,
    weight: 1
  }
})

/** Text that resembles the syntax of the document. */
const tricky = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"opening_hours":{"osm":null}}',
    '{"rna":"W142003455"',
    '\\"}',
    ',"audiences":[],"needs":[]',
    '}}'
  )
)

const contents = fc
  .record({
    place: fc.constantFrom(...PLACES),
    name: tricky,
    description: fc.option(tricky),
    rna: fc.constantFrom(undefined, null, 'W142003455'),
    osm: fc.option(tricky)
  })
  .map(({ place, name, description, rna, osm }): PlaceContent => {
    const { rna: _, ...rest } = place
    const content = { ...rest, name, description, opening_hours: { ...place.opening_hours, osm } }
    return rna === undefined ? content : { ...content, rna }
  })

t.test(
  'a stored place is read unchanged, whatever its texts contain, with its id, dates and state',
  async (t) => {
    fc.assert(
      fc.property(
        contents,
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.tuple(fc.nat(10_000_000), fc.constantFrom(-0.03, 0, 0.03))),
        (content, from, beyond, distance) => {
          const offered = offeredBy(content)
          const document = writeDocument(content, { sources: SOURCES, quality: 0.5 }, offered)
          const expected = {
            ...content,
            id: row.id,
            rna: content.rna ?? null,
            display_name: displayName(content.name, content.address.city),
            services_implied: sureOf(offered.offers, 'service'),
            audiences_implied: sureOf(offered.offers, 'audience'),
            fees_implied: sureOf(offered.offers, 'fee'),
            location: content.location && { ...content.location, uncertainty_m: 40 },
            sources: SOURCES,
            quality: { score: 0.5 },
            created_at: '2026-11-22T08:00:00.000Z',
            updated_at: '2026-11-23T18:00:00.120Z'
          }
          const shown = { ...expected, opening_hours: { ...content.opening_hours, ...OPEN } }
          const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
          t.strictSame(JSON.parse(toPlace({ ...row, document }, null).json), plain(expected))
          const states = (schedule: number | null) =>
            schedule === 7 ? OPEN : { state: 'unknown' as const, next_change: null }
          t.strictSame(JSON.parse(toPlace({ ...row, document }, states).json), plain(shown))
          const found = toFoundPlace(
            { ...row, document, key: 1, distance_m: distance && distance[0] / 10 + distance[1] },
            states,
            from,
            beyond
          )
          t.strictSame(JSON.parse(found.json), {
            ...plain(shown),
            ...(from && { distance_m: distance && distance[0] / 10 }),
            ...(beyond && { beyond_radius: true })
          })
        }
      ),
      { numRuns: 300 }
    )
  }
)

t.test('a place stored before names were written as people do is shown with its name', async (t) => {
  const [content] = PLACES
  const named = { ...content!, name: 'MAIRIE "LE TRIEUR" \\ VIRE' }
  const text = writeDocument(named, { sources: SOURCES, quality: 0.5 }, offeredBy(named))
  const { display_name: _, ...older } = JSON.parse(text)
  const shown = JSON.parse(toPlace({ ...row, document: JSON.stringify(older) }, null).json)
  t.match(shown, { name: named.name, display_name: named.name })
})

t.test('a place stored before offers were inferred is shown without inferred offers', async (t) => {
  const [content] = PLACES
  const offered = offeredBy(content!)
  const text = writeDocument(content!, { sources: SOURCES, quality: 0.5 }, offered)
  const { services_implied: _s, audiences_implied: _a, fees_implied: _f, ...older } = JSON.parse(text)
  const { uncertainty_m: _u, ...location } = older.location
  const document = JSON.stringify({ ...older, location })
  t.match(JSON.parse(toPlace({ ...row, document }, null).json), {
    services_implied: [],
    audiences_implied: [],
    fees_implied: [],
    location: { ...location, uncertainty_m: null },
    services: content!.services
  })
})
