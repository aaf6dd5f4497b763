import fc from 'fast-check'
import t from 'tap'
import { type AnsweredPlace, apiOver, type Page } from '../../support/app.ts'
import type { Changes } from '../../support/changes.ts'
import { testDatabase } from '../../support/database.ts'
import { decisionsIn, pairOf, placesIn, recordOf, recordsIn } from '../../support/inspect.ts'
import { type GivenRecord, ndjson, type Sender, senderOf } from '../../support/records.ts'
import { forgetSources } from '../../support/tamper.ts'
import { reviewIn } from '../../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { get, ask } = api
const review = reviewIn(database)

/** A record of the same library in one of several directories. Each test uses its own town. */
const mediatheque = (town: Town, id: string, content: Record<string, unknown> = {}): GivenRecord => ({
  id,
  content: {
    name: 'Médiathèque La Bulle',
    types: ['BIB'],
    services: [],
    address: { street: '19 rue du Moulin', ...town },
    ...content
  }
})

type Town = { readonly postcode: string; readonly city: string; readonly commune: string }
const BAIN: Town = { postcode: '35470', city: 'Bain-de-Bretagne', commune: '35012' }
const BAYEUX: Town = { postcode: '14400', city: 'Bayeux', commune: '14047' }
const QUIMPER: Town = { postcode: '29000', city: 'Quimper', commune: '29232' }
const VICHY: Town = { postcode: '03200', city: 'Vichy', commune: '03310' }
const NEVERS: Town = { postcode: '58000', city: 'Nevers', commune: '58194' }

const shownIn = async ({ commune }: Town): Promise<readonly AnsweredPlace[]> =>
  (await get<Page>(`/v1/places?commune=${commune}&limit=100`)).items as readonly AnsweredPlace[]

const put = (sender: Sender, ...records: readonly GivenRecord[]) =>
  sender.put(records, 'mode=complete&max_withdrawn=100')

t.test('two directories’ records of one library are one place', async (t) => {
  const first = await senderOf(database, api, 'registre', 20)
  const second = await senderOf(database, api, 'carte', 10)
  await put(first, mediatheque(BAIN, '1', { contacts: { phone: '+33299437154' } }))
  const [before] = await shownIn(BAIN)
  const { cursor } = await get<Changes>('/v1/changes?since=now')
  await put(
    second,
    mediatheque(BAIN, 'a', { name: 'LA BULLE', services: ['acces-internet-et-materiel-informatique'] })
  )

  await t.test('the oldest place survives, with all its records', async (t) => {
    const [place, ...others] = await shownIn(BAIN)
    t.same(others, [])
    t.match(place, {
      id: before?.id,
      name: 'Médiathèque La Bulle',
      services: ['acces-internet-et-materiel-informatique'],
      sources: [
        { source: 'registre', id: '1' },
        { source: 'carte', id: 'a' }
      ]
    })
    const provenance = await get<{ fields: Record<string, readonly { source: string }[]> }>(
      `/v1/places/${before?.id}/provenance`
    )
    t.match(provenance.fields.services, [{ source: 'carte' }])
  })

  await t.test('a place that was never published is not reported as merged', async (t) => {
    const { items } = await get<Changes>(`/v1/changes?since=${cursor}`)
    t.match(items, [{ kind: 'updated', id: before?.id, fields: ['quality', 'services', 'sources'] }])
    t.equal(items.length, 1)
  })

  await t.test('sending them again changes nothing', async (t) => {
    const state = () => placesIn(database)
    const now = await state()
    await put(
      second,
      mediatheque(BAIN, 'a', { name: 'LA BULLE', services: ['acces-internet-et-materiel-informatique'] })
    )
    await put(first, mediatheque(BAIN, '1', { contacts: { phone: '+33299437154' } }))
    t.same(await state(), now)
  })

  await t.test('when the records no longer match, each has its own place again', async (t) => {
    await put(
      second,
      mediatheque(BAIN, 'a', {
        name: 'Mairie annexe nord',
        types: ['MUNI'],
        address: { street: '4 place du Marché', ...BAIN }
      })
    )
    const [one, two] = [...(await shownIn(BAIN))].sort((left, right) => (left.id < right.id ? -1 : 1))
    t.match(
      [one, two],
      [{ id: before?.id, sources: [{ source: 'registre' }] }, { sources: [{ source: 'carte' }] }]
    )
    await put(second, mediatheque(BAIN, 'a', { name: 'LA BULLE' }))
    t.same(
      (await shownIn(BAIN)).map(({ id }) => id),
      [before?.id]
    )
    const redirect = await ask(`/v1/places/${two?.id}`)
    t.match([redirect.statusCode, redirect.headers.location], [301, new RegExp(`${before?.id}$`)])
    const { items } = await get<Changes>(`/v1/changes?since=${cursor}`)
    t.match(
      items.filter(({ id }) => id === two?.id).map(({ kind }) => kind),
      ['restored', 'merged']
    )
  })
})

