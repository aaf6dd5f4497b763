import fc from 'fast-check'
import t from 'tap'
import { composePlace } from '../../../src/domain/places/compose-place.ts'
import { UNKNOWN_HOURS } from '../../../src/domain/places/opening-hours.ts'
import type { PlaceContent } from '../../../src/domain/places/place.ts'
import type { SourceRecord } from '../../../src/domain/places/source-record.ts'
import { UNKNOWN_ACCESSIBILITY } from '../../../src/domain/vocabularies/accessibility.ts'
import { contentOf } from '../../support/places.ts'

const SILENT = contentOf({ name: 'Médiathèque de Quimper' })
const NOWHERE = SILENT.address

type Facts = Partial<Omit<SourceRecord, 'content'>>

const record = (content: Partial<PlaceContent>, facts: Facts = {}): SourceRecord => ({
  id: '1',
  url: null,
  changed_on: null,
  source: 'mednum',
  licence: 'etalab-2.0',
  priority: 50,
  publishes_persons: false,
  gives: 'places',
  ...facts,
  content: { ...SILENT, ...content }
})

const TRUSTED: Facts = { source: 'france-services', id: 'fs-29', priority: 90, changed_on: '2020-01-01' }
const FRESH: Facts = { source: 'mednum', id: 'q', priority: 50, changed_on: '2024-06-01' }
const STALE: Facts = { source: 'hinaura', id: 'h', priority: 50, changed_on: '2023-06-01' }

t.test('a place with one record has the content of that record', async (t) => {
  const only = record({ name: 'EPN de Brest', services: ['a'], siret: '21290019700019' }, FRESH)
  const { content, sources, provenance } = composePlace([only])
  t.same(content, only.content)
  t.same(sources, [{ source: 'mednum', id: 'q', url: null, licence: 'etalab-2.0', updated_at: '2024-06-01' }])
  const origin = { source: 'mednum', record: 'q', changed_on: '2024-06-01', licence: 'etalab-2.0' }
  t.same(provenance, { name: [origin], services: [origin], siret: [origin] }, 'unknown fields have no source')
})

t.test('the source with the higher priority wins, however old; then the fresher record', async (t) => {
  const name = (...records: SourceRecord[]) => composePlace(records).content.name
  t.equal(name(record({ name: 'neuf' }, FRESH), record({ name: 'sûr' }, TRUSTED)), 'sûr')
  t.equal(name(record({ name: 'vieux' }, STALE), record({ name: 'neuf' }, FRESH)), 'neuf')
  t.equal(name(record({ name: 'sans date' }, { id: '2' }), record({ name: 'vieux' }, STALE)), 'vieux')
})

t.test('if the preferred source has no value, the others are used', async (t) => {
  const { content, provenance } = composePlace([
    record({ contacts: { ...SILENT.contacts, phone: '+33298000000' } }, TRUSTED),
    record(
      { contacts: { phone: '+33298111111', emails: ['a@quimper.example'], websites: [], person: null } },
      FRESH
    )
  ])
  t.equal(content.contacts.phone, '+33298000000')
  t.same(content.contacts.emails, ['a@quimper.example'])
  t.equal(provenance['contacts.phone']?.[0]?.source, 'france-services')
  t.equal(provenance['contacts.emails']?.[0]?.source, 'mednum')
})

t.test('services are combined from all records, fees are not', async (t) => {
  const { content, provenance } = composePlace([
    record({ services: ['a', 'b'], types: ['RFS'], fees: ['gratuit'] }, TRUSTED),
    record({ services: ['b', 'c'], types: ['BIB'], fees: ['payant'], audiences: ['seniors'] }, FRESH)
  ])
  t.same(content.services, ['a', 'b', 'c'])
  t.same(content.types, ['RFS', 'BIB'])
  t.same(content.audiences, ['seniors'])
  t.same(content.fees, ['gratuit'])
  t.same(
    provenance.services?.map(({ source }) => source),
    ['france-services', 'mednum'],
    'every contributing record is named'
  )
  t.equal(provenance.fees?.length, 1)
})

