import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import type { Config } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { testConfig } from '../support/database.ts'
import { placesIn, recordsIn, versionOf } from '../support/inspect.ts'
import { inNievre } from '../support/nievre.ts'
import { TYPESCRIPT } from '../support/typescript-option.ts'

const CHILD = fileURLToPath(new URL('killed-anywhere.ts', import.meta.url))
const OPTIONS = { maxSize: 10 }

/**
 * Number of moments at which an import is killed; the variable `KILLS` overrides it. It is small for the embedded
 * database, because opening that takes seconds, and each test case opens it twice.
 */
const MOMENTS = Number(process.env.KILLS ?? (process.env.DATABASE_URL ? 20 : 4))

const RECORDS = 600

/**
 * The records of one of two days of a directory. Importing one day after the other creates, updates, keeps,
 * withdraws and restores some records.
 */
const dayOf = (day: 0 | 1) =>
  Array.from({ length: RECORDS }, (_, n) => n)
    .filter((n) => n % 10 !== day)
    .map((n) => ({
      id: String(n),
      nom: n % 3 === 0 ? `Espace numérique ${n}, jour ${day}` : `Espace numérique ${n}`,
      ...inNievre(n),
      services: n % 2 === 0 ? 'Loisirs et créations numériques' : ''
    }))

/** The whole directory without timestamps and without the ids of places, which are compared separately by `links`. */
async function directory(database: Database) {
  const places = new Map((await placesIn(database)).map((place) => [place.id, place]))
  return (await recordsIn(database)).map(({ id, present, fingerprint, place }) => {
    const { status, codes, text } = places.get(place ?? '') ?? {}
    return { id, present, fingerprint, status, codes, text }
  })
}

const links = async (database: Database) =>
  (await recordsIn(database)).map(({ id, place }) => ({ id, place }))

/**
 * Imports the file again until this succeeds, because the server may still be busy with queries of the killed
 * process.
 */
async function again(database: Database, path: string) {
  for (;;) {
    try {
      return await importFile(database, 'mednum', path, OPTIONS)
    } catch (error) {
      if (!/under way/.test(String(error))) throw error
      await sleep(50)
    }
  }
}

async function killAfter(ms: number, path: string, config: Config): Promise<void> {
  const env = {
    ...process.env,
    DATA_DIR: config.DATA_DIR,
    ...(config.DATABASE_URL !== undefined && { DATABASE_URL: config.DATABASE_URL })
  }
  const child = spawn(process.execPath, [TYPESCRIPT, CHILD, path], {
    env,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const exited = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), exited])
  await sleep(ms)
  child.kill('SIGKILL')
  await exited
}

t.test(
  'an import killed at any moment and repeated gives the same result',
  { timeout: 600_000 },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'annuaire-anywhere-'))
    t.teardown(() => rm(folder, { recursive: true }))
    const days = [join(folder, 'one.json'), join(folder, 'two.json')] as const
    await Promise.all(days.map((path, day) => writeFile(path, JSON.stringify(dayOf(day as 0 | 1)))))

    const config = await testConfig(t)
    let database = await openDatabase(config)
    t.teardown(() => database.close())
    await importFile(database, 'mednum', days[0], OPTIONS)
    const started = performance.now()
    await importFile(database, 'mednum', days[1], OPTIONS)
    const wholeMs = performance.now() - started
    await importFile(database, 'mednum', days[0], OPTIONS)
    const expected = [await directory(database), undefined] as unknown[]
    await importFile(database, 'mednum', days[1], OPTIONS)
    expected[1] = await directory(database)
    const ids = await links(database)
    t.equal(ids.length, RECORDS)

    let interrupted = 0
    for (let moment = 0; moment < MOMENTS; moment++) {
      const day = moment % 2 === 0 ? 0 : 1
      const before = await versionOf(database)
      // Only one process can use the embedded database.
      if (database.kind === 'embedded') await database.close()
      await killAfter(Math.random() * wholeMs * 2, days[day], config)
      if (database.kind === 'embedded') database = await openDatabase(config)

      const { counts } = await again(database, days[day])
      if (counts.unchanged < counts.read) interrupted++
      t.equal(await versionOf(database), before + 1, 'everything in one version, once')
      t.same(await directory(database), expected[day])
    }
    t.same(await links(database), ids, 'and every record still belongs to its place')
    t.comment(`${interrupted} of ${MOMENTS} were killed before they had committed`)
  }
)