t.test('an association’s RNA is stored, shown and exported; a quoted number finds its record', async (t) => {
  const register = await senderOf(database, api, 'guichets-de-l-etat', 30)
  const other = await senderOf(database, api, 'annuaire-local', 10, { may_quote: true })
  const VIRE: Town = { postcode: '14500', city: 'Vire Normandie', commune: '14762' }
  const rna = 'W142003455'
  await put(register, mediatheque(VIRE, '2057', { name: 'Le Repaire', types: ['EPN'] }))
  await put(other, {
    ...mediatheque(VIRE, 'b', { name: 'Association ALPE', types: ['EPN'], rna }),
    quotes: { 'guichets-de-l-etat': '2057' }
  })
  const [place, ...rest] = await shownIn(VIRE)
  t.same(rest, [], 'one place, although the names differ')
  t.match(place, { name: 'Le Repaire', siret: null, rna, sources: [{ id: '2057' }, { id: 'b' }] })
  const told = await get<{ fields: Record<string, readonly { source: string }[]> }>(
    `/v1/places/${place?.id}/provenance`
  )
  t.match(told.fields.rna, [{ source: 'annuaire-local' }])
  const csv = (await ask(`/v1/exports/places.csv?commune=${VIRE.commune}`)).body
  t.match(csv, new RegExp(`^${place?.id},${rna},Le Repaire`, 'm'), 'as the `pivot` of the standard')
  const bare = { ...mediatheque(BAYEUX, 'c'), content: { name: 'Sans', rna: '142003455' } }
  const refused = await other.send(ndjson([bare]), 'mode=partial')
  t.match([refused.statusCode, refused.json().detail], [422, /content\.rna: is not an RNA number/])
})

t.test('two records of one directory stay two places, and a new key keeps the place', async (t) => {
  const sender = await senderOf(database, api, 'guichets')
  const desk = (id: string) => mediatheque(BAYEUX, id, { contacts: { phone: '+33231000001' } })
  const other = mediatheque(BAYEUX, '2', {
    name: 'Ludothèque de Bayeux',
    contacts: { phone: '+33231000002' }
  })
  await put(sender, desk('1'), other)
  t.equal((await shownIn(BAYEUX)).length, 2)
  const one = await recordOf(database, '1', 'guichets')
  await put(sender, desk('9'), other)
  const places = await shownIn(BAYEUX)
  t.equal(places.length, 2)
  t.match(
    places.find(({ id }) => id === one.place),
    { sources: [{ id: '9' }] },
    'permanently, even with another key'
  )
})

t.test('a source says whether each of its ids is a place of its own', async (t) => {
  const list = await senderOf(database, api, 'conseillers')
  const adviser = (id: string, name = 'CCAS de Vichy') =>
    mediatheque(VICHY, id, { name, types: ['CCAS'], contacts: { phone: '+33470000001' } })
  await put(list, adviser('1'), adviser('2', 'CCAS DE VICHY'), mediatheque(VICHY, '3'))
  t.match(await get('/v1/sources/conseillers'), { places: 2, records: 3, one_id_is_one_place: false })
})

t.test('what people decide holds against every later import, until they undo it', async (t) => {
  const first = await senderOf(database, api, 'nord', 20)
  const second = await senderOf(database, api, 'sud', 10)
  await put(first, mediatheque(QUIMPER, '1'))
  const [before] = await shownIn(QUIMPER)
  await put(second, mediatheque(QUIMPER, 'a', { types: [] }))
  const id = await pairOf(database, ['nord', '1'], ['sud', 'a'])
  t.equal((await shownIn(QUIMPER)).length, 1)

  const { places } = await review.decide(id, 'different', 'Camille Martin')
  t.equal(places.length, 2)
  const split = await shownIn(QUIMPER)
  t.same(
    split.map(({ sources }) => sources.length),
    [1, 1]
  )
  t.ok(split.some(({ id }) => id === before?.id))
  await put(second, mediatheque(QUIMPER, 'a', { types: ['BIB'] }))
  await put(first, mediatheque(QUIMPER, '1', { summary: 'Autre' }))
  t.same((await shownIn(QUIMPER)).map(({ id }) => id).sort(), split.map(({ id }) => id).sort())
  t.same(
    (await review.page(null, 100)).items.filter((pair) => pair.id === id),
    [],
    'and is not in the queue again'
  )

  await review.decide(id, 'undo', 'Camille Martin')
  t.same(
    (await shownIn(QUIMPER)).map(({ id }) => id),
    [before?.id],
    'after undoing, the model decides again'
  )
  await review.decide(id, 'different', 'Camille Martin')
  t.same(
    (await shownIn(QUIMPER)).map(({ id }) => id).sort(),
    split.map(({ id }) => id).sort(),
    'exactly as before'
  )
  t.same(await decisionsIn(database), [
    { same: false, made_by: 'Camille Martin', undone_by: 'Camille Martin' },
    { same: false, made_by: 'Camille Martin', undone_by: null }
  ])
  await t.rejects(review.decide('1-1', 'same', 'x'), { code: 'pair-not-found' })
})

