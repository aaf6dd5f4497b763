import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { testConfig } from '../support/database.ts'
import { runsIn, stateOf } from '../support/inspect.ts'
import { inNievre } from '../support/nievre.ts'
import { TYPESCRIPT } from '../support/typescript-option.ts'

const CHILD = fileURLToPath(new URL('killed-import.ts', import.meta.url))

t.test('an import that is killed while writing leaves nothing behind, and can be run again', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-killed-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'nievre.json')
  const records = Array.from({ length: 1_500 }, (_, n) => ({
    id: `n${n}`,
    nom: `Espace numérique ${n}`,
    ...inNievre(n)
  }))
  await writeFile(path, JSON.stringify(records))

  const config = await testConfig(t)
  const opened = await openDatabase(config)
  const before = await stateOf(opened)
  await opened.close()

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
  const [said] = await Promise.race([once(child.stdout, 'data'), exited])
  t.equal(String(said), 'writing\n', 'it was in the middle of its transaction')
  child.kill('SIGKILL')
  t.same(await exited, [null, 'SIGKILL'])

  const database = await openDatabase(config)
  t.teardown(() => database.close())
  t.same(await stateOf(database), before)
  t.match(await runsIn(database), [{ status: 'running' }], 'it could not report it')

  const report = await importFile(database, 'mednum', path, { maxSize: 10 })
  t.match(report.counts, { read: 1_500, created: 1_500 })
  t.match(await runsIn(database), [{ status: 'failed' }, { status: 'done' }])
})
