// The databases used by the benches, created once with the program's own migrations and sample places, and
// kept.
import pg from 'pg'
import { withProgress } from '../../src/commands/seed.ts'
import { readConfig } from '../../src/config.ts'
import { prepareDirectory } from '../../src/prepare-directory.ts'
import { writeSample } from '../../src/seed/write-sample.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { refreshOpenings } from '../../src/store/hours/refresh-openings.ts'
import { refreshLabels } from '../../src/store/places/refresh-labels.ts'
import type { Options } from './options.ts'

const SEED = 1

/**
 * Comment that marks a database as complete. A database whose creation was interrupted has no such comment, and is
 * created again.
 */
const WHOLE = `annuaire bench, sample ${SEED}`

/** The URL of a database with `size` sample places and the newest schema. */
export async function benchDatabase({ server, fresh }: Options, size: number): Promise<string> {
  const name = `annuaire_bench_${size}`
  const url = addressOf(server, name)
  const found = await onServer(server, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name]
    )
    if (!fresh && rows[0]?.comment === WHOLE) return true
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
    return false
  })
  await prepare(url, found ? 0 : size)
  await onServer(server, (client) => client.query(`COMMENT ON DATABASE ${name} IS '${WHOLE}'`))
  return url
}

async function prepare(url: string, places: number): Promise<void> {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }))
  try {
    await prepareDirectory(database).catch((error: Error) => {
      throw new Error(`${error.message} Or run with --fresh, which makes the database anew.`, {
        cause: error
      })
    })
    if (places > 0) {
      console.log(`Making a database of ${places} sample places`)
      await withProgress(places, (onProgress) =>
        writeSample(database, { count: places, seed: SEED, onProgress })
      )
    }
    // The program refreshes labels and openings every hour. They are refreshed now, so that it writes nothing
    // during the measurement.
    await refreshLabels(database, new Date())
    await refreshOpenings(database, new Date())
  } finally {
    await database.close()
  }
}

export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function addressOf(server: string, database: string): string {
  const address = new URL(server)
  address.pathname = `/${database}`
  return address.href
}
