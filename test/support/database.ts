import root, { type Test } from 'tap'
import { type Config, readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { migrate } from '../../src/store/db/migrate.ts'
import { loadTerritories } from '../../src/store/territories/load-territories.ts'
import { loadVocabularies } from '../../src/store/vocabularies/load-vocabularies.ts'
import { embeddedDatabase } from './embedded-reuse.ts'
import { embeddedCopy, emptyFolder } from './embedded-template.ts'
import { emptyServerDatabase, serverCopy } from './server-template.ts'

/** Settings with a timeout so long that no test fails on a busy machine; a test of the timeout sets its own. */
export const PATIENT = { SEARCH_TIMEOUT_MS: '20000', LOG_LEVEL: 'silent', PORT: '0', SAMPLE_PLACES: '0' }

type Env = Readonly<Record<string, string>>

/**
 * Creates a separate database with the schema, vocabularies and territories but no places, and returns its
 * settings. It is for tests that open the database themselves or open it several times. The database is removed
 * when the test ends.
 */
export async function testConfig(t: Test, env: Env = {}): Promise<Config> {
  const url = process.env.DATABASE_URL
  const where = url ? await serverCopy(t, url, prepare) : await embeddedCopy(t, prepare)
  return readConfig({ ...PATIENT, ...where, ...env })
}

/** Opens a database with the same content as in `testConfig`, and closes it when the test ends. */
export async function testDatabase(t: Test, env: Env = {}): Promise<Database> {
  const isPlain = !process.env.DATABASE_URL && Object.keys(env).length === 0
  return isPlain
    ? embeddedDatabase(t, async () => openDatabase(await testConfig(root, env)))
    : opened(t, await testConfig(t, env))
}

/** Opens an empty database without a schema. */
export async function emptyDatabase(t: Test): Promise<Database> {
  const url = process.env.DATABASE_URL
  const where = url ? await emptyServerDatabase(t, url) : await emptyFolder(t)
  return opened(t, readConfig({ ...PATIENT, ...where }))
}

async function opened(t: Test, config: Config): Promise<Database> {
  const database = await openDatabase(config)
  t.teardown(() => database.close())
  return database
}

/** Creates the content with which every copy starts. */
async function prepare(where: Env): Promise<void> {
  const database = await openDatabase(readConfig({ ...PATIENT, ...where }))
  try {
    await migrate(database.batch)
    await loadVocabularies(database.batch)
    await loadTerritories(database.batch)
  } finally {
    await database.close()
  }
}
