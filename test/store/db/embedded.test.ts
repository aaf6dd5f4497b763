import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { chmod, mkdir, rm, symlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { readConfig } from '../../../src/config.ts'
import { type Database, openDatabase } from '../../../src/store/db/database.ts'
import { localAddress } from '../../../src/store/db/embedded/address.ts'
import { lockFolder } from '../../../src/store/db/embedded/lock.ts'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { PATIENT } from '../../support/database.ts'
import { emptyFolder } from '../../support/embedded-template.ts'
import { TYPESCRIPT } from '../../support/typescript-option.ts'

const HOLDER = fileURLToPath(new URL('../../support/hold-database.ts', import.meta.url))

const onPosix = process.platform === 'win32' ? { skip: 'sockets are files on POSIX only' } : {}

t.test(
  'a process killed in a transaction leaves every committed row, and its folder opens again',
  async (t) => {
    const { DATA_DIR } = await emptyFolder(t)
    const holder = await holdDatabase(t, DATA_DIR, 'Quimper')

    await t.rejects(
      openDatabase(readConfig({ ...PATIENT, DATA_DIR })),
      { message: new RegExp(`in use by process ${holder.pid}.*DATA_DIR.*DATABASE_URL`) },
      'a second process gets the owner of the folder and what to do'
    )

    holder.kill('SIGKILL')
    await once(holder, 'exit')
    if (process.platform !== 'win32') t.ok(existsSync(join(DATA_DIR, 'socket')), 'its socket file is left')

    const database = await openDatabase(readConfig({ ...PATIENT, DATA_DIR }))
    t.same(await towns(database), ['Quimper'])
    await database.close()
    t.notOk(existsSync(join(DATA_DIR, 'socket')), 'closing leaves no socket')
    t.notOk(existsSync(join(DATA_DIR, 'lock')), 'nor a lock')
  }
)

t.test('the embedded database', async (t) => {
  const { DATA_DIR } = await emptyFolder(t)
  const database = await openDatabase(readConfig({ ...PATIENT, DATA_DIR, DB_POOL_MAX: '8' }))
  t.teardown(() => database.close())

  await t.test('keeps queries of many connections separate, including failures', async (t) => {
    const asked = Array.from({ length: 200 }, (_, index) => index)
    const answers = await Promise.all(asked.map((index) => askSomething(database, index)))
    t.same(answers, asked.map(expectedAnswer))
  })

  await t.test('keeps them separate after waiting for a transaction', async (t) => {
    let isOver = false
    const writing = (async () => {
      while (!isOver) await inTransaction(database.batch, (client) => client.query('SELECT pg_sleep(0.001)'))
    })()
    const reading = Array.from({ length: 8 }, async (_, reader) => {
      for (let asked = 0; asked < 40; asked += 1) {
        const { rows } = await database.pool.query(`SELECT $1::int AS reader_${reader}`, [asked])
        t.same(rows, [{ [`reader_${reader}`]: asked }])
      }
    })
    await Promise.allSettled(reading)
    isOver = true
    await Promise.all([...reading, writing])
  })

  await t.test('continues if a connection ends between a query and its Sync', async (t) => {
    const broken = connect({ path: localAddress(DATA_DIR, 'socket') })
    await once(broken, 'connect')
    // A startup message, then a Parse ("SELECT 1") without further messages.
    broken.write(Buffer.from('\0\0\0\x11\0\x03\0\0user\0me\0\0', 'latin1'))
    await once(broken, 'data')
    broken.write(Buffer.from('P\0\0\0\x10\0SELECT 1\0\0\0', 'latin1'))
    await once(broken, 'data')
    const asked = database.pool.query('SELECT 2 AS it')
    broken.destroy()
    t.same((await asked).rows, [{ it: 2 }])
  })

  await t.test('does not block the process during a slow query', async (t) => {
    const query = database.batch.query('SELECT count(*) FROM generate_series(1, 3000000)')
    t.ok((await turnsDuring(query)) > 500, 'in its own thread there would be only a few')
  })

  await t.test('restarts by itself if its engine fails', async (t) => {
    await database.batch.query('CREATE TABLE survivor (town text)')
    await database.batch.query("INSERT INTO survivor VALUES ('Bayeux')")
    // The engine does not support COPY FROM STDIN and fails: see src/store/db/embedded/worker.ts.
    await t.rejects(database.pool.query('COPY survivor FROM STDIN'))
    t.same(await untilItAnswers(database, 'SELECT town FROM survivor'), [{ town: 'Bayeux' }])
  })
})

t.test('of several processes that find the lock of a dead one, only one gets it', onPosix, async (t) => {
  const { DATA_DIR } = await emptyFolder(t)
  const dies = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  await once(spawn(process.execPath, ['-e', dies, join(DATA_DIR, 'lock')]), 'exit')
  t.ok(existsSync(join(DATA_DIR, 'lock')))
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(DATA_DIR)))
  const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  t.equal(won.length, 1)
  await won[0]?.release()
  await (await lockFolder(DATA_DIR)).release()
})

