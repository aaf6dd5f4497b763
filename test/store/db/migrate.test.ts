import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { MIGRATIONS, migrate } from '../../../src/store/db/migrate.ts'
import { emptyDatabase } from '../../support/database.ts'

const database = await emptyDatabase(t)
const { batch } = database
const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{14}_/.test(name)).sort()

t.test('an empty database gets all migrations, and a migrated one none', async (t) => {
  t.same(await migrate(batch), names)
  const before = await recorded()
  t.same(await migrate(batch), [])
  t.same(await recorded(), before)
})

t.test('they are recorded as Prisma records them', async (t) => {
  for (const [index, row] of (await recorded()).entries()) {
    const file = await readFile(join(MIGRATIONS, row.migration_name, 'migration.sql'))
    t.match(row.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    t.equal(row.migration_name, names[index])
    t.equal(row.checksum, createHash('sha256').update(file).digest('hex'))
    t.ok(row.finished_at >= row.started_at)
    t.match(row, { logs: null, rolled_back_at: null, applied_steps_count: 1 })
  }
  const { rows } = await batch.query(
    `SELECT column_name, data_type, character_maximum_length AS length, is_nullable, column_default
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`
  )
  t.same(rows.map(Object.values), [
    ['id', 'character varying', 36, 'NO', null],
    ['checksum', 'character varying', 64, 'NO', null],
    ['finished_at', 'timestamp with time zone', null, 'YES', null],
    ['migration_name', 'character varying', 255, 'NO', null],
    ['logs', 'text', null, 'YES', null],
    ['rolled_back_at', 'timestamp with time zone', null, 'YES', null],
    ['started_at', 'timestamp with time zone', null, 'NO', 'now()'],
    ['applied_steps_count', 'integer', null, 'NO', '0']
  ])
})

t.test('a migration edited after it was applied is refused by name', async (t) => {
  const folder = await copyOfMigrations(t)
  const file = join(folder, names[0]!, 'migration.sql')
  await writeFile(file, `${await readFile(file, 'utf8')}-- one comment more\n`)
  await t.rejects(migrate(batch, folder), { message: new RegExp(`${names[0]} has changed`) })
})

t.test('different line endings do not count as a change', async (t) => {
  const folder = await copyOfMigrations(t)
  const file = join(folder, names[0]!, 'migration.sql')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'))
  t.same(await migrate(batch, folder), [])
})

t.test('a migration that fails leaves nothing behind, and is applied once it is repaired', async (t) => {
  const folder = await copyOfMigrations(t)
  await addMigration(folder, '29990101000000_gauge', 'CREATE TABLE gauge (id int); SELECT no_such_column;')
  await t.rejects(migrate(batch, folder), { message: /29990101000000_gauge failed.*no_such_column/ })
  t.equal((await batch.query(`SELECT to_regclass('gauge') AS it`)).rows[0].it, null)
  t.equal((await recorded()).length, names.length)

  await addMigration(folder, '29990101000000_gauge', 'CREATE TABLE gauge (id int);')
  t.same(await migrate(batch, folder), ['29990101000000_gauge'])
  await t.rejects(migrate(batch), { message: /29990101000000_gauge.*newer version/ }, 'by an older program')
  await batch.query(`DROP TABLE gauge; DELETE FROM _prisma_migrations WHERE migration_name LIKE '2999%'`)
})

t.test('a migration left unfinished by another tool is refused until it is resolved', async (t) => {
  await batch.query('UPDATE _prisma_migrations SET finished_at = NULL')
  await t.rejects(migrate(batch), { message: new RegExp(`${names[0]}.*did not finish.*resolve`) })
  await batch.query('UPDATE _prisma_migrations SET finished_at = now()')
  t.same(await migrate(batch), [])
})

t.test('two simultaneous processes apply each migration once', async (t) => {
  const folder = await copyOfMigrations(t)
  await addMigration(folder, '29990102000000_twice', 'CREATE TABLE twice (id int);')
  const applied = await Promise.all([migrate(batch, folder), migrate(batch, folder)])
  t.same(applied.flat(), ['29990102000000_twice'])
})

async function recorded() {
  return (await batch.query('SELECT * FROM _prisma_migrations ORDER BY migration_name')).rows
}

async function copyOfMigrations(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-migrations-'))
  t.teardown(() => rm(folder, { recursive: true }))
  await cp(MIGRATIONS, folder, { recursive: true })
  return folder
}

async function addMigration(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), text)
}
