import root, { type Test } from 'tap'
import type { Database } from '../../src/store/database.ts'

// To open an embedded database takes three seconds of a processor, most of it for its engine to start. A test file
// that asks for one after another is given the same again, emptied.

const idle: Kept[] = []

/** A database, and the tables that held something when it was opened, each with the hashes of its rows. */
type Kept = { readonly database: Database; readonly reference: Readonly<Record<string, readonly string[]>> }

/** The one that an earlier test of this process has done with, else a new one; it goes back when the test ends. */
export async function embeddedDatabase(t: Test, open: () => Promise<Database>): Promise<Database> {
  const kept = idle.pop() ?? (await opened(open))
  t.teardown(async () => {
    if (await isAsNew(kept)) idle.push(kept)
    else await kept.database.close()
  })
  return kept.database
}

async function opened(open: () => Promise<Database>): Promise<Kept> {
  if (!closesAtEnd) {
    closesAtEnd = true
    root.teardown(async () => {
      for (const { database } of idle.splice(0)) await database.close()
    })
  }
  const database = await open()
  return { database, reference: await rowsOf(database, await tables(database)) }
}

let closesAtEnd = false

/** Takes away what was added. False when a test has changed what all copies begin with, or broken the database. */
async function isAsNew({ database, reference }: Kept): Promise<boolean> {
  try {
    const others = (await tables(database)).filter((name) => reference[name] === undefined)
    if (others.length > 0) await database.batch.query(`TRUNCATE ${others.join(', ')} RESTART IDENTITY`)
    for (const [name, rows] of Object.entries(reference)) {
      const added = `DELETE FROM ${name} each WHERE ${HASH} <> ALL ($1::bigint[])`
      if (rows.length < FEW && name !== 'data_version') await database.batch.query(added, [rows])
    }
    const now = await rowsOf(database, Object.keys(reference))
    return Object.entries(reference).every(([name, rows]) => now[name]?.join() === rows.join())
  } catch {
    return false
  }
}

/** Nobody adds a commune by the way; an import adds its source to the terms. */
const FEW = 2_000

async function tables({ batch }: Database): Promise<readonly string[]> {
  const { rows } = await batch.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`
  )
  return rows.map(({ name }) => name)
}

/** Of the tables that hold something. The version of the data only ever grows, and caches rely on it. */
async function rowsOf({ batch }: Database, names: readonly string[]) {
  const found: Record<string, readonly string[]> = {}
  for (const name of names) {
    const hash = name === 'data_version' ? '1::bigint' : HASH
    const { rows } = await batch.query<{ hashes: string[] | null }>(
      `SELECT array_agg(hash ORDER BY hash)::text[] AS hashes FROM (SELECT ${hash} AS hash FROM ${name} each) row`
    )
    if (rows[0]?.hashes) found[name] = rows[0].hashes
  }
  return found
}

const HASH = 'hashtextextended(each::text, 0)'