t.test('two decisions that contradict each other are refused', async (t) => {
  const sender = await senderOf(database, api, 'trois')
  const other = (id: string, name: string, street: string) =>
    mediatheque(NEVERS, id, { name, types: [], address: { street, ...NEVERS } })
  await put(
    sender,
    other('1', 'Le Lab', '1 rue A'),
    other('2', 'La Forge', '2 quai B'),
    other('3', 'Atelier', '3 cours C')
  )
  const pair = (one: string, two: string) => pairOf(database, ['trois', one], ['trois', two])
  await review.decide(await pair('1', '2'), 'same', 'Camille')
  await review.decide(await pair('2', '3'), 'same', 'Camille')
  t.equal((await shownIn(NEVERS)).length, 1)
  await t.rejects(review.decide(await pair('1', '3'), 'different', 'Alex'), { code: 'cannot-decide' })
  t.equal((await shownIn(NEVERS)).length, 1)
})

t.test('the order of import does not matter, and every redirect leads to an existing place', async (t) => {
  const senders = await Promise.all(
    ['ordre-a', 'ordre-b', 'ordre-c'].map((slug) => senderOf(database, api, slug))
  )
  const CHANTILLY: Town = { postcode: '60500', city: 'Chantilly', commune: '60141' }
  const arbitraryRecord = fc.record({
    name: fc.constantFrom(
      'Médiathèque La Bulle',
      'La Bulle',
      'Bibliothèque municipale',
      'Mairie annexe',
      'La Forge'
    ),
    types: fc.constantFrom(['BIB'], ['MUNI'], []),
    contacts: fc.record({ phone: fc.constantFrom('+33344000001', '+33344000002', null) }),
    street: fc.constantFrom('19 rue du Moulin', '21 rue du Moulin', '2 quai de la Canardière', null)
  })
  const files = fc.tuple(...senders.map(() => fc.array(arbitraryRecord, { minLength: 1, maxLength: 3 })))
  const orders = fc.tuple(
    fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
  )
  const sources = senders.map((_, nth) => `ordre-${'abc'[nth]}`)
  const clusters = async () => {
    const places = new Map((await placesIn(database)).map((place) => [place.id, place]))
    const together = new Map<string, string[]>()
    for (const { source, id, place, present } of await recordsIn(database)) {
      if (!present || !sources.includes(source)) continue
      const home = places.get(place ?? '')?.merged_into ?? place ?? ''
      together.set(home, [...(together.get(home) ?? []), `${source} ${id}`].sort())
    }
    return [...together.values()].sort()
  }
  const send = async (lists: readonly (readonly unknown[])[], order: readonly number[]) => {
    await forgetSources(database, sources, CHANTILLY.commune)
    for (const index of order) {
      const records = (lists[index] ?? []) as readonly { street: string | null; [field: string]: unknown }[]
      const written = records.map(({ street, ...content }, nth) =>
        mediatheque(CHANTILLY, String(nth), { ...content, address: { street, ...CHANTILLY } })
      )
      const [sender] = senders.slice(index)
      if (sender) await put(sender, ...written)
    }
    return clusters()
  }
  await fc.assert(
    fc.asyncProperty(files, orders, async (lists, [one, other]) => {
      const first = await send(lists, one)
      t.same(await send(lists, other), first)
      const places = await placesIn(database)
      const active = new Set(places.filter(({ status }) => status === 'active').map(({ id }) => id))
      t.ok(places.every(({ merged_into }) => merged_into === null || active.has(merged_into)))
    }),
    { numRuns: 5 }
  )
})

t.test('each two places are reviewed once, however many records they have', async (t) => {
  const LIMOGES: Town = { postcode: '87000', city: 'Limoges', commune: '87085' }
  const space = (id: string, name: string) =>
    mediatheque(LIMOGES, id, { name: `Espace numérique ${name}`, types: ['EPN'] })
  const [one, two, three] = await Promise.all(
    ['espaces-a', 'espaces-b', 'espaces-c'].map((slug) => senderOf(database, api, slug))
  )
  if (!one || !two || !three) throw new Error('three directories')
  await put(one, space('1', 'La Forge'))
  await put(two, space('1', 'La Forge'))
  await put(three, space('1', 'du Moulin'))
  const reviewPairs = async () =>
    (await review.page(null, 1_000)).items.filter(({ records: [record] }) =>
      record?.source.startsWith('espaces-')
    )
  const [pair, ...rest] = await reviewPairs()
  if (!pair) throw new Error('nobody is asked')
  t.same(rest, [])
  await review.decide(pair.id, 'different', 'Camille Martin')
  t.same(await reviewPairs(), [], 'nor a pair whose answer could only contradict it')
  await review.decide(pair.id, 'undo', 'Camille Martin')
  t.match(await reviewPairs(), [{ id: pair.id }])
  await review.decide(pair.id, 'same', 'Camille Martin')
  t.equal((await shownIn(LIMOGES)).length, 1)
  t.same(await reviewPairs(), [])
})
