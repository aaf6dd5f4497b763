import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Command } from 'commander'
import t, { type Test } from 'tap'
import { registerBackup } from '../../../src/commands/backup.ts'
import { readConfig } from '../../../src/config.ts'
import { type Email, readEmail } from '../../../src/domain/accounts/email.ts'
import { SYSTEM } from '../../../src/domain/acts/act.ts'
import { verifyActs } from '../../../src/domain/acts/verify-acts.ts'
import { prepareDirectory } from '../../../src/prepare-directory.ts'
import { writeSample } from '../../../src/seed/write-sample.ts'
import { actReader, journalIn } from '../../../src/store/acts/journal.ts'
import { type Database, openDatabase } from '../../../src/store/db/database.ts'
import { countWaitingMails, outboxIn } from '../../../src/store/outbox/outbox-store.ts'
import { type Api, apiOver } from '../../support/app.ts'
import { emptyDatabase, PATIENT, testConfig } from '../../support/database.ts'
import { emptyFolder } from '../../support/embedded-template.ts'
import { changesIn, placesIn } from '../../support/inspect.ts'

const run = promisify(execFile)
const now = Date.now()
const SERVER = process.env.DATABASE_URL
const onServer = { skip: SERVER === undefined && 'needs DATABASE_URL' }
const onEmbedded = { skip: SERVER !== undefined && 'is about the embedded database' }

const QUESTIONS = [
  '/v1/places?q=mediatheque+vannes&facets=service,department',
  '/v1/places?lat=48.39&lon=-4.486&open_at=now&limit=100&fields=name,opening_hours',
  '/v1/places?department=56&sort=name&limit=100',
  '/v1/clusters?bbox=-5,42,8,51&zoom=4',
  '/v1/exports/places.csv?region=53',
  '/v1/changes?limit=100',
  '/v1/sources',
  '/v1/suggest?q=espace'
]

async function answers({ ask }: Api): Promise<readonly unknown[]> {
  const all = []
  for (const url of QUESTIONS) {
    const { statusCode, body } = await ask(url)
    all.push([url, statusCode, body])
  }
  return all
}

t.test(
  'a database restored from pg_dump gives the same answers, and the next version can start on it',
  onServer,
  async (t) => {
    const { DATABASE_URL: from = '' } = await testConfig(t)
    const database = await opened(t, { DATABASE_URL: from })
    await writeSample(database, { count: 2_000, seed: 1 })
    await takePart(database)
    const before = await answers(await apiOver(t, database, () => now))

    const empty = await emptyDatabase(t)
    const to = empty.pool.options.connectionString ?? ''
    const { DATA_DIR: folder } = await emptyFolder(t)
    const dump = join(folder, 'annuaire.dump')
    await run('pg_dump', ['--format=custom', `--file=${dump}`, from])
    const target = new URL(to)
    target.search = ''
    await run('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${target}`, dump])

    t.same(await prepareDirectory(empty), [], 'all migrations are known to be applied')
    t.same(await answers(await apiOver(t, empty, () => now)), before)
    await didTakePart(t, empty)
  }
)

t.test('`backup` copies the embedded database while it writes', onEmbedded, async (t) => {
  const { DATA_DIR } = await testConfig(t)
  const database = await opened(t, { DATA_DIR })
  await writeSample(database, { count: 500, seed: 1 })
  await takePart(database)
  const before = await placesIn(database)

  let isOver = false
  const writing = (async () => {
    let seed = 2
    while (!isOver) await writeSample(database, { count: 40, seed: seed++ })
    return seed
  })()
  const { DATA_DIR: around } = await emptyFolder(t)
  const folder = join(around, 'copy')
  await backup(DATA_DIR, folder)
  isOver = true
  t.ok((await writing) > 2, 'places were written meanwhile')

  const copy = await opened(t, { DATA_DIR: folder })
  const [places, changes] = [await placesIn(copy), await changesIn(copy)]
  t.equal(places.length, changes.length, 'of each place that was being written, the copy has all or nothing')
  const kept = new Map(places.map((place) => [place.id, place]))
  t.same(
    before.map(({ id }) => kept.get(id)),
    before,
    'and all that was there before'
  )
  const [example] = before
  t.equal((await (await apiOver(t, copy)).ask(`/v1/places/${example?.id}`)).statusCode, 200)
  await writeSample(copy, { count: 10, seed: 99 })
  await didTakePart(t, copy)
})

t.test('`backup` refuses what it cannot do', onEmbedded, async (t) => {
  const { DATA_DIR: around } = await emptyFolder(t)
  const [here, there] = [join(around, 'here'), join(around, 'there')]
  await t.rejects(backup(here, there), /There is no database/)
  await mkdir(join(here, 'database'), { recursive: true })
  await mkdir(there)
  await t.rejects(backup(here, there), /exists already/)
  await rm(there, { recursive: true })
  process.env.DATABASE_URL = 'postgres://127.0.0.1/lieux'
  await t.rejects(backup(here, there), /pg_dump/)
  delete process.env.DATABASE_URL
})

const ACT = {
  subject: { kind: 'place', id: '01999999-0000-7000-8000-000000000001' },
  kind: 'hidden',
  by: SYSTEM,
  at: new Date(now),
  public: true,
  data: { reason: 'closed', fields: ['name'] }
}

/** What people did: acts of the journal, and a mail that has not left yet. */
const takePart = ({ act }: Database) =>
  act(async (within) => {
    for (let n = 0; n < 3; n++) await journalIn(within).record(ACT)
    const to = readEmail('camille@vannes.example') as Email
    await outboxIn(within).put({ mail: { to, language: 'fr', subject: 'Reçu', blocks: [] } })
  })

/** The journal can be verified, goes on, and still refuses changes; the mail still waits. */
async function didTakePart(t: Test, database: Database): Promise<void> {
  await database.act((within) => journalIn(within).record(ACT))
  t.same(await verifyActs(actReader(database)), { acts: 4, subjects: 1, broken: [] })
  await t.rejects(database.batch.query('DELETE FROM act'), /only grows/)
  t.equal(await countWaitingMails(database), 1)
}

async function opened(t: Test, where: Readonly<Record<string, string>>): Promise<Database> {
  const database = await openDatabase(readConfig({ ...PATIENT, ...where }))
  t.teardown(() => database.close())
  return database
}

async function backup(dataDir: string, folder: string): Promise<void> {
  process.env.DATA_DIR = dataDir
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  registerBackup(program)
  const written = t.capture(process.stdout, 'write', () => true)
  try {
    await program.parseAsync(['backup', folder], { from: 'user' })
  } finally {
    written.restore()
  }
}
