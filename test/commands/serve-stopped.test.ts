import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { writingScope } from '../../src/domain/access/api-keys.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { writersLock } from '../../src/store/db/locks.sql.ts'
import { inTransaction } from '../../src/store/db/transaction.ts'
import { apiOver } from '../support/app.ts'
import { testConfig } from '../support/database.ts'
import { runsIn, stateOf, writersWaitingIn } from '../support/inspect.ts'
import { inNievre } from '../support/nievre.ts'
import { createKey, createSource, ndjson } from '../support/records.ts'
import { TYPESCRIPT } from '../support/typescript-option.ts'

const CHILD = fileURLToPath(new URL('serve-impatient.ts', import.meta.url))

const RECORDS = Array.from({ length: 40 }, (_, n) => {
  const { commune, code_postal } = inNievre(n)
  return {
    id: String(n),
    content: { name: `Espace ${n}`, address: { city: commune, postcode: code_postal } }
  }
})

/** Serves in a process of its own. Returns its address, and a function that sends SIGTERM, and its exit status. */
async function served(t: Test, url: string) {
  const child = spawn(process.execPath, [TYPESCRIPT, CHILD], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: '0',
      HOST: '127.0.0.1',
      SAMPLE_PLACES: '0',
      LOG_LEVEL: 'silent'
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const base = /^API: (.*)\/v1\/places$/.exec(line)?.[1]
    if (base === undefined) continue
    child.stdout.resume()
    const stop = () => child.kill('SIGTERM')
    return { base, stop, ended: ended.then(([status]) => status) }
  }
  throw new Error('The process ended before it served.')
}

t.test(
  'a process that is stopped interrupts its import, whatever that waits for, and ends',
  {
    skip: !process.env.DATABASE_URL && 'only on a server can an import wait for another process',
    timeout: 600_000
  },
  async (t) => {
    const config = await testConfig(t)
    const database = await openDatabase(config)
    t.teardown(() => database.close())
    await createSource(database, 'nievre')
    const { token } = await createKey(database, [writingScope('nievre')])
    const request = {
      method: 'PUT' as const,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
    }
    // On a busy machine, the process may refuse the first tries.
    const send = async (url: string) => {
      for (;;) {
        const answer = await fetch(url, { ...request, body: ndjson(RECORDS) })
        const problem = await answer.json()
        const { status, headers } = answer
        if (problem.type !== '/problems/temporary-reduced-capacity')
          return { status, retryAfter: headers.get('retry-after'), problem }
        await sleep(100)
      }
    }
    const path = '/v1/sources/nievre/records?mode=complete'
    const { base, stop, ended } = await served(t, config.DATABASE_URL ?? '')
    const before = await stateOf(database)
    // The chores of the process wait too.
    const isImportWaiting = async () =>
      (await runsIn(database)).some(({ status }) => status === 'running') &&
      (await writersWaitingIn(database)) > 0

    await inTransaction(database.batch, async (writer) => {
      await writer.query(writersLock())
      const answering = send(`${base}${path}`)
      while (!(await isImportWaiting())) await sleep(20)
      stop()
      t.match(await answering, {
        status: 503,
        retryAfter: /\d/,
        problem: { type: '/problems/import-interrupted' }
      })
    })
    t.equal(await ended, 0)
    t.same(await stateOf(database), before, 'nothing was changed')
    t.match(await runsIn(database), [{ status: 'failed', error: /interrupted/ }])

    const { ask } = await apiOver(t, database)
    const again = { ...request, url: path, payload: ndjson(RECORDS) }
    t.match((await ask(again)).json().counts, { created: RECORDS.length, rejected: 0 })
    t.match((await ask(again)).json().counts, { unchanged: RECORDS.length, created: 0 })
  }
)
