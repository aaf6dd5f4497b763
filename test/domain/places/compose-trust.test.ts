import fc from 'fast-check'
import t from 'tap'
import { composePlace } from '../../../src/domain/places/compose-place.ts'
import { withCorrections } from '../../../src/domain/places/corrections.ts'
import type { OpeningHours } from '../../../src/domain/places/opening-hours.ts'
import type { Location, PlaceContent } from '../../../src/domain/places/place.ts'
import type { SourceRecord } from '../../../src/domain/places/source-record.ts'
import { contentOf } from '../../support/places.ts'

const SILENT = contentOf({ name: 'France services Lormes' })

type Facts = Partial<Omit<SourceRecord, 'content'>>

const record = (content: Partial<PlaceContent>, facts: Facts): SourceRecord => ({
  id: '1',
  url: null,
  changed_on: null,
  source: 'france-services',
  licence: 'etalab-2.0',
  priority: 70,
  publishes_persons: true,
  gives: 'places',
  ...facts,
  content: { ...SILENT, ...content }
})

const week = (osm: string | null, raw: string | null = osm): OpeningHours => ({
  osm,
  raw,
  confidence: osm === null ? 'none' : 'exact',
  timezone: 'Europe/Paris'
})

const DOOR: Location = { lat: 47.289, lon: 3.817, origin: 'producer', precision: 'housenumber' }
const TOWN: Location = { lat: 47.29, lon: 3.82, origin: 'geocoder', precision: 'municipality' }
const ELSEWHERE: Location = { lat: 48.85, lon: 2.35, origin: 'producer', precision: 'housenumber' }

const ADDRESS = {
  ...SILENT.address,
  street: '4 place François Mitterrand',
  postcode: '58140',
  city: 'Lormes',
  commune: '58145'
}

/** The information that people find about the place in Lormes: the record in the list of France services. */
const LISTED = record(
  {
    address: ADDRESS,
    location: TOWN,
    contacts: { ...SILENT.contacts, emails: ['lormes@france-services.example'] },
    opening_hours: week(null, 'ouvert les jours de marché')
  },
  {}
)

/** The content of a record with the same name and address, in which everything else is different. */
const FORGED: Partial<PlaceContent> = {
  address: ADDRESS,
  location: ELSEWHERE,
  summary: 'Cartes grises en 5 minutes',
  description: 'Appelez notre service payant',
  contacts: {
    phone: '+33899000000',
    emails: ['paiement@carte-grise.example'],
    websites: ['https://carte-grise.example'],
    person: { name: 'M. Faux', role: null, phone: '+33899000000', email: null }
  },
  opening_hours: week('Mo-Su 00:00-24:00'),
  accessibility: { ...SILENT.accessibility, sheet: 'https://carte-grise.example/acces' },
  booking_url: 'https://carte-grise.example/rdv'
}

const attackers = (count: number, source = 'carte-grise') =>
  Array.from({ length: count }, (_, index) =>
    record(FORGED, { source, id: `${index}`, priority: 10, changed_on: '2026-11-30' })
  )

for (const count of [1, 19, 200]) {
  t.test(`${count} records of a source of low priority publish nothing of their own`, async (t) => {
    const { content, provenance } = composePlace([...attackers(count), LISTED])
    t.same(content, composePlace([LISTED]).content)
    for (const [field, origins] of Object.entries(provenance)) {
      t.notOk(
        origins.some(({ source }) => source === 'carte-grise'),
        field
      )
    }
  })
}

t.test('several producers of one source do not confirm each other', async (t) => {
  const copies = ['a:1', 'b:1', 'c:1'].map((id) =>
    record(FORGED, { source: 'carte-grise', id, priority: 10 })
  )
  t.same(composePlace([LISTED, ...copies]).content, composePlace([LISTED]).content)
})

t.test('a producer that sends its records to two directories does not confirm itself', async (t) => {
  const own = record(FORGED, { source: 'carte-grise', id: '1', priority: 10 })
  const copied = record(FORGED, { source: 'collecte', id: 'carte-grise:1', priority: 20 })
  t.same(composePlace([LISTED, own, copied]).content, composePlace([LISTED]).content)
})

t.test('what two independent sources of low priority agree on is published', async (t) => {
  const said = (phone: string, websites: readonly string[], location: Location) => ({
    location,
    contacts: { ...SILENT.contacts, phone, websites },
    opening_hours: week('Tu 09:00-12:00')
  })
  const near = { ...DOOR, lat: DOOR.lat + 0.0004 }
  const { content, provenance } = composePlace([
    LISTED,
    record(said('+33386220000', ['https://lormes.example', 'https://un.example'], DOOR), {
      source: 'morvan',
      priority: 20
    }),
    record(said('+33386220000', ['https://deux.example', 'https://lormes.example'], near), {
      source: 'nievre',
      priority: 10
    })
  ])
  t.equal(content.contacts.phone, '+33386220000')
  t.same(content.contacts.websites, ['https://lormes.example'], 'only the site that both give')
  t.same(content.location, DOOR, 'the more trusted of two positions 44 m apart')
  t.equal(content.opening_hours.osm, 'Tu 09:00-12:00')
  t.equal(provenance['contacts.phone']?.[0]?.source, 'morvan')
})

