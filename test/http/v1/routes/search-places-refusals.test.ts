import t from 'tap'
import { decodeCursor, encodeCursor } from '../../../../src/domain/search/cursor.ts'
import { Problem } from '../../../../src/http/shell/problem-schema.ts'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { cursorSecretOf } from '../../../support/inspect.ts'
import { writePlaces } from '../../../support/places.ts'
import { SMALL_DIRECTORY } from '../../../support/small-directory.ts'

type Fault = { readonly parameter?: string; readonly detail: string; readonly allowed?: readonly string[] }

t.test('GET /v1/places refuses', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, SMALL_DIRECTORY)
  const { ask, get } = await apiOver(t, database)

  const refused = async (query: string, status: number): Promise<readonly Fault[]> => {
    const answer = await ask(`/v1/places?${query}`)
    t.equal(answer.statusCode, status, query.slice(0, 80))
    t.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
    const body = answer.json()
    t.same(Problem.parse(body), body, 'as documented')
    t.ok(answer.body.length < 20_000, 'the input is not returned completely')
    return body.errors ?? []
  }
  const blamed = async (query: string, status: number) =>
    (await refused(query, status)).map(({ parameter }) => parameter)

  t.test('400: unknown parameters, listing the known ones', async (t) => {
    const faults = await refused('ville=Bayeux&codes=1&lat=49.3&lon=-0.7', 400)
    t.same(
      faults.map(({ parameter }) => parameter),
      ['ville', 'codes']
    )
    for (const name of ['q', 'type', 'commune', 'lat', 'bbox', 'cursor', 'facets', 'lang']) {
      t.ok(faults[0]?.allowed?.includes(name), name)
    }
  })

  t.test('400: unknown codes and values, listing the known ones', async (t) => {
    const known: Readonly<Record<string, readonly [string, string]>> = {
      type: ['EPX', 'EPN'],
      service: ['poterie', 'acces-internet-et-materiel-informatique'],
      audience: ['vieux', 'seniors'],
      need: ['x', 'surdite'],
      fee: ['Gratuit', 'gratuit'],
      access: ['x', 'se-presenter'],
      support: ['x', 'en-autonomie'],
      label: ['x', 'france-services'],
      accessibility: ['limited', 'wheelchair'],
      accessibility_unknown: ['yes', 'include'],
      source: ['inconnue', 'mednum'],
      sort: ['nearest', 'distance'],
      facets: ['commune', 'department'],
      fields: ['phone', 'contacts'],
      total: ['yes', 'none'],
      lang: ['de', 'en'],
      format: ['csv', 'geojson']
    }
    for (const [parameter, [wrong, right]] of Object.entries(known)) {
      const [fault, ...others] = await refused(`${parameter}=${wrong}&lat=1&lon=1&q=x`, 400)
      t.same(others, [])
      t.equal(fault?.parameter, parameter)
      t.ok(fault?.detail.includes(wrong), `${fault?.detail} names ${wrong}`)
      t.ok(fault?.allowed?.includes(right), `${parameter} allows ${right}`)
    }
    t.same(await blamed('type=EPN,EPX,FABLAX&service=x', 400), ['type', 'type', 'service'], 'all at once')
    t.same(await blamed('type=EPN,,FABLAB', 400), ['type'], 'an extra comma')
    t.same(await blamed('type=', 400), ['type'])
    t.same(await blamed('itinerant=oui', 400), ['itinerant'])
  })

  t.test('400: territories that do not exist, saying where to look', async (t) => {
    for (const [parameter, code] of [
      ['commune', '14999'],
      ['epci', '999999999'],
      ['department', '20'],
      ['region', '99']
    ] as const) {
      const [fault] = await refused(`${parameter}=${code}`, 400)
      t.equal(fault?.parameter, parameter)
      t.match(fault?.detail, new RegExp(`${code}.*/v1/territories`))
    }
    t.same(await blamed('commune=Bayeux', 400), ['commune'])
    t.same(await blamed('postcode=1440', 400), ['postcode'])
    t.same(await blamed('commune=14047,14999&epci=999999999', 400), ['commune', 'epci'])
  })

  t.test('400: numbers out of range, of the wrong kind, or missing', async (t) => {
    const wrong = {
      lat: ['90.1', '-91', 'NaN', 'Infinity', '1e999', '', ' 1', '0x10', '49,2', '٤٩'],
      lon: ['180.1', '-180.0001'],
      radius: ['0', '0.9', '200001', '-5', '1km'],
      min_results: ['0', '101', '1.5'],
      limit: ['0', '101', '-1', '20.5', '1e1', ''],
      min_quality: ['1.01', '-0.1', 'good'],
      bbox: ['1,2,3', '1,2,3,4,5', 'a,b,c,d', '-181,0,0,1', '0,-91,0,1', '1.2.3,0,1,1', '', '0,0,1e400,1'],
      updated_since: [
        ...['yesterday', '2026-02-30', '2026-13-01', '2025-02-29', '0000-01-01', '2026-01-01T25:00:00Z'],
        ...['2026-01-01T00:00:00', '2026-01-01T00:00:00+99:00', '2026-04-31T08:00:00Z', '']
      ]
    }
    for (const [parameter, values] of Object.entries(wrong)) {
      for (const value of values) {
        const query = new URLSearchParams({ lat: '49', lon: '0', radius: '9', [parameter]: value })
        t.same(await blamed(String(query), 400), [parameter], `${parameter}=${value}`)
      }
    }
  })

  t.test('never with a 500: instants at the edges of the calendar', async (t) => {
    for (const value of [
      '0001-01-01T00:00:00%2B15:00',
      '9999-12-31T23:59:59.999999-15:59',
      '2026-01-01T00:00:00%2B23:59'
    ]) {
      const { statusCode } = await ask(`/v1/places?updated_since=${value}`)
      t.ok([200, 400].includes(statusCode), `${value} ${statusCode}`)
    }
  })

  t.test('400: single parameters given twice', async (t) => {
    for (const [parameter, value] of [
      ['q', 'bayeux'],
      ['lat', '49'],
      ['lon', '0'],
      ['radius', '10'],
      ['min_results', '3'],
      ['bbox', '0,0,1,1'],
      ['itinerant', 'true'],
      ['accessibility_unknown', 'include'],
      ['updated_since', '2026-01-01'],
      ['min_quality', '0.5'],
      ['sort', 'name'],
      ['limit', '5'],
      ['total', 'none'],
      ['lang', 'fr'],
      ['format', 'json'],
      ['cursor', 'x']
    ] as const) {
      t.same(await blamed(`${parameter}=${value}&${parameter}=${value}`, 400), [parameter])
    }
  })

  t.test('400: 500 characters that stand for 9 000 letters, and not what people write', async (t) => {
    const faults = await refused(`q=${encodeURIComponent('ﷺ'.repeat(500))}`, 400)
    t.match(faults, [{ parameter: 'q', detail: /at most 500 characters.*ligatures/ }])
    t.equal((await ask(`/v1/suggest?q=${encodeURIComponent('ﷺ'.repeat(500))}`)).statusCode, 400)
    await get(`/v1/places?q=${encodeURIComponent('médiathèque à ½ heure de Bayeux… ')}`)
    await get(`/v1/places?q=${encodeURIComponent('é'.normalize('NFD').repeat(250))}`)
  })

  t.test('400: 10 kB, NUL and invalid UTF-8', async (t) => {
    const long = 'é'.repeat(10_000)
    for (const parameter of [
      'q',
      'type',
      'commune',
      'lat',
      'bbox',
      'updated_since',
      'source',
      'cursor',
      'fields'
    ]) {
      t.same(await blamed(`${parameter}=${encodeURIComponent(long)}`, 400), [parameter])
      t.same(await blamed(`${parameter}=a%00b`, 400), [parameter])
      t.same(await blamed(`${parameter}=a%FFb`, 400), [parameter])
      t.same(await blamed(`${parameter}=a%ED%A0%80b`, 400), [parameter], 'half of a surrogate pair')
      t.same(await blamed(`${parameter}=%E9`, 400), [parameter], 'Latin-1')
    }
    t.same(await blamed(`q=${'a'.repeat(501)}`, 400), ['q'])
    t.equal((await ask(`/v1/places?q=${'a'.repeat(200)}`)).statusCode, 200)
    t.same(await blamed(`type=${Array(101).fill('EPN').join(',')}&${'type=EPN&'.repeat(100)}`, 400), ['type'])
  })

  t.test('400: a cursor that was made up, truncated, edited or signed with another secret', async (t) => {
    const { next } = await get('/v1/places?limit=2&type=EPN')
    const cursor = new URL(String(next), 'http://localhost').searchParams.get('cursor') ?? ''
    t.equal((await ask(`/v1/places?cursor=${cursor}`)).statusCode, 200, 'the cursor itself is good')
    const held = decodeCursor(cursor, await cursorSecretOf(database))
    const middle = Math.floor(cursor.length / 2)
    const forged = [
      '',
      'x',
      'eyJxIjoiYmF5ZXV4In0',
      cursor.slice(0, -1),
      cursor.slice(0, 40),
      cursor.slice(1),
      `${cursor}A`,
      `${cursor}=`,
      ` ${cursor}`,
      cursor.slice(0, middle) + (cursor[middle] === 'A' ? 'B' : 'A') + cursor.slice(middle + 1),
      encodeCursor(held, 'another secret'),
      Buffer.from(JSON.stringify(held)).toString('base64url')
    ]
    for (const one of forged) {
      const answer = await ask(`/v1/places?cursor=${encodeURIComponent(one)}`)
      t.equal(answer.statusCode, 400, one.slice(0, 40))
      t.equal(answer.json().type, '/problems/forged-cursor')
      t.same(await blamed(`cursor=${encodeURIComponent(one)}`, 400), ['cursor'])
    }
  })

  t.test('400: a filter beside a cursor, which would be ignored', async (t) => {
    const { next } = await get('/v1/places?limit=2&fields=name')
    for (const beside of ['type=EPN', 'limit=5', 'sort=name', 'facets=type', 'total=none', 'lat=1&lon=1']) {
      const faults = await refused(`${String(next).split('?')[1]}&${beside}`, 400)
      t.equal(faults[0]?.parameter, beside.split('=')[0])
    }
    t.equal((await ask(`${next}&lang=en`)).statusCode, 200, 'the format of the answer may change')
  })

  t.test('422: valid parameters that contradict each other', async (t) => {
    for (const [query, parameter] of [
      ['lon=1', 'lat'],
      ['lat=1', 'lon'],
      ['radius=100', 'radius'],
      ['lat=1&lon=1&min_results=5', 'min_results'],
      ['bbox=0,50,1,49', 'bbox'],
      ['sort=distance', 'sort'],
      ['sort=relevance', 'sort']
    ] as const) {
      const answer = await ask(`/v1/places?${query}`)
      t.equal(answer.json().type, '/problems/senseless-question')
      t.same(await blamed(query, 422), [parameter])
    }
    t.same(await blamed('lat=1&radius=5', 422), ['lon'])
    t.same(await blamed('min_results=5', 422), ['min_results'])
  })
})
