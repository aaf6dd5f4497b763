import t from 'tap'
import { PlacePage } from '../../../../src/http/v1/schemas/answers.ts'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { writePlaces } from '../../../support/places.ts'
import { SMALL_DIRECTORY } from '../../../support/small-directory.ts'

type Corner = readonly [number, number]

const rectangle = (west: number, south: number, east: number, north: number): readonly Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
]

const NORMANDY = { type: 'Polygon', coordinates: [rectangle(-2, 48.5, 1.8, 50)] }

t.test('POST /v1/places/search', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, SMALL_DIRECTORY)
  const { ask, post, follow, get } = await apiOver(t, database)

  const names = async (body: object) =>
    (await follow(await post('/v1/places/search', body))).flatMap(({ items }) =>
      items.map(({ name }) => name)
    )
  const send = (payload: object) => ask({ method: 'POST', url: '/v1/places/search', payload })

  t.test('200: within a polygon, with its border, without its holes', async (t) => {
    t.same(await names({ within: NORMANDY }), [
      'Atelier de Vaudry',
      'EPN de Bayeux',
      'FabLab de Lisieux',
      'Médiathèque de Caen'
    ])
    const holed = { ...NORMANDY, coordinates: [...NORMANDY.coordinates, rectangle(-0.5, 49, 0.5, 49.5)] }
    t.same(await names({ within: holed }), ['Atelier de Vaudry', 'EPN de Bayeux'])
    const onBorder = { type: 'Polygon', coordinates: [rectangle(-0.7024, 49, 0, 49.2764)] }
    t.same(await names({ within: onBorder }), ['EPN de Bayeux', 'Médiathèque de Caen'])
    const pieces = {
      type: 'MultiPolygon',
      coordinates: [
        [rectangle(-177, -14, -176, -13)],
        [rectangle(8, 41, 10, 43)],
        [rectangle(55, -21, 56, -20)]
      ]
    }
    t.same(await names({ within: pieces, lat: 49.2764, lon: -0.7024 }), [
      'Mission locale d’Ajaccio',
      'Case numérique de Saint-Denis',
      'Fale numérique de Mata-Utu'
    ])
  })

  t.test('200: with the parameters of the search as JSON', async (t) => {
    t.same(await names({ within: NORMANDY, type: ['EPN', 'BIB'], limit: 1 }), [
      'Atelier de Vaudry',
      'EPN de Bayeux',
      'Médiathèque de Caen'
    ])
    t.same(await names({ type: [['EPN'], ['TIERS_LIEUX']] }), ['Atelier de Vaudry'])
    t.same(await names({ type: 'EPN', itinerant: true }), ['Bus numérique de Brest'])
    t.same(await names({ bbox: [-1, 49, 0, 50], lat: 49.3, lon: 1e-7, sort: 'distance' }), [
      'Médiathèque de Caen',
      'EPN de Bayeux'
    ])
    const body = await post<Page>('/v1/places/search', {
      within: NORMANDY,
      facets: ['type'],
      fields: ['name']
    })
    t.same(PlacePage.parse(body), body)
    t.same(Object.keys(body.items[0] ?? {}), ['id', 'name'])
    t.equal(body.facets?.type?.[0]?.count, 2)
    t.same(
      await names({}),
      (await get('/v1/places?limit=100')).items.map(({ name }) => name)
    )
  })

  t.test('200: the next page is a plain link that keeps the polygon', async (t) => {
    const answer = await send({ within: NORMANDY, limit: 3 })
    const { next, total } = answer.json<Page>()
    t.same(total, { value: 4, relation: 'eq' })
    t.match(next, /^\/v1\/places\?cursor=/)
    t.equal(answer.headers.link, `<${next}>; rel="next"`)
    t.equal(answer.headers['cache-control'], 'no-store')
    t.same(
      (await get(String(next))).items.map(({ name }) => name),
      ['Médiathèque de Caen']
    )
    t.same(await names({ cursor: new URL(String(next), 'http://localhost').searchParams.get('cursor') }), [
      'Médiathèque de Caen'
    ])
  })

  t.test('200: the largest accepted polygon fits in its link', async (t) => {
    const corners = Array.from({ length: 1_999 }, (_, index): Corner => {
      const angle = (index / 1_999) * 2 * Math.PI
      return [-0.1 + 1.9 * Math.cos(angle) * (1 - 1e-3 * Math.random()), 49.2 + 0.7 * Math.sin(angle)]
    })
    const page = await post('/v1/places/search', {
      within: { type: 'Polygon', coordinates: [[...corners, corners[0]]] },
      limit: 2
    })
    t.ok(String(page.next).length < 60_000, `${page.next?.length} characters`)
    t.same((await follow(page)).flatMap(({ items }) => items).length, 4)
  })

  t.test('400: invalid polygons', async (t) => {
    const wrong: readonly (readonly [object | string | null, string])[] = [
      [{ type: 'Polygon', coordinates: [rectangle(0, 0, 1, 1).slice(0, 4)] }, '/within'],
      [{ type: 'Polygon', coordinates: [rectangle(0, 0, 1, 1).slice(0, 3)] }, '/within'],
      [{ type: 'Polygon', coordinates: [rectangle(0, 0, 181, 1)] }, '/within'],
      [{ type: 'Polygon', coordinates: [rectangle(0, -91, 1, 1)] }, '/within'],
      [{ type: 'Polygon', coordinates: [] }, '/within'],
      [{ type: 'Polygon', coordinates: [[]] }, '/within'],
      [{ type: 'Polygon', coordinates: rectangle(0, 0, 1, 1) }, '/within'],
      [
        {
          type: 'Polygon',
          coordinates: [
            [
              ['0', '0'],
              [1, 1],
              [1, 0],
              ['0', '0']
            ]
          ]
        },
        '/within'
      ],
      [
        {
          type: 'Polygon',
          coordinates: [
            [
              [null, 0],
              [1, 1],
              [1, 0],
              [null, 0]
            ]
          ]
        },
        '/within'
      ],
      [{ type: 'MultiPolygon', coordinates: [rectangle(0, 0, 1, 1)] }, '/within'],
      [{ type: 'Point', coordinates: [0, 0] }, '/within'],
      [{ type: 'Polygon' }, '/within'],
      ['Bayeux', '/within'],
      [null, '/within'],
      [
        {
          type: 'Polygon',
          coordinates: [[...Array.from({ length: 2_000 }, (_, index) => [index / 1_000, index % 2]), [0, 0]]]
        },
        '/within'
      ]
    ]
    for (const [within, pointer] of wrong) {
      const answer = await send({ within })
      t.equal(answer.statusCode, 400, JSON.stringify(within).slice(0, 80))
      const { errors } = answer.json()
      t.ok(errors[0].pointer.startsWith(pointer), JSON.stringify(errors).slice(0, 200))
    }
  })

  t.test('400: properties that are unknown, of the wrong type or beside a cursor, by pointer', async (t) => {
    const { next } = await post('/v1/places/search', { within: NORMANDY, limit: 1 })
    const cursor = new URL(String(next), 'http://localhost').searchParams.get('cursor')
    for (const [body, pointer] of [
      [{ ville: 'Bayeux' }, '/ville'],
      [{ type: ['EPX'] }, '/type'],
      [{ type: { code: 'EPN' } }, '/type'],
      [{ lat: true, lon: 0 }, '/lat'],
      [{ lat: '49', lon: 'x' }, '/lon'],
      [{ limit: 0 }, '/limit'],
      [{ q: 'a\u0000b' }, '/q'],
      [{ q: 'x'.repeat(10_000) }, '/q'],
      [{ q: null }, '/q'],
      [{ bbox: [0, 0, 1] }, '/bbox'],
      [{ commune: ['14999'] }, '/commune'],
      [{ cursor, within: NORMANDY }, '/within'],
      [{ cursor, limit: 5 }, '/limit'],
      [{ cursor: 'x' }, '/cursor']
    ] as const) {
      const answer = await send(body)
      t.equal(answer.statusCode, 400, JSON.stringify(body).slice(0, 60))
      const [fault] = answer.json().errors
      t.equal(fault.pointer ?? `/${fault.parameter}`, pointer)
    }
    for (const payload of ['[]', '"bayeux"', '12', 'null', '{"q":', '']) {
      const answer = await ask({
        method: 'POST',
        url: '/v1/places/search',
        payload,
        headers: { 'content-type': 'application/json' }
      })
      t.equal(answer.statusCode, 400, payload)
    }
    t.equal((await ask({ method: 'POST', url: '/v1/places/search?q=x', payload: {} })).statusCode, 400)
  })

  t.test('422: valid values that contradict each other', async (t) => {
    for (const body of [
      { lat: 1 },
      { radius: 5, within: NORMANDY },
      { sort: 'distance' },
      { bbox: [0, 2, 1, 1] }
    ]) {
      t.equal((await send(body)).statusCode, 422, JSON.stringify(body))
    }
  })
})
