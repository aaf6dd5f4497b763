import t from 'tap'
import { readConfig } from '../../../src/config.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { testConfig, testDatabase } from '../../support/database.ts'

const config = await testConfig(t, { SEARCH_TIMEOUT_MS: '3000', DB_POOL_MAX: '3' })
const database = await openDatabase(config)
t.teardown(() => database.close())
const { pool, batch } = database
const onServer = database.kind === 'server' ? {} : { skip: 'the embedded database has no such' }

t.test('numbers are read as numbers, days as text, JSON as values', async (t) => {
  const { rows } = await pool.query(
    `SELECT 9007199254740991::int8 AS count, ARRAY[1, NULL]::int8[] AS counts, '2026-03-01'::date AS day,
            ARRAY['2026-03-01']::date[] AS days, '{"a":[1]}'::jsonb AS document, 0.5::float4 AS quality,
            '2026-03-01T09:00:00.123Z'::timestamptz AS at`
  )
  t.same(rows, [
    {
      count: 9_007_199_254_740_991,
      counts: [1, null],
      day: '2026-03-01',
      days: ['2026-03-01'],
      document: { a: [1] },
      quality: 0.5,
      at: new Date('2026-03-01T09:00:00.123Z')
    }
  ])
})

t.test('a query ends after SEARCH_TIMEOUT_MS; a batch does not', async (t) => {
  await t.rejects(pool.query('SELECT pg_sleep(4)'), { message: /timeout/ })
  await t.resolves(batch.query('SELECT pg_sleep(4)'))
})

t.test('a transaction is complete or has no effect, and its connection is released', async (t) => {
  const count = async () => (await batch.query('SELECT count(*) FROM source')).rows[0].count
  const add = `INSERT INTO source (slug, name, licence) VALUES ('hub-du-sud', 'Hub du Sud', 'etalab-2.0')`
  for (let turn = 0; turn < 5; turn++) {
    const failing = inTransaction(batch, async (client) => {
      await client.query(add)
      throw new Error('changed my mind')
    })
    await t.rejects(failing, { message: 'changed my mind' })
  }
  t.equal(await count(), 0)
  await inTransaction(batch, (client) => client.query(add))
  t.equal(await count(), 1)
})

t.test('a server that drops every connection ends neither the process nor the pool', onServer, async (t) => {
  await Promise.all([1, 2, 3].map(() => pool.query('SELECT pg_sleep(0.1)')))
  await batch.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`
  )
  await t.resolves(untilItAnswers())
})

t.test('options in the URL take precedence', onServer, async (t) => {
  const address = new URL(config.DATABASE_URL ?? '')
  address.searchParams.set('options', '-c statement_timeout=7s -c work_mem=9MB')
  const own = await openDatabase({ ...config, DATABASE_URL: address.href })
  const { rows } = await own.pool.query(
    `SELECT current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory,
            current_setting('jit') AS jit, current_setting('application_name') AS name`
  )
  t.same(rows, [{ timeout: '7s', memory: '9MB', jit: 'off', name: 'annuaire' }])
  await own.close()
})

t.test('an unreachable server is reported by its host, without its password', async (t) => {
  const absent = readConfig({ DATABASE_URL: 'postgres://mediator:s3cret@127.0.0.1:1/lieux' })
  const error = await openDatabase(absent).catch((error) => error)
  t.match(error.message, /^Cannot use the database lieux at 127\.0\.0\.1:1: .*ECONNREFUSED/)
  t.notMatch(error.message, /s3cret/)
})

t.test('each test has a database of its own', async (t) => {
  const other = await testDatabase(t)
  await other.batch.query(`INSERT INTO source (slug, name, licence) VALUES ('cnfs', 'CnFS', 'etalab-2.0')`)
  t.same((await batch.query(`SELECT slug FROM source WHERE slug = 'cnfs'`)).rows, [])
})

async function untilItAnswers(): Promise<unknown> {
  // Up to three connections may turn out to be dead; each query finds one of them.
  for (let turn = 0; turn < 3; turn++) {
    const answer = await pool.query('SELECT 1').catch(() => undefined)
    if (answer) return answer
  }
  return pool.query('SELECT 1')
}
