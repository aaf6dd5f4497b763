import fc from 'fast-check'
import t from 'tap'
import { readField } from '../../../src/domain/places/corrections.ts'
import type { PlaceContent } from '../../../src/domain/places/place.ts'
import { correctableFields, readFieldValue } from '../../../src/importers/mapped/field.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'
import { type AnsweredPlace, apiOver, type Page } from '../../support/app.ts'
import type { Changes } from '../../support/changes.ts'
import { testDatabase } from '../../support/database.ts'
import { pairOf, recordsIn } from '../../support/inspect.ts'
import { runs } from '../../support/properties/property-runs.ts'
import { senderOf } from '../../support/records.ts'
import { correctionsIn, reviewIn } from '../../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { get, ask } = api
const corrections = correctionsIn(database)
const COMMUNES = officialCommunes()
const FIELDS = correctableFields(COMMUNES)

/** Makes a correction like `annuaire correct`. */
function correct(place: string, field: string, text: string, note: string | null = null): Promise<number> {
  const schema = FIELDS.get(field)
  if (!schema) throw new Error(`No field ${field}.`)
  const read = readFieldValue(schema, text)
  if (!read.ok) throw new Error(read.reason)
  return corrections.make({ place, field, value: read.value, note })
}

/**
 * The town of the current test. Each test uses its own town, because in one town the records of all tests would be
 * the same place.
 */
let town = { postcode: '14400', city: 'Bayeux', commune: '14047' }

const epn = (content: Record<string, unknown> = {}) => ({
  id: '1',
  content: {
    name: 'EPN de Bayeux',
    services: ['acces-internet-et-materiel-informatique'],
    address: { street: '48 rue de Beauvais', ...town },
    contacts: { phone: '+33231921108' },
    ...content
  }
})

const onlyPlaceOf = async (source: string): Promise<AnsweredPlace> => {
  const { items } = await get<Page>(`/v1/places?source=${source}`)
  const [place] = items
  if (!place || items.length !== 1) throw new Error(`${items.length} places`)
  return place
}

type Fields = { readonly fields: Readonly<Record<string, readonly Record<string, unknown>[]>> }

t.test('a correction stays, whatever the source has later', async (t) => {
  const { put } = await senderOf(database, api, 'epn-normandie')
  await put([epn()])
  const { id } = await onlyPlaceOf('epn-normandie')
  const { cursor } = await get<Changes>('/v1/changes?since=now')

  const phone = await correct(id, 'contacts.phone', '+33231000000', 'Vu sur place.')
  await correct(id, 'address.street', '48 bis rue de Beauvais')
  await correct(id, 'accessibility.wheelchair', 'yes')
  await correct(id, 'services', 'aide-aux-demarches-administratives')
  await correct(id, 'opening_hours', '{"osm":"Mo-Fr 09:00-12:00"}')
  await correct(id, 'address.commune', '14118')
  await correct(id, 'labels', '[{"code":"france-services"}]')

  const corrected = {
    contacts: { phone: '+33231000000' },
    address: { street: '48 bis rue de Beauvais', city: 'Bayeux', commune: '14118', epci: '200065597' },
    accessibility: { wheelchair: 'yes' },
    services: ['aide-aux-demarches-administratives'],
    opening_hours: { osm: 'Mo-Fr 09:00-12:00', timezone: 'Europe/Paris' },
    labels: [{ code: 'france-services', source: 'corrections' }]
  }
  t.match(await get(`/v1/places/${id}`), corrected)
  t.equal(
    (await get<Page>('/v1/places?accessibility=wheelchair&label=france-services')).items[0]?.id,
    id,
    'the place is found by it'
  )

  await put([epn({ name: 'Espace numérique de Bayeux', contacts: { phone: '+33231921199' }, services: [] })])
  t.match(
    await get(`/v1/places/${id}`),
    { ...corrected, name: 'Espace numérique de Bayeux' },
    'other fields follow their sources'
  )

  const { items } = await get<Changes>(`/v1/changes?since=${cursor}`)
  t.match(items.slice(0, 2), [
    { kind: 'updated', id, fields: ['contacts.phone'] },
    { kind: 'updated', id, fields: ['address'] }
  ])
  t.match(
    items.at(-1),
    { kind: 'updated', id, fields: ['name'] },
    'and a field that stays the same is not reported'
  )

  t.match((await get<Fields>(`/v1/places/${id}/provenance`)).fields['contacts.phone'], [
    {
      source: 'corrections',
      record: String(phone),
      correction: {
        by: 'Camille Martin',
        note: 'Vu sur place.',
        source_changed: true,
        instead_of: [{ source: 'epn-normandie', record: '1' }]
      }
    }
  ])
})