t.test('an address and a position are each taken from one record as a whole', async (t) => {
  const quimper = { ...NOWHERE, postcode: '29000', city: 'Quimper', commune: '29232' }
  const brest = { ...NOWHERE, street: '2 rue Pasteur', postcode: '29200', city: 'Brest', commune: '29019' }
  t.same(
    composePlace([record({ address: quimper }, TRUSTED), record({ address: brest }, FRESH)]).content.address,
    quimper,
    'a street of Brest is never shown in Quimper'
  )
  const guessed = { lat: 48, lon: -4.1, origin: 'geocoder', precision: 'housenumber' } as const
  const given = { lat: 47.99, lon: -4.09, origin: 'producer', precision: null } as const
  t.same(
    composePlace([record({ location: guessed }, TRUSTED), record({ location: given }, FRESH)]).content
      .location,
    given,
    'a producer knows better than any geocoder'
  )
})

t.test('a position at the door takes precedence over one of the town', async (t) => {
  const town = { lat: 47.997, lon: -4.099, origin: 'geocoder', precision: 'municipality' } as const
  const door = { lat: 47.991, lon: -4.111, origin: 'geocoder', precision: 'housenumber' } as const
  const { content, provenance } = composePlace([
    record({ location: town }, TRUSTED),
    record({ location: door }, STALE)
  ])
  t.same(content.location, door)
  t.equal(provenance.location?.[0]?.source, 'hinaura')
  t.same(composePlace([record({ location: town }, TRUSTED), record({})]).content.location, town)
})

t.test('the source that measured accessibility takes precedence for it, and only for it', async (t) => {
  const MEASURED: Facts = { source: 'acceslibre', id: 'erp', priority: 1, gives: 'accessibility' }
  const { content, provenance, sources } = composePlace([
    record(
      { accessibility: { ...UNKNOWN_ACCESSIBILITY, step_free_entrance: true, hearing_loop: true } },
      TRUSTED
    ),
    record({ name: 'ERP', accessibility: { ...UNKNOWN_ACCESSIBILITY, step_free_entrance: false } }, MEASURED)
  ])
  t.match(content.accessibility, { step_free_entrance: false, hearing_loop: true })
  t.equal(content.name, SILENT.name)
  t.equal(provenance['accessibility.step_free_entrance']?.[0]?.source, 'acceslibre')
  t.equal(provenance['accessibility.hearing_loop']?.[0]?.source, 'france-services')
  t.same(
    sources.map(({ source }) => source),
    ['france-services', 'acceslibre']
  )
})

t.test(
  'of two readable weeks, that of the preferred source is used as a whole, and of equal sources the fresher',
  async (t) => {
    const week = (osm: string) => ({ osm, raw: osm, confidence: 'exact', timezone: 'Europe/Paris' }) as const
    const hours = (...records: SourceRecord[]) => composePlace(records).content.opening_hours.osm
    const [old, fresh] = [
      record({ opening_hours: week('Mo 09:00-12:00') }, STALE),
      record({ opening_hours: week('Tu 09:00-12:00') }, FRESH)
    ]
    t.equal(hours(old, fresh), 'Tu 09:00-12:00')
    t.equal(hours(old, fresh, record({ opening_hours: week('We 14:00-18:00') }, TRUSTED)), 'We 14:00-18:00')
  }
)

t.test('hours that programs can read take precedence', async (t) => {
  const prose = { osm: null, raw: 'sur rendez-vous', confidence: 'none', timezone: 'Europe/Paris' } as const
  const exact = { osm: 'Mo 09:00-12:00', raw: null, confidence: 'exact', timezone: 'Europe/Paris' } as const
  t.same(
    composePlace([record({ opening_hours: prose }, TRUSTED), record({ opening_hours: exact }, STALE)]).content
      .opening_hours,
    exact
  )
  t.same(composePlace([record({ opening_hours: prose }), record({})]).content.opening_hours, prose)
})

t.test('without hours, the time zone is that of the address', async (t) => {
  const mamoudzou = { ...NOWHERE, city: 'Mamoudzou', commune: '97611', department: '976' }
  const { content } = composePlace([
    record({}, TRUSTED),
    record({ address: mamoudzou, opening_hours: UNKNOWN_HOURS('Indian/Mayotte') }, FRESH)
  ])
  t.same(content.opening_hours, UNKNOWN_HOURS('Indian/Mayotte'))
})

