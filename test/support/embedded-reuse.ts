import root, { type Test } from 'tap'
import type { Database } from '../../src/store/db/database.ts'

// Opening an embedded database takes three seconds of CPU time, mostly to start its engine. If a test file needs
// several databases, it gets the same one again, with its rows deleted.

const idle: Kept[] = []

/**
 * A database, with the number of rows in each table when it was opened, and with the id of the transaction that
 * counted them.
 */
type Kept = {
  readonly database: Database
  readonly counts: Readonly<Record<string, number>>
  readonly counted: string
}

/**
 * Returns a database that an earlier test of this process has given back, or a new one. It is given back when the
 * test ends.
 */
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
  const { rows } = await database.batch.query<{ id: string }>('SELECT txid_current()::text AS id')
  return { database, counts: await countRows(database), counted: rows[0]?.id ?? '' }
}

let closesAtEnd = false

/**
 * Deletes the rows that a test added. Returns false if the test changed the initial content or broke the database.
 */
async function isAsNew({ database, counts, counted }: Kept): Promise<boolean> {
  try {
    const names = await tables(database)
    const others = names.filter((name) => !counts[name])
    if (others.length > 0) await database.batch.query(emptied(others))
    for (const name of names) {
      // The data version is not reset, because it must only increase: caches rely on it.
      if (!counts[name] || name === 'data_version') continue
      // Changed rows also have a new version, so they are deleted too; the count below then notices that they are
      // missing.
      await database.batch.query(`DELETE FROM ${name} WHERE xmin::text::bigint > $1::bigint`, [counted])
    }
    const now = await countRows(database)
    return names.every((name) => now[name] === counts[name])
  } catch {
    return false
  }
}

/** Empties tables, also the journal, whose trigger refuses it. */
const emptied = (tables: readonly string[]): string => `
SET session_replication_role = replica;
TRUNCATE ${tables.join(', ')} RESTART IDENTITY;
SET session_replication_role = origin`

async function tables({ batch }: Database): Promise<readonly string[]> {
  const { rows } = await batch.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`
  )
  return rows.map(({ name }) => name)
}

async function countRows(database: Database): Promise<Readonly<Record<string, number>>> {
  const names = await tables(database)
  const counts = names.map((name) => `SELECT '${name}' AS name, count(*)::integer AS count FROM ${name}`)
  const { rows } = await database.batch.query<{ name: string; count: number }>(counts.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