t.test('if the path of a folder is too long for a socket, the sockets are elsewhere', onPosix, async (t) => {
  const { DATA_DIR } = await emptyFolder(t)
  const deep = join(DATA_DIR, 'mediatheque-'.repeat(10), 'espace-public-numerique-'.repeat(4))
  await mkdir(deep, { recursive: true })
  const address = localAddress(deep, 'socket')
  t.teardown(() => rm(dirname(address), { recursive: true }))
  t.ok(Buffer.byteLength(address) <= 100)
  t.equal(localAddress(deep, 'socket'), address, 'the same for every process')
  t.equal(statSync(dirname(address)).mode & 0o077, 0, 'and accessible only to its owner')
  const lock = await lockFolder(deep)
  await t.rejects(lockFolder(deep), { message: /in use/ })
  await lock.release()
})

t.test('a folder for the sockets that is not of this user alone is not used', onPosix, async (t) => {
  const { DATA_DIR } = await emptyFolder(t)
  const deep = join(DATA_DIR, 'mediatheque-'.repeat(10), 'fablab-'.repeat(4))
  await mkdir(deep, { recursive: true })
  const folder = dirname(localAddress(deep, 'socket'))
  t.teardown(() => rm(folder, { recursive: true }))
  await chmod(folder, 0o755)
  t.throws(
    () => localAddress(deep, 'socket'),
    { message: /not a folder of this user alone/ },
    'others may enter it'
  )
  await rm(folder, { recursive: true })
  await symlink(DATA_DIR, folder)
  t.throws(() => localAddress(deep, 'socket'), { message: /not a folder/ }, 'it leads elsewhere')
})

async function holdDatabase(t: Test, folder: string, town: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [TYPESCRIPT, HOLDER, folder, town], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  t.teardown(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

const towns = async (database: Database): Promise<readonly string[]> =>
  (await database.pool.query('SELECT name FROM town')).rows.map(({ name }) => name)

/** Sends one of four queries: two succeed, one fails at run time, and one names an unknown column. */
async function askSomething({ pool }: Database, index: number): Promise<unknown> {
  const questions = [
    () => pool.query('SELECT $1::int AS it', [index]),
    () => pool.query('SELECT $1::int + 0 AS it, $2::text', [index, 'Brest']),
    () => pool.query('SELECT 1 / ($1::int - $1::int) AS it', [index]),
    () => pool.query('SELECT $1::int, no_such_column', [index])
  ]
  return questions[index % 4]!().then(
    ({ rows }) => rows[0]?.it,
    (error) => error.code
  )
}

const expectedAnswer = (index: number): unknown => [index, index, '22012', '42703'][index % 4]

async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0
  let working = true
  const ended = work.finally(() => {
    working = false
  })
  for (; working; turns++) await new Promise((resolve) => setImmediate(resolve))
  await ended
  return turns
}

async function untilItAnswers({ batch }: Database, question: string): Promise<readonly unknown[]> {
  for (;;) {
    const answer = await batch.query(question).catch(() => undefined)
    if (answer) return answer.rows
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
