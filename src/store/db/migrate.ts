import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import { migrationRecord, migrationsApplied, migrationsLock, migrationsTable } from './migrations.sql.ts'
import type { Runner } from './sql.ts'
import { inTransaction } from './transaction.ts'

// Applies migrations as `prisma migrate` does and leaves the same state, but without the engine that Prisma
// downloads.

/** The folder with the migrations. The relative path is valid from both src/store and dist/store. */
export const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

type Migration = { readonly name: string; readonly text: string }
type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean }

/** Applies all pending migrations, and returns the names of those it applied. */
export async function migrate(pool: Pool, folder: string = MIGRATIONS): Promise<readonly string[]> {
  const migrations = await readMigrations(folder)
  const pending = await inTransaction(pool, async (client) => {
    await lockMigrations(client)
    await client.query(migrationsTable())
    return pendingOf(migrations, await appliedIn(client))
  })
  const applied: string[] = []
  for (const migration of pending) {
    if (await applyOne(pool, migration)) applied.push(migration.name)
  }
  return applied
}

/** Locks migrations until the end of the transaction, so that one process at a time prepares the database. */
export async function lockMigrations(client: Runner): Promise<void> {
  await client.query(migrationsLock())
}

/** Applies one migration. Returns false if another process applied it between our check and our lock. */
async function applyOne(pool: Pool, migration: Migration): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    await lockMigrations(client)
    if ((await appliedIn(client)).some(({ name }) => name === migration.name)) return false
    await client.query(migration.text).catch((error) => {
      throw new Error(`The migration ${migration.name} failed and was rolled back: ${error.message}.`, {
        cause: error
      })
    })
    await client.query(migrationRecord(migration.name, checksumOf(migration.text)))
    return true
  })
}

async function appliedIn(runner: Runner): Promise<readonly Applied[]> {
  return (await runner.query<Applied>(migrationsApplied())).rows
}

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const done of applied) {
    const migration = migrations.find(({ name }) => name === done.name)
    if (!done.finished) throw new Error(unfinished(done.name))
    if (!migration) throw new Error(unknown(done.name))
    if (!isSame(migration.text, done.checksum)) throw new Error(edited(done.name))
  }
  return migrations.filter(({ name }) => !applied.some((done) => done.name === name))
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, text: await readFile(join(folder, name, 'migration.sql'), 'utf8') }))
  )
}

const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether the text is the applied version. A checkout on Windows may have different line endings. */
const isSame = (text: string, checksum: string): boolean =>
  [text, text.replaceAll('\r\n', '\n'), text.replace(/\r?\n/g, '\r\n')].map(checksumOf).includes(checksum)

const edited = (name: string): string =>
  `The migration ${name} has changed since it was applied to this database. Restore it, and put the ` +
  'change into a new migration.'

const unknown = (name: string): string =>
  `This database has the migration ${name}, which this version does not know. Use the newer version that ` +
  'applied it, or another database.'

const unfinished = (name: string): string =>
  `The migration ${name} was started by another tool and did not finish. Repair the database by hand, then ` +
  'run `npx prisma migrate resolve`.'
