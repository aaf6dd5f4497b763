import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import t from 'tap'
import { tinyApp } from './tiny-app.ts'

const SERVER = process.env.DATABASE_URL ?? ''

t.test('/health/live answers whatever the database does', async (t) => {
  const tiny = await tinyApp({ ping: () => new Promise(() => undefined) })
  t.teardown(() => tiny.close())
  const { statusCode, headers, body } = await tiny.inject('/health/live')
  t.equal(statusCode, 200)
  t.equal(body, '{"status":"live"}')
  t.equal(headers['cache-control'], 'no-store')
})

t.test(
  '/health/ready is 503 if the database hangs, and sends one query for any number of probes',
  async (t) => {
    const sockets = new Set<Socket>()
    const silent = createServer((socket) => sockets.add(socket))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'x', connectionTimeoutMillis: 1_500 })
    const tiny = await tinyApp({
      ping: async () => {
        await pool.query('SELECT 1')
      }
    })
    t.teardown(async () => {
      await tiny.close()
      for (const socket of sockets) socket.destroy()
      silent.close()
      await pool.end()
    })
    const probes = await Promise.all(Array.from({ length: 5 }, () => tiny.inject('/health/ready')))
    for (const probe of probes) {
      t.equal(probe.statusCode, 503)
      t.equal(probe.json().type, '/problems/database-unavailable')
      t.ok(probe.headers['retry-after'])
    }
    t.equal(sockets.size, 1)
  }
)

t.test(
  '/health/ready follows the state of the database',
  { skip: SERVER === '' && 'needs DATABASE_URL' },
  async (t) => {
    // A proxy to the real database server, which the test opens and closes.
    const { hostname, port } = new URL(SERVER)
    const { connect } = await import('node:net')
    const sockets = new Set<Socket>()
    let up = true
    const bridge = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      if (!up) {
        socket.destroy()
        return
      }
      const far = connect(Number(port || 5432), hostname)
      sockets.add(far)
      far.on('error', () => socket.destroy())
      socket.pipe(far).pipe(socket)
    })
    await new Promise<void>((resolve) => bridge.listen(0, '127.0.0.1', resolve))
    const at = bridge.address()
    const url = new URL(SERVER)
    url.hostname = '127.0.0.1'
    url.port = String(typeof at === 'object' && at ? at.port : 0)
    const pool = new pg.Pool({ connectionString: url.href, max: 2 })
    pool.on('error', () => undefined)
    const tiny = await tinyApp({
      pool,
      ping: async () => {
        await pool.query('SELECT 1')
      }
    })
    t.teardown(async () => {
      await tiny.close()
      for (const socket of sockets) socket.destroy()
      bridge.close()
      await pool.end()
    })
    const ready = async () => (await tiny.inject('/health/ready')).statusCode
    // A connection that broke a moment ago may be tried once more before the pool drops it.
    const readyAgain = async () => ((await ready()) === 200 ? 200 : ready())
    for (let times = 0; times < 3; times++) {
      t.equal(await readyAgain(), 200)
      up = false
      for (const socket of sockets) socket.destroy()
      t.equal(await ready(), 503)
      t.equal(await ready(), 503)
      up = true
    }
    t.equal(await readyAgain(), 200, 'by itself, without a restart')
  }
)
