import { readdirSync } from 'node:fs'
import t, { type Test } from 'tap'
import { writeSample } from '../../src/seed/write-sample.ts'
import { type Api, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { notingCalls } from '../support/plans/called.ts'
import { evaluatedPerRow } from '../support/plans/evaluated-per-row.ts'
import { everyNode, genericPlan, type PlanNode, type Statement } from '../support/plans/generic-plan.ts'
import { SEARCHES } from '../support/plans/search-classes.ts'
import { statementsOfErasure } from '../support/plans/statements-of-erasure.ts'
import { statementsOfPeople } from '../support/plans/statements-of-people.ts'
import { statementsOfReading } from '../support/plans/statements-of-reading.ts'
import { statementsOfWriting, temporaryTables } from '../support/plans/statements-of-writing.ts'

// Each of some 370 statements is planned: 50 s of CPU time.
t.setTimeout(900_000)

const STORE = new URL('../../src/store/', import.meta.url)

const VANNES = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.9, 47.6],
      [-2.6, 47.6],
      [-2.6, 47.8],
      [-2.9, 47.6]
    ]
  ]
}

/** What a search by outline, the maps, exports and suggestions ask beside the pages of a search. */
async function askOthers(t: Test, { ask, post }: Api): Promise<void> {
  const { items } = await post('/v1/places/search', { within: VANNES, facets: ['service', 'region'] })
  for (const sort of ['name', 'updated']) await post('/v1/places/search', { within: VANNES, sort })
  await post('/v1/places/search', { within: VANNES, q: 'atelier', total: 'exact' })
  const others = [
    '/v1/places?lat=90&lon=180',
    '/v1/places?q=zzzz+vannes&lat=90&lon=0',
    '/v1/places?q=mediatheque+vannes&fields=fit,name&facets=service,department',
    '/v1/places?q=numerique&lat=47.65&lon=-2.76&radius=50000&limit=100',
    '/v1/clusters?bbox=-5,42,8,51&zoom=5',
    '/v1/exports/places.ndjson?department=56',
    '/v1/suggest?q=numer&lat=47.65&lon=-2.76',
    '/v1/suggest?q=espace',
    '/v1/suggest?q=z',
    `/v1/places/${items[0]?.id}/alternatives?service=aide-aux-demarches-administratives`
  ]
  for (const url of others) t.equal((await ask(url)).statusCode, 200, url)
}

/** Statements with one parameter, and what is evaluated again and again in each; `$501` is that parameter. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'SELECT id FROM place WHERE ST_Covers(ST_GeomFromGeoJSON($1), point)': ['st_geomfromgeojson($501)'],
  'SELECT id FROM place WHERE ST_Covers((SELECT ST_GeomFromGeoJSON($1)), point)': [],
  'SELECT id FROM place WHERE ST_Covers($1::geometry, point)': [],
  "SELECT id FROM place WHERE search @@ to_tsquery('annuaire_french', $1)": [
    "to_tsquery('annuaire_french'::regconfig, $501)"
  ],
  "SELECT to_tsquery('annuaire_french', $1) AS query": [],
  'SELECT unnest(string_to_array($1, $1)) AS part': [],
  // In a sub-select, but for each row of its table.
  'SELECT (SELECT count(*) FROM place WHERE name = lower($1)) AS places': ['lower($501)'],
  'SELECT id, $1::float8 * 2 AS twice FROM place': ["($501 * '2'::double precision)"],
  // The index is asked once for each territory.
  'SELECT FROM territory t, LATERAL (SELECT FROM place WHERE id = md5($1)::uuid AND city = t.name OFFSET 0) own':
    ['(md5($501))', '(md5($501))::uuid']
}

/** Other statements, such as LOCK and TRUNCATE, have no plan. */
const hasPlan = ({ text }: Statement): boolean =>
  /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/.test(text) && !/;\s*\S/.test(text)

// The embedded database plans each statement with its values.
t.test('the plans of a server', { skip: !process.env.DATABASE_URL && 'needs DATABASE_URL' }, async (t) => {
  const calledIn = await notingCalls()
  const database = await testDatabase(t)
  await writeSample(database, { count: 20_000, seed: 1 })
  const api = await apiOver(t, database)
  const client = await database.pool.connect()
  t.teardown(() => client.release())

  const sent = new Map<string, Statement>()
  const query = database.pool.query.bind(database.pool) as (statement: Statement) => unknown
  t.intercept(database.pool, 'query', {
    value: (statement: Statement) => {
      sent.set(statement.text, statement)
      return query(statement)
    }
  })

  await t.test('no search reads the whole table', async (t) => {
    for (const [name, asked] of Object.entries(SEARCHES)) {
      const known = new Set(sent.keys())
      const first = await api.get(`/v1/places?${asked}`)
      if (first.next) await api.get(first.next)
      // A statement that an earlier search has sent has been looked at.
      for (const statement of [...sent.values()].filter(({ text }) => !known.has(text)))
        checkSearch(t, name, everyNode(await genericPlan(client, statement)))
    }
  })

  await t.test('no statement evaluates an expression of its parameters for each row', async (t) => {
    for (const [text, expected] of Object.entries(EXAMPLES))
      t.same(await evaluatedPerRow(client, { text, values: [null] }), expected, text)

    await askOthers(t, api)
    await client.query('BEGIN')
    for (const { text } of temporaryTables()) await client.query(text)
    const statements = [
      ...statementsOfReading(),
      ...statementsOfWriting(),
      ...statementsOfErasure(),
      ...statementsOfPeople(),
      ...sent.values()
    ].flat()
    const found: Record<string, string> = {}
    for (const statement of statements.filter(hasPlan)) {
      for (const expression of await evaluatedPerRow(client, statement)) found[expression] ??= statement.text
    }
    await client.query('ROLLBACK')
    t.same(found, {})
  })

  await t.test('and every statement was looked at', async (t) => {
    const called = await calledIn()
    for (const path of readdirSync(STORE, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.sql.ts')) continue
      const { href } = new URL(path, STORE)
      const exported = Object.entries(await import(href))
      const uncalled = exported.filter(
        ([name, value]) => typeof value === 'function' && !called(href).has(name)
      )
      t.same(Object.fromEntries(uncalled), {}, `${path}: a new statement needs a line in test/support/plans`)
    }
  })
})

function checkSearch(t: Test, name: string, plan: readonly PlanNode[]): void {
  const whole = plan.filter(
    (node) => node['Node Type'].endsWith('Seq Scan') && node['Relation Name'] === 'place'
  )
  t.same(whole, [], name)
  const lists = plan.map((node) => (node['Index Cond'] ?? '').split('schedule = ANY').length - 1)
  t.ok(Math.max(...lists) < 2, `${name}: PostgreSQL tries every combination of two lists of schedules`)
  const helped = plan.some((node) => node['Node Type'].startsWith('Gather'))
  if (SEARCHES[name]?.includes('q=')) t.notOk(helped, `${name}: by one process`)
}
