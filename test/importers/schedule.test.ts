import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startSchedule } from '../../src/commands/imports/cadence.ts'
import { dueAt } from '../../src/domain/imports/cadence.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { testConfig, testDatabase } from '../support/database.ts'
import { type Answer, drips, fileServer, refuses, sends } from '../support/file-server.ts'
import { runsIn, stateOf } from '../support/inspect.ts'
import { ranBefore } from '../support/tamper.ts'

const LOOK_MS = 20
const SILENT = { info: () => {}, error: () => {} }
const BODY = JSON.stringify([{ id: '1', nom: 'EPN de Decize', commune: 'Decize', code_postal: '58300' }])

const sourceAt = (url: string, source = 'mednum') => ({ ...MEDNUM, source, url, cadence: 6 })

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(20)
}

t.test('a source is due after its interval on success, and with growing pauses after failures', async (t) => {
  const at = (text: string) => new Date(`2026-11-${text}Z`)
  const tried = { last_success: at('20T08:00:00'), last_try: at('21T08:00:00') }
  t.equal(dueAt(24, { last_success: null, last_try: null, failures: 0 }, 0.5), null, 'never fetched: now')
  const after = (failures: number, spread = 0) => dueAt(24, { ...tried, failures }, spread)?.toISOString()
  t.equal(after(0), '2026-11-21T08:00:00.000Z')
  t.equal(after(0, 1), '2026-11-21T10:24:00.000Z', 'spread over a tenth of the cadence')
  t.equal(after(1), '2026-11-21T08:05:00.000Z')
  t.equal(after(2), '2026-11-21T08:10:00.000Z')
  t.equal(after(2, 1), '2026-11-21T08:15:00.000Z', 'spread over half the interval')
  t.equal(after(40), '2026-11-22T08:00:00.000Z', 'never less often than its cadence')
})

t.test('each source is fetched on its schedule, independently of the others', async (t) => {
  const database = await testDatabase(t)
  const good = await fileServer(t, sends(BODY))
  const bad = await fileServer(t, refuses(404))
  const sources = [sourceAt(bad.url, 'cher'), sourceAt(good.url, 'nievre'), MEDNUM]
  const stop = startSchedule(database, sources, SILENT, LOOK_MS)
  t.teardown(stop)
  const count = async (expected: number) =>
    until(
      async () => (await runsIn(database)).filter(({ status }) => status !== 'running').length >= expected
    )

  await count(2)
  await sleep(LOOK_MS * 10)
  t.match(
    await runsIn(database),
    [
      { source: 'cher', status: 'failed', error: /404/ },
      { source: 'nievre', status: 'done' }
    ],
    'once each, not at every check; one without a URL is never fetched'
  )
  await ranBefore(database, '8 minutes')
  await count(3)
  t.equal((await runsIn(database))[2]?.source, 'cher', 'a failed fetch is repeated after some minutes')
  await ranBefore(database, '7 hours')
  await count(5)
  await sleep(LOOK_MS * 10)
  t.same(
    (await runsIn(database))
      .slice(3)
      .map(({ source }) => source)
      .sort(),
    ['cher', 'nievre'],
    'all of them by then'
  )
})

t.test('a process that stops cancels its import, which has then changed nothing', async (t) => {
  const database = await testDatabase(t)
  const server = await fileServer(t, drips(20))
  const before = await stateOf(database)
  const stop = startSchedule(database, [sourceAt(server.url)], SILENT, LOOK_MS)
  await until(() => server.requests.length > 0)
  await stop()
  t.match(await runsIn(database), [
    {
      status: 'failed',
      error: 'The import was interrupted, because the process was stopped. Nothing was changed.'
    }
  ])
  t.same(await stateOf(database), before)
  await sleep(LOOK_MS * 5)
  t.equal(server.requests.length, 1, 'and does not check again')
})

t.test(
  'of several processes only one fetches at a time',
  { skip: process.env.DATABASE_URL ? false : 'the embedded database has one process' },
  async (t) => {
    const config = await testConfig(t)
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase(config)))
    t.teardown(() => Promise.all(databases.map((database) => database.close())))
    let [now, most] = [0, 0]
    const slow: Answer = (_request, response) => {
      now++
      most = Math.max(most, now)
      setTimeout(() => {
        now--
        response.writeHead(200, { 'content-type': 'application/json' }).end(BODY)
      }, 100)
    }
    const server = await fileServer(t, slow)
    const sources = ['allier', 'cher', 'nievre', 'yonne'].map((slug) =>
      sourceAt(`${server.url}?${slug}`, slug)
    )
    const stops = databases.map((database) => startSchedule(database, sources, SILENT, LOOK_MS))
    const [first] = databases
    if (first === undefined) throw new Error('no database')
    await until(async () => (await runsIn(first)).filter(({ status }) => status === 'done').length >= 4)
    await sleep(LOOK_MS * 10)
    await Promise.all(stops.map((stop) => stop()))
    t.equal(most, 1)
    t.equal((await runsIn(first)).length, 4, 'each once, by any of the processes')
  }
)