t.test('accessibility is combined feature by feature, and "no" is a known value', async (t) => {
  const { content, provenance } = composePlace([
    record({ accessibility: { ...UNKNOWN_ACCESSIBILITY, adapted_toilet: false } }, TRUSTED),
    record(
      {
        accessibility: {
          ...UNKNOWN_ACCESSIBILITY,
          adapted_toilet: true,
          hearing_loop: true,
          wheelchair: 'limited'
        }
      },
      FRESH
    )
  ])
  t.same(content.accessibility, {
    ...UNKNOWN_ACCESSIBILITY,
    wheelchair: 'limited',
    adapted_toilet: false,
    hearing_loop: true
  })
  t.equal(provenance['accessibility.adapted_toilet']?.[0]?.source, 'france-services')
  t.notOk('accessibility.sign_language' in provenance)
})

t.test('the person in charge is shown only if the source publishes persons', async (t) => {
  const person = { name: 'A. Le Goff', role: null, phone: '+33298000000', email: null }
  const contacts = { ...SILENT.contacts, person }
  t.equal(composePlace([record({ contacts }, TRUSTED)]).content.contacts.person, null)
  t.same(
    composePlace([record({ contacts }, TRUSTED), record({ contacts }, { ...FRESH, publishes_persons: true })])
      .content.contacts.person,
    person
  )
})

t.test('a label counts once for each source that gives it', async (t) => {
  const label = (valid_until: string | null) => ({
    code: 'france-services',
    valid_from: null,
    valid_until,
    source: '?'
  })
  const { content } = composePlace([
    record({ labels: [label('2026-12-31')] }, FRESH),
    record({ labels: [label(null)] }, { ...FRESH, id: 'z', changed_on: '2021-01-01' }),
    record({ labels: [label(null)] }, TRUSTED)
  ])
  t.same(content.labels, [
    { code: 'france-services', valid_from: null, valid_until: null, source: 'france-services' },
    { code: 'france-services', valid_from: null, valid_until: '2026-12-31', source: 'mednum' }
  ])
})

t.test('the order of records does not matter', async () => {
  const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  const records = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      source: fc.constantFrom('mednum', 'hinaura'),
      priority: fc.constantFrom(10, 50),
      changed_on: fc.constantFrom(null, '2023-01-01', '2024-01-01'),
      name: fc.string({ minLength: 1 }),
      services: codes,
      fees: codes,
      itinerant: fc.constantFrom(null, true, false)
    }),
    { minLength: 1, maxLength: 6, selector: ({ id, source }) => `${source} ${id}` }
  )
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
      const all = drawn.map(({ id, source, priority, changed_on, ...content }) =>
        record(content, { id, source, priority, changed_on })
      )
      const shuffled = all
        .map((each) => ({ each, at: numbers.next().value }))
        .toSorted((left, right) => left.at - right.at)
        .map(({ each }) => each)
      t.same(composePlace(shuffled), composePlace(all))
    })
  )
})

t.test('a record with its properties in another order gives the same text', async (t) => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, each]) => [key, reversed(each)])
          )
        : value
  const person = { name: 'A. Le Goff', role: null, phone: null, email: null }
  const whole = record(
    {
      address: { ...NOWHERE, city: 'Quimper' },
      location: { lat: 48, lon: -4.1, origin: 'producer', precision: null },
      contacts: { ...SILENT.contacts, person },
      labels: [{ code: 'qpv', valid_from: null, valid_until: null, source: 'mednum' }],
      opening_hours: { osm: '24/7', raw: '24/7', confidence: 'exact', timezone: 'Europe/Paris' }
    },
    { publishes_persons: true }
  )
  const text = (records: SourceRecord[]) => JSON.stringify(composePlace(records))
  t.equal(text([reversed(whole) as SourceRecord]), text([whole]))
})

t.test('a place without a record is refused', async (t) => {
  t.throws(() => composePlace([]), RangeError)
})
