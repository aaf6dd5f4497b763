import pg from 'pg'
import root, { type Test } from 'tap'

// On a server, the names of all databases of one `npm test` contain an id of this run. `after.ts` drops the
// databases that remain, because a test that was killed cannot drop its own.

type Where = { readonly DATABASE_URL: string }

/** Contains the id of the process that runs the test files: it is the parent of each of them, and of `after.ts`. */
const RUN = `annuaire_test_${process.ppid}`
const TEMPLATE = `${RUN}_template`

let made = 0

/** Whether the test file is run without `tap run`; it must then drop its own databases. */
const isAlone = process.env.TAP_CHILD_ID === undefined

export async function emptyServerDatabase(t: Test, url: string): Promise<Where> {
  return newDatabase(t, url, '')
}

export async function serverCopy(
  t: Test,
  url: string,
  prepare: (where: Where) => Promise<void>
): Promise<Where> {
  await ensureTemplate(url, prepare)
  return newDatabase(t, url, `TEMPLATE ${TEMPLATE}`)
}

export async function dropDatabasesOfRun(url: string): Promise<void> {
  await withServer(url, async (server) => {
    const { rows } = await server.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `${RUN}_`
    ])
    for (const { datname } of rows) await server.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}

async function newDatabase(t: Test, url: string, from: string): Promise<Where> {
  made += 1
  const name = `${RUN}_${process.pid}_${made}`
  await withServer(url, (server) => server.query(`CREATE DATABASE ${name} ${from}`))
  t.teardown(() => withServer(url, (server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
  return { DATABASE_URL: addressOf(url, name) }
}

async function ensureTemplate(url: string, prepare: (where: Where) => Promise<void>): Promise<void> {
  await withServer(url, async (server) => {
    // Test files start simultaneously; the first one creates the template, the others wait.
    await server.query('SELECT pg_advisory_lock(hashtext($1))', [TEMPLATE])
    const { rowCount } = await server.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE])
    if (rowCount) return
    if (isAlone) root.teardown(() => dropDatabasesOfRun(url))
    const making = `${RUN}_making`
    await server.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    await server.query(`CREATE DATABASE ${making}`)
    await prepare({ DATABASE_URL: addressOf(url, making) })
    await server.query(`ALTER DATABASE ${making} RENAME TO ${TEMPLATE}`)
  })
}

async function withServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client(url)
  await server.connect()
  try {
    return await work(server)
  } finally {
    await server.end()
  }
}

function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
