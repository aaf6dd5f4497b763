import t, { type Test } from 'tap'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { depsOver } from '../../../src/deps.ts'
import { type Admission, admissionFor, type LaneName } from '../../../src/http/shell/admission-limits.ts'
import { UNPRESSED } from '../../../src/http/shell/plugins/pressure.ts'
import { testDatabase } from '../../support/database.ts'
import { testPlace, writePlaces } from '../../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../../support/small-directory.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)

const { lanes } = admissionFor(10, 3_000)
const FULL = { concurrent: 0, waiting: 0, patienceMs: 0 }

/** Limits with which no request enters these lanes, as if others filled them. */
const full = (...names: readonly LaneName[]): Partial<Admission> => ({
  lanes: { ...lanes, ...Object.fromEntries(names.map((name) => [name, FULL])) }
})

type Settings = Readonly<Record<string, string>>

async function appWith(t: Test, limits: Partial<Admission>, settings: Settings = {}) {
  const lines: string[] = []
  const logger = { level: 'warn', stream: { write: (line: string) => lines.push(line) } }
  const config = readConfig({ RATE_LIMIT_PER_MINUTE: '0', SEARCH_TIMEOUT_MS: '20000', ...settings })
  const app = await buildApp(depsOver(config, database), logger, UNPRESSED, limits)
  t.teardown(() => app.close())
  return { app, lines }
}

const BAYEUX = `/v1/places/${idOf('EPN de Bayeux')}`
const CHEAP = [
  BAYEUX,
  `${BAYEUX}/provenance`,
  '/v1/vocabularies/services',
  '/v1/territories/commune/14047',
  '/v1/territories?q=bay',
  '/v1/suggest?q=medi'
]

t.test('if all searches have to wait, what is cheap is answered', async (t) => {
  const { app } = await appWith(t, full('question', 'heavy'))
  for (const url of CHEAP) t.equal((await app.inject(url)).statusCode, 200, url)
  const refused = await app.inject('/v1/places')
  t.equal(refused.statusCode, 503)
  t.match(refused.headers['retry-after'], /^\d+$/)
})

t.test('if expensive searches have to wait, others and the search page are answered', async (t) => {
  const { app } = await appWith(t, full('heavy'))
  for (const url of ['/v1/places?facets=type', '/v1/places?total=exact', '/v1/exports/places.csv'])
    t.equal((await app.inject(url)).statusCode, 503, url)
  for (const url of ['/v1/places?q=bayeux', '/v1/tiles/5/15/11.mvt', '/v1/tiles/12/2040/1398.mvt'])
    t.equal((await app.inject(url)).statusCode, 200, url)
  const page = await app.inject('/?q=bayeux')
  t.equal(page.statusCode, 200)
  t.match(page.body, 'EPN de Bayeux', 'with the list, but without counts')
})

t.test('a page that cannot be shown says when to try again', async (t) => {
  const { app } = await appWith(t, full('question', 'heavy', 'cheap'))
  for (const url of ['/?q=bayeux', '/departements', '/sitemap.xml', `/lieux/${idOf('EPN de Bayeux')}`]) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, 503, url)
    t.match(headers['retry-after'], /^\d+$/, url)
  }
})

t.test('what never changes is revalidated without waiting for the database', async (t) => {
  const { app } = await appWith(t, full('question', 'heavy', 'cheap'))
  for (const url of ['/v1/vocabularies', '/v1/vocabularies/services', '/problems']) {
    const { headers } = await app.inject(url)
    const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
    t.equal(again.statusCode, 304, url)
  }
})

t.test('a map of France is answered from memory, whatever waits', async (t) => {
  const { app } = await appWith(t, full('map', 'heavy', 'question'))
  const france = '/v1/tiles/4/8/5.mvt'
  t.equal((await app.inject(france)).statusCode, 503, 'the first one has to be counted')
  const { app: counting } = await appWith(t, full('heavy', 'question'))
  for (const url of [france, '/v1/tiles/5/16/11.mvt', '/v1/clusters?bbox=-180,-90,180,90&zoom=3'])
    t.equal((await counting.inject(url)).statusCode, 200, url)
})

t.test('a page costs its reader one request, and a client cannot pass for a page', async (t) => {
  const { app } = await appWith(t, {}, { RATE_LIMIT_PER_MINUTE: '4' })
  const left = async (headers = {}) =>
    /;r=(\d+);/.exec(String((await app.inject({ url: '/?q=bayeux', headers })).headers.ratelimit))?.[1]
  t.same(
    [await left(), await left(), await left({ 'x-annuaire-inner': 'me' }), await left()],
    ['3', '2', '1', '0']
  )
  t.equal((await app.inject('/')).statusCode, 429)
})

t.test('a proxy that is not trusted is reported once', async (t) => {
  const ask = async (settings: Settings) => {
    const { app, lines } = await appWith(t, {}, settings)
    const headers = { 'x-forwarded-for': '192.0.2.7' }
    for (let times = 0; times < 3; times++) await app.inject({ url: '/health/live', headers })
    return lines.filter((line) => line.includes('TRUST_PROXY'))
  }
  t.equal((await ask({})).length, 1)
  t.same(await ask({ TRUST_PROXY: '1' }), [])
})

/** More than all buffers between the database and a reader hold, so that an export of them waits for its reader. */
const LONG_EXPORT = Array.from({ length: 60 }, (_, n) =>
  testPlace({ name: `Lieu ${n}`, description: 'Des ateliers pour tous. '.repeat(800) })
)

t.test('of two readers of exports, the second gets its own', async (t) => {
  await writePlaces(database, LONG_EXPORT)
  const { app } = await appWith(t, {})
  const stalled = await app.inject({
    url: '/v1/exports/places.ndjson',
    remoteAddress: '192.0.2.1',
    payloadAsStream: true
  })
  const again = { url: '/v1/exports/places.csv', remoteAddress: '192.0.2.1' }
  t.equal((await app.inject(again)).statusCode, 429, 'a client gets one at a time')
  const other = await app.inject({ url: '/v1/exports/places.ndjson', remoteAddress: '192.0.2.2' })
  t.equal(other.body.trim().split('\n').length, SMALL_DIRECTORY.length + LONG_EXPORT.length)
  t.equal((await app.inject('/sitemap-14.xml')).statusCode, 200)
  stalled.stream().destroy()
})