t.test('a later change of the sources is reported, until they change back', async (t) => {
  town = { postcode: '14000', city: 'Caen', commune: '14118' }
  const { put } = await senderOf(database, api, 'change-d-avis')
  await put([epn()])
  const { id } = await onlyPlaceOf('change-d-avis')
  await correct(id, 'contacts.phone', '+33231000000')
  const changed = async () =>
    (await corrections.of(id)).map(({ field, source_changed }) => [field, source_changed])
  t.same(await changed(), [['contacts.phone', false]])
  await put([epn({ contacts: { phone: '+33231555555' } })])
  t.same(await changed(), [['contacts.phone', true]])
  await put([epn()])
  t.same(await changed(), [['contacts.phone', false]])
})

t.test('after undoing, the value before is back, of a correction or of the sources', async (t) => {
  town = { postcode: '58000', city: 'Nevers', commune: '58194' }
  const { put } = await senderOf(database, api, 'defaite')
  await put([epn()])
  const before = await onlyPlaceOf('defaite')
  const first = await correct(before.id, 'name', 'Un nom')
  const second = await correct(before.id, 'name', 'Un autre nom')
  t.equal((await onlyPlaceOf('defaite')).name, 'Un autre nom', 'the last of two is active')
  await t.rejects(corrections.undo(first), { code: 'correction-not-found' }, 'and the first is not')
  t.equal(await corrections.undo(second), before.id)
  t.equal((await onlyPlaceOf('defaite')).name, 'Un nom')
  t.equal(await corrections.undo(first), before.id)
  t.same({ ...(await onlyPlaceOf('defaite')), updated_at: null }, { ...before, updated_at: null })
  t.same(await corrections.of(before.id), [])
})

t.test('a withdrawn place comes back with its corrections', async (t) => {
  town = { postcode: '35000', city: 'Rennes', commune: '35238' }
  const { put } = await senderOf(database, api, 'revient')
  await put([
    epn(),
    { ...epn({ name: 'Autre', address: { street: '2 quai Sud', commune: '14118' }, contacts: {} }), id: '2' }
  ])
  const { items } = await get<Page>('/v1/places?source=revient&sort=name')
  const id = items.find(({ name }) => name === 'EPN de Bayeux')?.id ?? ''
  await correct(id, 'name', 'EPN du Bessin')
  await put(
    [
      {
        ...epn({ name: 'Autre', address: { street: '2 quai Sud', commune: '14118' }, contacts: {} }),
        id: '2'
      }
    ],
    'mode=complete&max_withdrawn=100'
  )
  t.equal((await ask(`/v1/places/${id}`)).statusCode, 410)
  await t.rejects(
    correct(id, 'name', 'Encore'),
    { code: 'place-withdrawn' },
    'withdrawn places cannot be corrected'
  )
  await put([
    epn(),
    { ...epn({ name: 'Autre', address: { street: '2 quai Sud', commune: '14118' }, contacts: {} }), id: '2' }
  ])
  t.equal((await get<AnsweredPlace>(`/v1/places/${id}`)).name, 'EPN du Bessin')
})

t.test('corrections follow a place when it is merged, and back when it is separated', async (t) => {
  const { put } = await senderOf(database, api, 'fusion')
  const elsewhere = {
    address: { street: '1 rue Kéréon', postcode: '29000', city: 'Quimper', commune: '29232' }
  }
  const both = (content: Record<string, unknown>) =>
    put([
      { ...epn({ ...elsewhere, ...content }), id: '1' },
      { ...epn({ ...elsewhere, name: 'Le Lab', contacts: {} }), id: '2' }
    ])
  await both({})
  const [survivor, loser] = (await recordsIn(database, 'fusion')).map(({ place }) => place)
  await correct(String(loser), 'booking_url', 'https://example.org/rdv')
  const review = reviewIn(database)
  const pair = await pairOf(database, ['fusion', '1'], ['fusion', '2'])
  await review.decide(pair, 'same', 'Camille Martin')
  t.match(await get(`/v1/places/${survivor}`), { booking_url: 'https://example.org/rdv' }, 'at once')
  await both({ summary: 'Ateliers.' })
  t.match(await get(`/v1/places/${survivor}`), {
    booking_url: 'https://example.org/rdv',
    summary: 'Ateliers.'
  })
  await t.rejects(correct(String(loser), 'name', 'Encore'), {
    code: 'cannot-correct',
    message: new RegExp(String(survivor))
  })
  await review.decide(pair, 'undo', 'Camille Martin')
  t.match(await get(`/v1/places/${survivor}`), { booking_url: null, summary: 'Ateliers.' })
  t.match(await get(`/v1/places/${loser}`), { booking_url: 'https://example.org/rdv', summary: null })
})

