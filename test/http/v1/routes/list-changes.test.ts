import t from 'tap'
import { type AnsweredPlace, apiOver, withoutWeek } from '../../../support/app.ts'
import { type Changes, merge, putting, withdrawing, write } from '../../../support/changes.ts'
import { testDatabase } from '../../../support/database.ts'
import { testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { ask, get } = api

const bayeux = testPlace({ ...TOWNS.bayeux, name: 'EPN de Bayeux', types: ['EPN'] })
const caen = testPlace({ ...TOWNS.caen, name: 'Médiathèque de Caen', types: ['BIB'] })
const brest = testPlace({ ...TOWNS.brest, name: 'Bus numérique de Brest' })

const moved = testPlace(
  {
    ...TOWNS.bayeux,
    name: 'Espace numérique de Bayeux',
    types: ['EPN'],
    contacts: { phone: '+33231921108' },
    accessibility: { hearing_loop: true }
  },
  { id: bayeux.id, quality: bayeux.quality, sources: bayeux.sources }
)

const { quality, sources } = moved
const same = { id: bayeux.id, quality, sources }

t.test('before the first change there is an empty page with a cursor', async (t) => {
  const { items, next, cursor } = await get<Changes>('/v1/changes')
  t.same(items, [])
  t.equal(next, null)
  t.same((await get<Changes>(`/v1/changes?since=${cursor}`)).items, [])
})

t.test('everything that happens to a place is listed, oldest first', async (t) => {
  const { cursor: before } = await get<Changes>('/v1/changes?since=now')
  await writePlaces(database, [bayeux, caen, brest])
  await write(database, putting([moved]))
  await write(database, putting([moved]))
  await write(database, withdrawing([caen.id]))
  await write(database, putting([caen]))
  await merge(database, brest.id, caen.id)

  const { items, next } = await get<Changes>(`/v1/changes?since=${before}`)
  const short = items.map(({ at, ...rest }) => rest)
  t.same(
    short.slice(0, 3).sort((left, right) => left.id.localeCompare(right.id)),
    [bayeux, caen, brest]
      .map(({ id }) => ({ kind: 'created', id }))
      .sort((left, right) => left.id.localeCompare(right.id))
  )
  t.same(
    short.slice(3),
    [
      {
        kind: 'updated',
        id: bayeux.id,
        fields: ['accessibility.hearing_loop', 'contacts.phone', 'display_name', 'name']
      },
      { kind: 'withdrawn', id: caen.id },
      { kind: 'restored', id: caen.id },
      { kind: 'merged', id: brest.id, survivor: caen.id }
    ],
    'a place written without changes has not changed'
  )
  t.equal(next, null)
  const times = items.map(({ at }) => at)
  t.same(times, times.toSorted(), 'their times never go back')
})

t.test('two writes of one place in one run are one update with the fields of both', async (t) => {
  const { cursor } = await get<Changes>('/v1/changes?since=now')
  await write(database, async (client) => {
    await putting([testPlace({ ...moved.content, summary: 'Ateliers.' }, same)])(client)
    await putting([testPlace({ ...moved.content, summary: 'Ateliers.', siret: '21140047600013' }, same)])(
      client
    )
  })
  const { items } = await get<Changes>(`/v1/changes?since=${cursor}`)
  t.match(items, [{ kind: 'updated', id: bayeux.id, fields: ['siret', 'summary'] }])
  t.equal(items.length, 1)
})

t.test('the feed is the same for any page size, and ends', async (t) => {
  const { items: all } = await get<Changes>('/v1/changes?limit=1000')
  t.ok(all.length >= 7)
  for (const limit of [1, 2, 3, all.length - 1, all.length]) {
    const items = []
    for (let next: string | null = `/v1/changes?limit=${limit}`; next !== null; ) {
      const page: Changes = await get<Changes>(next)
      t.ok(page.items.length <= limit)
      items.push(...page.items)
      next = page.next
    }
    t.same(items, all, `pages of ${limit}`)
  }
})

t.test('polling with the last cursor returns new changes, and none twice', async (t) => {
  const { cursor } = await get<Changes>('/v1/changes?limit=1000')
  t.same((await get<Changes>(`/v1/changes?since=${cursor}`)).items, [])
  const lisieux = testPlace({ ...TOWNS.lisieux, name: 'FabLab de Lisieux' })
  await writePlaces(database, [lisieux])
  const after = await get<Changes>(`/v1/changes?since=${cursor}`)
  t.match(after.items, [{ kind: 'created', id: lisieux.id }])
  t.same((await get<Changes>(`/v1/changes?since=${after.cursor}`)).items, [])
})

t.test('with include=place, each change contains the current place', async (t) => {
  const { items } = await get<Changes>('/v1/changes?include=place&limit=1000')
  const created = items.find(({ kind, id }) => kind === 'created' && id === bayeux.id)
  t.same(created?.place, withoutWeek(await get<AnsweredPlace>(`/v1/places/${bayeux.id}`)))
  t.equal(items.find(({ id }) => id === brest.id)?.place, null, 'null if it was withdrawn')
  t.notOk('place' in ((await get<Changes>('/v1/changes')).items[0] ?? {}), 'and none without the parameter')
})

t.test('a page that can still grow is not cached for long; a full one is', async (t) => {
  const control = async (url: string) => (await ask(url)).headers['cache-control']
  t.equal(await control('/v1/changes?limit=1000'), 'public, max-age=5')
  t.equal(await control('/v1/changes?limit=1'), 'public, max-age=86400')
  t.equal(await control('/v1/changes?limit=1&include=place'), 'public, max-age=60', 'places keep changing')

  const first = await ask('/v1/changes?limit=2')
  t.match(first.headers.link, /^<\/v1\/changes\?since=.*&limit=2>; rel="next"$/)
  const again = await ask({
    url: '/v1/changes?limit=2',
    headers: { 'if-none-match': String(first.headers.etag) }
  })
  t.equal(again.statusCode, 304)
})

t.test('a cursor from elsewhere is refused', async (t) => {
  const { next } = await get('/v1/places?limit=1')
  const ofSearch = new URL(String(next), 'http://localhost').searchParams.get('cursor')
  const { cursor } = await get<Changes>('/v1/changes')
  for (const since of [ofSearch, `${cursor}A`, cursor.slice(1), 'yesterday', '2026-01-01']) {
    const answer = await ask(`/v1/changes?since=${since}`)
    t.equal(answer.statusCode, 400)
    t.match(answer.json(), { type: '/problems/forged-cursor', errors: [{ parameter: 'since' }] })
  }
  t.equal(
    (await ask(`/v1/places?cursor=${cursor}`)).statusCode,
    400,
    'and a search refuses a cursor of this feed'
  )
})
