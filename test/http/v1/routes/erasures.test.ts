import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { standingIn } from '../../../store/erasure/dump.ts'
import { apiOver } from '../../../support/app.ts'
import type { Changes } from '../../../support/changes.ts'
import { testDatabase } from '../../../support/database.ts'
import { placeOf, placeOfRecord, recordsIn } from '../../../support/inspect.ts'
import { createKey, type GivenRecord, senderOf } from '../../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { token } = await createKey(database, ['privacy'])
const other = await createKey(database, ['review'])

const send = (payload: object, key: string | null = token) =>
  api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    payload
  })

/** An adviser who is listed as a place of her own. */
const adviser = (id: string, more: object = {}): GivenRecord => ({
  id,
  content: {
    name: 'Conseillère numérique Kervoazou',
    types: ['EPN'],
    address: { street: '7 rue Pascal', postcode: '58000', city: 'Nevers', commune: '58194' },
    contacts: { phone: '+33639981234' },
    ...more
  }
})
const mediatheque: GivenRecord = {
  id: 'm',
  content: {
    name: 'Médiathèque Jean Jaurès',
    types: ['BIB'],
    address: { street: '17 boulevard Saint-Exupéry', postcode: '58000', city: 'Nevers', commune: '58194' },
    contacts: { person: { name: 'Yann Le Gwilhou' }, emails: ['accueil@example.org'] }
  }
}
const first = await senderOf(database, api, 'registre')
const second = await senderOf(database, api, 'carte')
await first.put([adviser('1'), mediatheque])
await second.put([adviser('a')])

t.test('a key of the scope privacy is needed', async (t) => {
  const asked = { persons: ['Yann Le Gwilhou'] }
  t.match(await send(asked, null), { statusCode: 401 })
  t.match(await send(asked, 'ann_000000000000_x'), { statusCode: 401 })
  const refused = await send(asked, other.token)
  t.match(refused.json(), { status: 403, detail: /privacy/ })
  t.equal((await standingIn(database, ['gwilhou'])).length > 0, true, 'and nothing was erased')
})

t.test('a request that is not clear is refused, without repeating the name', async (t) => {
  for (const [payload, pointer] of [
    [{}, '/persons'],
    [{ persons: ['Gwilhou'] }, '/persons/0'],
    [{ emails: ['gwilhou'] }, '/emails/0'],
    [{ phones: ['3949'] }, '/phones/0'],
    [{ place: 'x' }, '/place'],
    [{ persons: ['Yann Gwilhou'], source: 'registre' }, '/source'],
    [{ persons: ['Yann Gwilhou'], place: '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90' }, '/place'],
    [{ person: 'Yann Gwilhou' }, '/person']
  ] as const) {
    const answer = await send(payload)
    t.equal(answer.statusCode, 400, answer.body)
    t.match(answer.json().errors, [{ pointer }], JSON.stringify(payload))
    t.notMatch(answer.body, /gwilhou/i)
  }
  const unknown = { place: '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90' }
  t.match((await send(unknown)).json(), { status: 404, type: /place-not-found/ })
})

t.test('a person is erased once, and the same request then changes nothing', async (t) => {
  const { cursor } = await api.get<Changes>('/v1/changes?since=now')
  const trial = (await send({ persons: ['Yann Le Gwilhou'], dry_run: true })).json()
  t.match(trial, { id: null, dry_run: true, counts: [{ table: 'source_record', changed: 1, deleted: 0 }] })
  t.ok(trial.found.some(({ found }: { found: string }) => found === 'Yann Le Gwilhou'))
  const done = (await send({ persons: ['Yann Le Gwilhou'] })).json()
  t.match(done, { dry_run: false, repeated: false, counts: trial.counts, found: [] })
  t.same(await standingIn(database, ['gwilhou']), [])
  const again = (await send({ persons: ['LE GWILHOU Yann'] })).json()
  t.match(again, { id: done.id, repeated: true, counts: [], places: [] })
  t.same(
    (await api.get<Changes>(`/v1/changes?since=${cursor}`)).items,
    [],
    'the person in charge was not shown, so no place changed'
  )
})

t.test('a place is taken out with all its records, and does not come back under another id', async (t) => {
  const before = await placeOfRecord(database, '1', 'registre')
  const id = before.merged_into ?? before.id
  const { cursor } = await api.get<Changes>('/v1/changes?since=now')
  const understood = async () => JSON.stringify(await api.get('/v1/places?q=kervoazu&fields=name'))
  t.match(await understood(), /kervoazou/, 'searches know the word, and correct spelling mistakes by it')
  const refused = await send({ place: id, source: 'nulle-part' })
  t.match(refused.json(), { status: 404, type: /source-not-found/ })
  const done = (await send({ place: id })).json()
  t.match(done.places, [{ id, outcome: 'withdrawn' }])
  t.same(await standingIn(database, ['kervoazou', 'rue pascal'], ['639981234']), [])
  t.equal((await api.ask(`/v1/places/${id}`)).statusCode, 410)
  t.match((await api.get<Changes>(`/v1/changes?since=${cursor}`)).items, [{ kind: 'withdrawn', id }])
  t.match((await send({ place: id })).json(), { id: done.id, repeated: true })
  // Words are kept in memory for a second.
  await wait(1_100)
  t.notMatch(await understood(), /kervoazou/)

  const report = await first.put([adviser('1'), mediatheque])
  t.match(report, { counts: { unchanged: 1, rejected: 1 }, rejections: [{ id: null, reasons: [/erased/] }] })
  await second.put([adviser('nouveau'), mediatheque])
  t.same(await standingIn(database, ['kervoazou', 'rue pascal'], ['639981234']), [])
  t.equal((await recordsIn(database)).length, 2)
})

t.test('the records of one source are taken out, and the place keeps the others', async (t) => {
  const town = { street: '3 rue Basse', postcode: '48000', city: 'Mende', commune: '48095' }
  const desk = (content: object): GivenRecord => ({
    id: 'd',
    content: { name: 'Espace numérique Basalte', types: ['EPN'], address: town, ...content }
  })
  await first.put([mediatheque, desk({ contacts: { phone: '+33466000001' } })])
  await second.put([mediatheque, desk({ contacts: { phone: '+33466000001' }, summary: 'Chez moi.' })])
  const one = await placeOfRecord(database, 'd', 'registre')
  const two = await placeOfRecord(database, 'd', 'carte')
  const id = one.merged_into ?? one.id
  t.equal(two.merged_into ?? two.id, id, 'they are one place')
  t.match((await send({ place: id, source: 'carte' })).json(), { places: [{ id, outcome: 'changed' }] })
  t.match(await placeOf(database, id), { status: 'active', document: { summary: null } })
  t.same(await standingIn(database, ['chez moi']), [])
})