t.test('an invalid value is refused with the reason', async (t) => {
  const reason = (field: string, text: string) => {
    const read = readFieldValue(FIELDS.get(field)!, text)
    return read.ok ? null : read.reason
  }
  t.match(reason('contacts.phone', '02 31 92 11 08'), /E\.164/)
  t.match(reason('services', 'poterie'), /"poterie" is not a code of services/)
  t.match(reason('address.commune', '99999'), /INSEE/)
  t.match(reason('siret', '123'), /SIRET/)
  t.match(reason('location', '{"lat":91,"lon":0}'), /lat/)
  t.ok(reason('accessibility.wheelchair', 'maybe'))
  t.equal(reason('address.postcode', '14400'), null, 'digits are text if the field is text')
  t.equal(reason('summary', 'null'), null, 'null means unknown')
  t.notOk(
    FIELDS.has('id') || FIELDS.has('quality') || FIELDS.has('sources'),
    'computed fields cannot be corrected'
  )
  const nowhere = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
  await t.rejects(correct(nowhere, 'name', 'Rien'), { code: 'place-not-found' })
})

/** For each field, the values that a source or a correction may give. */
const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  name: fc.constantFrom('EPN', 'Médiathèque', 'Fablab'),
  services: fc.subarray(['acces-internet-et-materiel-informatique', 'aide-aux-demarches-administratives']),
  siret: fc.constantFrom(null, '21140047800015'),
  'contacts.phone': fc.constantFrom(null, '+33231921108', '+33231000000'),
  'address.street': fc.constantFrom(null, '1 rue Saint-Jean', '48 rue de Beauvais'),
  'accessibility.hearing_loop': fc.constantFrom(null, true, false)
}
const FIELD_NAMES = Object.keys(VALUES)

const anyValues = fc.record(VALUES).map((all) => ({
  name: all.name,
  services: all.services,
  siret: all.siret,
  contacts: { phone: all['contacts.phone'] },
  address: { street: all['address.street'], commune: '87085' },
  accessibility: { hearing_loop: all['accessibility.hearing_loop'] }
}))

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), content: anyValues }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...FIELD_NAMES)
      .chain((field) => VALUES[field]!.map((value) => ({ kind: 'correct' as const, field, value })))
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), nth: fc.nat(5) }) }
)

t.test(
  'through any sequence of imports, corrections hold and everything else is as without them',
  async (t) => {
    const { put } = await senderOf(database, api, 'jumeaux')
    const both = (content: Record<string, unknown>) =>
      put([
        { id: 'corrige', content },
        // This record is in another town, because otherwise both records would be the same place.
        { id: 'temoin', content: { ...content, address: { ...(content.address ?? {}), commune: '37261' } } }
      ])
    await both({ name: 'EPN', address: { commune: '87085' } })
    const [corrected, twin] = (await recordsIn(database, 'jumeaux')).map(({ place }) => String(place))
    // The corrections of each field that were not undone; the last one applies.
    const made = new Map<string, { readonly id: number; readonly value: unknown }[]>()
    const content = async (id: unknown) => (await get(`/v1/places/${id}`)) as unknown as PlaceContent
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const one of steps) {
          if (one.kind === 'import') await both(one.content)
          if (one.kind === 'correct') {
            const { field, value } = one
            const id = await corrections.make({ place: corrected!, field, value })
            made.set(field, [...(made.get(field) ?? []), { id, value }])
          }
          const standing = [...made.values()].filter(({ length }) => length > 0)
          const undone = one.kind === 'undo' ? standing[one.nth]?.pop() : undefined
          if (undone) await corrections.undo(undone.id)
        }
        const [mine, theirs] = [await content(corrected), await content(twin)]
        for (const field of FIELD_NAMES) {
          const last = made.get(field)?.at(-1)
          const expected = last ? last.value : readField(theirs, field)
          t.same(readField(mine, field), expected, field)
        }
      }),
      { numRuns: runs(25) }
    )
  }
)
