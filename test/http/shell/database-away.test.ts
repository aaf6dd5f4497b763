import { createServer } from 'node:net'
import pg from 'pg'
import t, { type Test as Tap } from 'tap'
import { tinyApp } from './tiny-app.ts'

const SERVER = process.env.DATABASE_URL ?? ''

t.test('while the database is unavailable: 503 with Retry-After, and 200 once it is back', async (t) => {
  // A server that accepts connections, and then either sends nothing or closes them.
  const sockets = new Set<{ destroy: () => void }>()
  const silent = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })

  const ask = async (t: Tap, pool: pg.Pool, code: string) => {
    const tiny = await tinyApp()
    t.teardown(() => tiny.close())
    tiny.get('/v1/places', async () => ({ rows: (await pool.query('SELECT 1 AS one')).rows }))
    const answer = await tiny.inject('/v1/places')
    t.equal(answer.statusCode, 503)
    t.match(String(answer.headers['retry-after']), /^\d+$/)
    t.equal(answer.json().type, `/problems/${code}`)
  }

  t.test('a server that never answers the greeting', async (t) => {
    const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'x', connectionTimeoutMillis: 200 })
    t.teardown(() => pool.end())
    await ask(t, pool, 'database-unavailable')
  })

  t.test('a server that is not running', async (t) => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1, user: 'x' })
    t.teardown(() => pool.end())
    await ask(t, pool, 'database-unavailable')
  })

  t.test('an unknown host name', async (t) => {
    const pool = new pg.Pool({ host: 'annuaire.invalid', user: 'x' })
    t.teardown(() => pool.end())
    await ask(t, pool, 'database-unavailable')
  })

  t.test('a server that hangs up in the middle', async (t) => {
    const rude = createServer((socket) => socket.once('data', () => socket.destroy()))
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const at = rude.address()
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port: typeof at === 'object' && at ? at.port : 0,
      user: 'x'
    })
    t.teardown(async () => {
      await pool.end()
      rude.close()
    })
    await ask(t, pool, 'database-unavailable')
  })

  t.test('on a real server', { skip: SERVER === '' && 'needs DATABASE_URL' }, async (t) => {
    const tiny = await tinyApp()
    const pool = new pg.Pool({
      connectionString: SERVER,
      max: 1,
      connectionTimeoutMillis: 300,
      statement_timeout: 100
    })
    pool.on('error', () => undefined)
    t.teardown(() => tiny.close())
    tiny.get('/v1/slow', async () => ({ rows: (await pool.query('SELECT pg_sleep(10)')).rows }))
    tiny.get('/v1/one', async () => ({ rows: (await pool.query('SELECT 1 AS one')).rows }))
    tiny.get('/v1/killed', async () => ({
      rows: (await pool.query('SELECT pg_terminate_backend(pg_backend_pid())')).rows
    }))
    tiny.get('/v1/wrong', async () => ({ rows: (await pool.query('SELECT no_such_column')).rows }))
    const status = async (url: string) => (await tiny.inject(url)).statusCode
    const type = async (url: string) => (await tiny.inject(url)).json().type

    t.equal(await type('/v1/slow'), '/problems/too-slow', 'the statement timeout')
    t.equal(await type('/v1/killed'), '/problems/database-unavailable', 'the server ends the connection')
    t.equal(await status('/v1/one'), 200, 'and the next request is answered')
    t.equal(await status('/v1/wrong'), 500, 'our own error is not reported as an unavailable database')
    const client = await pool.connect()
    t.equal(await type('/v1/one'), '/problems/database-unavailable', 'no connection is available in time')
    client.release()
    await pool.end()
    t.equal(await type('/v1/one'), '/problems/database-unavailable', 'the pool is closed')
  })
})
