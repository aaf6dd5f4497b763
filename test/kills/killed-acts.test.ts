import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type Config, readConfig } from '../../src/config.ts'
import { prepareDirectory } from '../../src/prepare-directory.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { PATIENT, testConfig } from '../support/database.ts'
import { emptyFolder } from '../support/embedded-template.ts'
import { fileServer, sends } from '../support/file-server.ts'
import { createSource } from '../support/records.ts'
import { emptyServerDatabase } from '../support/server-template.ts'
import { TYPESCRIPT } from '../support/typescript-option.ts'
import { type Act, performPatiently } from './acts.ts'
import { keyFor, mednumDay, networkDay, personOf } from './directory.ts'
import { directoryState, schemaState } from './state.ts'

// Two directories go through the same acts. In one of them, each act is killed at a random moment, and repeated.
//
//   KILLS=100 DATABASE_URL=… npx tap run --disable-coverage --timeout=3000 test/kills/killed-acts.test.ts

const CHILD = fileURLToPath(new URL('one-act.ts', import.meta.url))
const isServer = Boolean(process.env.DATABASE_URL)

/** Each kill of the embedded database takes seconds, because it is opened twice. */
const KILLS = Number(process.env.KILLS ?? (isServer ? 6 : 2))

/** A first start takes a second on a server, and tens of seconds on the embedded database: there it is run by hand. */
const STARTS = Number(process.env.STARTS ?? (isServer ? 1 : 0))

const environmentOf = (config: Config) => ({
  ...process.env,
  DATA_DIR: config.DATA_DIR,
  ...(config.DATABASE_URL !== undefined && { DATABASE_URL: config.DATABASE_URL })
})

/** Whether the process was killed before it had ended by itself. */
async function killAfter(ms: number, config: Config, ...args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [TYPESCRIPT, CHILD, ...args], {
    env: environmentOf(config),
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const exited = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), exited])
  await sleep(ms)
  child.kill('SIGKILL')
  const [, signal] = await exited
  return signal === 'SIGKILL'
}

t.test(
  'imports, syncs, uploads, decisions and erasures that are killed and repeated give the same directory',
  { timeout: 6_000_000 },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'annuaire-killed-'))
    t.teardown(() => rm(folder, { recursive: true }))
    const server = await fileServer(t)
    const config = await testConfig(t)
    const whole = await openDatabase(await testConfig(t))
    t.teardown(() => whole.close())
    let killed: Database = await openDatabase(config)
    t.teardown(() => killed.close())
    const key = keyFor('reseau')
    for (const database of [whole, killed]) {
      // Most of its places are those of the other source, which a new source may not claim.
      await createSource(database, 'reseau', 10, { accepted: true })
      await key.addTo(database)
    }

    const actAt = async (n: number): Promise<Act> => {
      const day = Math.floor(n / 7)
      switch (n % 7) {
        case 0: {
          const path = join(folder, `${n}.json`)
          await writeFile(path, JSON.stringify(mednumDay(day)))
          return { what: 'import', path }
        }
        case 1:
        case 4:
          return { what: 'put', source: 'reseau', body: networkDay(n), token: key.token }
        case 2:
          return decision(day, 'same')
        case 3:
          server.answers(sends(JSON.stringify(mednumDay(day + 1))))
          return { what: 'sync', url: server.url }
        case 5:
          return { what: 'erase', name: personOf(day) }
        default:
          return decision(day, day % 2 === 0 ? 'undo' : 'different')
      }
    }

    const interrupted: Record<string, number> = {}
    for (let n = 0; n < KILLS; n++) {
      const act = await actAt(n)
      const path = join(folder, `act-${n}.json`)
      await writeFile(path, JSON.stringify(act))
      const begun = performance.now()
      await performPatiently(whole, act)
      const wholeMs = performance.now() - begun

      // Only one process can use the embedded database.
      if (killed.kind === 'embedded') await killed.close()
      if (await killAfter(Math.random() * wholeMs * 2, config, path))
        interrupted[act.what] = (interrupted[act.what] ?? 0) + 1
      if (killed.kind === 'embedded') killed = await openDatabase(config)
      await performPatiently(killed, act)

      const [expected, found] = await Promise.all([whole, killed].map(directoryState))
      t.equal(found?.unfinishedRuns, 0, `${n}, ${act.what}: no run counts as running`)
      // Their texts first: a comparison of thousands of values takes seconds.
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        t.same(found, expected, `${n}, ${act.what}: the same directory`)
        return
      }
    }
    t.comment(`of ${KILLS} acts, killed before they had ended: ${JSON.stringify(interrupted)}`)
  }
)

t.test(
  'a first start that is killed and repeated gives the same database',
  { timeout: 6_000_000 },
  async (t) => {
    const expected = await schemaOf(await emptyPlace(t))
    for (let n = 0; n < STARTS; n++) {
      const config = await emptyPlace(t)
      const isKilled = await killAfter(Math.random() * 1.2 * expected.ms, config)
      const { ms, ...found } = await schemaOf(config)
      t.same(found, { state: expected.state }, `${n}, ${isKilled ? 'killed' : 'ended before'}`)
    }
  }
)

/** Where a database may be made. */
async function emptyPlace(t: Test): Promise<Config> {
  const url = process.env.DATABASE_URL
  return readConfig({ ...PATIENT, ...(url ? await emptyServerDatabase(t, url) : await emptyFolder(t)) })
}

/** Starts on this database. Returns what is then in it, and how long that took. */
async function schemaOf(config: Config) {
  const begun = performance.now()
  const database = await openDatabase(config)
  try {
    await prepareDirectory(database)
    return { state: await schemaState(database), ms: performance.now() - begun }
  } finally {
    await database.close()
  }
}

const decision = (day: number, verdict: 'same' | 'different' | 'undo'): Act => ({
  what: 'decide',
  pair: [
    ['mednum', String(20 + 10 * (day % 5))],
    ['reseau', String(21 + 10 * (day % 5))]
  ],
  verdict
})