t.test('a trusted source completes what a more trusted one only knows roughly', async (t) => {
  const { content } = composePlace([
    LISTED,
    record(
      { location: DOOR, opening_hours: week('We 09:00-12:00') },
      { source: 'data-inclusion', priority: 35 }
    )
  ])
  t.same(content.location, DOOR)
  t.equal(content.opening_hours.osm, 'We 09:00-12:00')
})

t.test('a directory of low priority publishes the places that nobody else lists', async (t) => {
  const only = record(FORGED, { source: 'petit-annuaire', priority: 10 })
  t.same(composePlace([only]).content, only.content)
})

t.test('a correction holds, even if two sources agree on something else', async (t) => {
  const agreed = ['morvan', 'nievre'].map((source) =>
    record({ contacts: { ...SILENT.contacts, phone: '+33386220000' } }, { source, priority: 90 })
  )
  const correction = {
    id: 1,
    field: 'contacts.phone',
    value: '+33386229999',
    replaced: null,
    made_by: 'Mairie de Lormes',
    note: null,
    made_at: '2026-11-30T09:00:00Z'
  }
  const { content } = withCorrections(composePlace([LISTED, ...agreed]), [correction])
  t.equal(content.contacts.phone, '+33386229999')
})

/** One of the values that a source may give for a field, or no value. */
const option = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined })
const said = fc.record({
  phone: option('+33386220000', '+33386221111'),
  site: option('https://lormes.example', 'https://morvan.example'),
  booking: option('https://rdv.example/1', 'https://rdv.example/2'),
  text: option('Aide aux démarches', 'Ateliers'),
  hours: option(week('Mo 09:00-12:00'), week('Tu 14:00-18:00')),
  door: option(DOOR, ELSEWHERE)
})
const contentFrom = (given: typeof said extends fc.Arbitrary<infer Given> ? Given : never) => ({
  contacts: {
    ...SILENT.contacts,
    phone: given.phone ?? null,
    websites: given.site === undefined ? [] : [given.site]
  },
  booking_url: given.booking ?? null,
  description: given.text ?? null,
  opening_hours: given.hours ?? SILENT.opening_hours,
  location: given.door ?? null
})
const FIELDS = {
  phone: ({ contacts }: PlaceContent) => contacts.phone,
  site: ({ contacts }: PlaceContent) => contacts.websites[0],
  booking: ({ booking_url }: PlaceContent) => booking_url,
  text: ({ description }: PlaceContent) => description,
  hours: ({ opening_hours }: PlaceContent) => opening_hours,
  door: ({ location }: PlaceContent) => location
} as const

t.test(
  'sources of lower priority never change what one of higher priority gives, in any order',
  async (t) => {
    const lower = fc.array(
      fc.record({ given: said, priority: fc.nat(69), source: fc.constantFrom('a', 'b', 'c') }),
      {
        maxLength: 5
      }
    )
    fc.assert(
      fc.property(said, lower, fc.nat(5), (given, others, at) => {
        const leader = record(contentFrom(given), {})
        const rest = others.map((other, index) =>
          record(contentFrom(other.given), { source: other.source, id: `${index}`, priority: other.priority })
        )
        const { content } = composePlace([...rest.slice(0, at), leader, ...rest.slice(at)])
        for (const [field, read] of Object.entries(FIELDS)) {
          const value = given[field as keyof typeof FIELDS]
          if (value !== undefined) t.same(read(content), value, field)
        }
      }),
      { numRuns: 200 }
    )
  }
)

t.test('one source below the threshold never changes a place of a trusted one, in any order', async (t) => {
  const many = fc.array(fc.record({ given: said, priority: fc.nat(34) }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(said, fc.integer({ min: 35, max: 90 }), many, fc.nat(5), (given, priority, others, at) => {
      const trusted = record(contentFrom(given), { priority })
      const rest = others.map((other, index) =>
        record(contentFrom(other.given), { source: 'carte-grise', id: `${index}`, priority: other.priority })
      )
      t.same(
        composePlace([...rest.slice(0, at), trusted, ...rest.slice(at)]).content,
        composePlace([trusted]).content
      )
    }),
    { numRuns: 200 }
  )
})
