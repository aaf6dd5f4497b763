import t from 'tap'
import { apiOver, type Page } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { type PlaceSketch, testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const at = (
  town: Required<Pick<PlaceSketch, 'at' | 'address'>>,
  name: string,
  osm: string | null,
  timezone = 'Europe/Paris'
) => testPlace({ ...town, name, opening_hours: { osm, raw: osm, confidence: 'exact', timezone } })

const WEEK = 7 * 86_400_000
const DAY_MS = 86_400_000
/** Next Tuesday, at noon in Paris in winter, an hour later in summer. */
const tuesday = (() => {
  const day = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS)
  return day.getTime() + (((2 - day.getUTCDay() + 7) % 7) + 7) * DAY_MS + 11 * 3_600_000
})()

t.test('a directory with opening hours', async (t) => {
  const database = await testDatabase(t)
  const always = at(TOWNS.bayeux, 'Ouvert', '24/7')
  await writePlaces(database, [
    always,
    at(TOWNS.caen, 'Jamais', 'off'),
    at(TOWNS.lisieux, 'Sur rendez-vous', '24/7 "sur rendez-vous"'),
    at(TOWNS.quimper, 'Ne dit rien', null),
    at(TOWNS.brest, 'Semaine', 'Mo-Fr,PH 09:00-17:00'),
    at(TOWNS.saintDenis, 'Case', 'Mo-Fr,PH 09:00-17:00', 'Indian/Reunion')
  ])
  let now = tuesday
  const api = await apiOver(t, database, () => now)
  const names = async (query: string) => (await api.all(`/v1/places?${query}`)).map(({ name }) => name)

  await t.test('in each place, at an instant and in local time', async (t) => {
    t.same(
      await names('open_at=now'),
      ['Case', 'Ouvert', 'Semaine'],
      'at noon in Paris it is 15:00 in La Réunion'
    )
    const day = new Date(now).toISOString().slice(0, 10)
    t.same(await names(`open_at=${day}T06:30:00Z`), ['Case', 'Ouvert'])
    t.same(await names(`open_at=${day}T09:30`), ['Case', 'Ouvert', 'Semaine'], 'at half past nine local time')
    t.same(
      await names('open_at=now&open_unknown=include'),
      ['Ne dit rien', 'Ouvert', 'Semaine', 'Sur rendez-vous', 'Case'].sort()
    )
    t.same(await names('open_at=now&department=14'), ['Ouvert'])
  })

  await t.test(
    'to close at the start of a span, or to open at its end, is not to be open in it',
    async (t) => {
      const day = new Date(tuesday).toISOString().slice(0, 10)
      for (const [span, isOpen] of [
        ['07:00/09:00', false],
        ['07:00/09:01', true],
        ['09:00/09:00', true],
        ['16:59/18:00', true],
        ['17:00/18:00', false],
        ['17:00/17:00', false]
      ] as const) {
        const [from, to] = span.split('/')
        const found = await names(`open_between=${day}T${from}/${day}T${to}`)
        t.equal(found.includes('Semaine'), isOpen, span)
        t.ok(found.includes('Ouvert'), span)
        const fits = await api.get<{ items: { name: string; fit: { fit: string }[] }[] }>(
          `/v1/places?q=${encodeURIComponent(`brest mardi de ${from?.replace(':', 'h')} à ${to?.replace(':', 'h')}`)}&fields=name,fit`
        )
        const week = fits.items.find(({ name }) => name === 'Semaine')
        if (from !== to) t.equal(week?.fit.at(-1)?.fit, isOpen ? 'declared' : 'no', `in words: ${span}`)
      }
    }
  )

  await t.test('each place shows its state, and when it changes', async (t) => {
    const page = await api.get('/v1/places')
    const states = Object.fromEntries(
      page.items.map(({ name, opening_hours: { state, next_change } }) => [name, [state, next_change]])
    )
    const offset = new Date(tuesday)
      .toLocaleString('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' })
      .slice(-6)
    const day = new Date(tuesday).toISOString().slice(0, 10)
    t.same(states, {
      Ouvert: ['open', null],
      Jamais: ['closed', null],
      'Sur rendez-vous': ['by_appointment', null],
      'Ne dit rien': ['unknown', null],
      Semaine: ['open', `${day}T17:00:00${offset}`],
      Case: ['open', `${day}T17:00:00+04:00`]
    })
    const { opening_hours } = await api.get<{ opening_hours: object }>(
      `/v1/places/${always.id}?fields=opening_hours`
    )
    t.match(opening_hours, { state: 'open', next_change: null })
    const { features } = await api.get<{ features: { properties: Page['items'][number] }[] }>(
      '/v1/places?format=geojson&limit=1'
    )
    t.equal(features[0]?.properties.opening_hours.state, 'open')
  })

  await t.test('one place shows its week in the requested language', async (t) => {
    const { items } = await api.get('/v1/places?department=29&lang=fr')
    const id = items.find(({ name }) => name === 'Semaine')?.id
    t.equal(items[0]?.opening_hours.week, undefined, 'lists have none')
    const week = async (url: string, headers = {}) =>
      (await api.get<Page['items'][number]>(url, headers)).opening_hours.week
    t.match(await week(`/v1/places/${id}`), {
      days: { length: 7, 0: { hours: /^9\u00a0h – 17\u00a0h$/ } },
      exceptions: []
    })
    t.match(await week(`/v1/places/${id}`, { 'accept-language': 'en' }), {
      days: { 0: { day: /^Tuesday / } }
    })
    t.match(await week(`/v1/places/${id}?lang=en&fields=opening_hours`), {
      days: { 0: { hours: '9:00–17:00' } }
    })
    const silent = items.find(({ name }) => name === 'Ne dit rien')?.id
    t.equal(await week(`/v1/places/${silent}`), null)
  })

  await t.test('a change of state changes the body and the ETag', async (t) => {
    const url = '/v1/places?department=29'
    const before = await api.ask(url)
    t.match(before.headers['cache-control'], /max-age=60, stale-while-revalidate=60$/)
    now = tuesday + 30_000
    const same = await api.ask({ url, headers: { 'if-none-match': String(before.headers.etag) } })
    t.equal(same.statusCode, 304)
    now = tuesday + 12 * 3_600_000
    const after = await api.ask({ url, headers: { 'if-none-match': String(before.headers.etag) } })
    t.equal(after.statusCode, 200)
    t.equal(
      after.json().items.find(({ name }: { name: string }) => name === 'Semaine').opening_hours.state,
      'closed'
    )
    now = tuesday
  })

  await t.test('exports and changes do not contain the current state', async (t) => {
    const lines = (await api.ask('/v1/exports/places.ndjson?open_at=now')).body.trim().split('\n')
    t.equal(lines.length, 3)
    for (const line of lines)
      t.strictSame(Object.keys(JSON.parse(line).opening_hours), ['osm', 'raw', 'confidence', 'timezone'])
    const { items } = await api.get<{ items: { place: Page['items'][number] }[] }>(
      '/v1/changes?include=place&limit=1'
    )
    t.equal(items[0]?.place.opening_hours.state, undefined)
  })

  await t.test('counts, facets, pages, exports and alternatives use it too', async (t) => {
    const page = await api.get('/v1/places?open_at=now&facets=department&limit=2')
    t.same(page.total, { value: 3, relation: 'eq' })
    t.same(
      page.facets?.department?.map(({ code, count }) => [code, count]),
      [
        ['14', 1],
        ['29', 1],
        ['974', 1]
      ]
    )
    now = tuesday + 12 * 3_600_000
    const rest = await api.get(String(page.next))
    t.same(
      rest.items.map(({ name }) => name),
      ['Semaine'],
      'a cursor keeps the time of its first page'
    )
    now = tuesday
    const others = await api.get(`/v1/places/${always.id}/alternatives?open_at=now`)
    t.same(
      others.items.map(({ name }) => name),
      ['Semaine', 'Case']
    )
  })

  await t.test('an instant outside the known weeks is refused', async (t) => {
    for (const instant of [tuesday - 2 * DAY_MS, tuesday + 9 * WEEK]) {
      const answer = await api.ask(`/v1/places?open_at=${new Date(instant).toISOString()}`)
      t.equal(answer.statusCode, 422)
      t.match(answer.json(), {
        errors: [{ parameter: 'open_at', detail: /^Opening hours are known 8 weeks ahead/ }]
      })
    }
    for (const word of ['today', '2026-02-30T10:00', '2026-11-23', '10:00']) {
      t.equal((await api.ask(`/v1/places?open_at=${word}`)).statusCode, 400, word)
    }
  })

  await t.test('changed hours affect searches at once', async (t) => {
    await writePlaces(database, [
      {
        ...always,
        content: {
          ...always.content,
          opening_hours: { osm: 'off', raw: 'off', confidence: 'exact', timezone: 'Europe/Paris' }
        }
      }
    ])
    t.same(await names('open_at=now'), ['Case', 'Semaine'])
  })
})
