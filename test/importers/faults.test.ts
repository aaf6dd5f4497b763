import { gzipSync } from 'node:zlib'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import type { Opened } from '../../src/importers/parse/bytes.ts'
import { inputFrom } from '../../src/importers/run/input.ts'
import { type Input, runImport } from '../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { type Database, openDatabase } from '../../src/store/db/database.ts'
import { createImportStore } from '../../src/store/imports/import-store.ts'
import { testDatabase } from '../support/database.ts'
import { type Answer, cutsOff, drips, fileServer, refuses, sends } from '../support/file-server.ts'
import { nameOf, runsIn, stateOf } from '../support/inspect.ts'
import { inNievre } from '../support/nievre.ts'
import { cutImports, stageIn } from '../support/tamper.ts'
import { LOOKUPS } from './mapping.ts'

const records = (count: number, name = 'Espace numérique') =>
  Array.from({ length: count }, (_, n) => ({
    id: String(n),
    nom: `${name} ${n}`,
    ...inNievre(n)
  }))

const LIMITS = { answerMs: 5_000, idleMs: 5_000, totalMs: 20_000, attempts: 2, pauseMs: 5 }

function run(database: Database, input: Input, newId: () => string = uuidv7) {
  const clock = { newId, now: () => new Date() }
  const store = createImportStore({ batch: database.batch, newId: uuidv7, now: clock.now })
  return runImport(MEDNUM, input, { store, lookups: LOOKUPS, ...clock }, { dryRun: false })
}

const fetching = (url: string, limits: Partial<typeof LIMITS> & { readonly maxBytes?: number } = {}): Input =>
  inputFrom(url, {
    maxMegabytes: 10,
    stdin: process.stdin,
    program: 'test',
    limits: { ...LIMITS, ...limits }
  })

/** A file that runs some code while it is read. */
const reading = (text: string, inTheMiddle: () => Promise<unknown>): Input => ({
  origin: 'charite.json',
  open: async (): Promise<Opened> => ({
    bytes: (async function* () {
      yield Buffer.from(text.slice(0, text.length - 100))
      await inTheMiddle()
      yield Buffer.from(text.slice(text.length - 100))
    })(),
    hash: () => ''
  })
})

t.test(
  'a server that fails in the middle of a sync changes nothing, and the next sync is whole',
  async (t) => {
    const database = await testDatabase(t)
    const first = JSON.stringify(records(2_500))
    const second = JSON.stringify(records(2_500, 'Médiathèque'))
    const server = await fileServer(t, sends(first))
    await run(database, fetching(server.url))
    const before = await stateOf(database)

    const packed = gzipSync(second)
    const cases: readonly (readonly [string, Answer, object, RegExp])[] = [
      ['connection cut', cutsOff(second), {}, /cut before the end/],
      ['500s', refuses(500), {}, /answers 500/],
      ['drip', drips(20), { totalMs: 400 }, /longer than 0.4 s/],
      ['error page', sends('<html>', { 'content-type': 'text/html' }), {}, /web page/],
      ['error page in disguise', sends('<!doctype html><p>Erreur'), {}, /HTML page/],
      [
        'truncated gzip',
        sends(packed.subarray(0, packed.length - 500)),
        {},
        /gzip file is damaged or truncated/
      ],
      [
        'JSON cut short by whoever wrote it',
        sends(second.slice(0, -200)),
        {},
        /JSON is truncated or damaged/
      ],
      ['too large', sends(second), { maxBytes: 10_000 }, /larger than/],
      ['empty', sends(''), {}, /is empty/]
    ]
    for (const [what, answer, limits, message] of cases) {
      server.answers(answer)
      await t.rejects(run(database, fetching(server.url, limits)), { name: 'ImportRefused', message }, what)
      t.same(await stateOf(database), before, `${what}: nothing changed`)
    }
    const failed = (await runsIn(database)).filter(({ status }) => status === 'failed')
    t.equal(failed.length, cases.length, 'each is recorded')
    t.notMatch(failed.map(({ error }) => error).join(), /annuaire-\w+\/download/, 'by its address')

    server.answers(refuses(503), cutsOff(second), sends(gzipSync(second), { 'content-encoding': 'gzip' }))
    t.match(await run(database, fetching(server.url, { attempts: 3 })), { counts: { updated: 2_500 } })
  }
)

t.test(
  'a lost database connection leaves nothing behind, at any point',
  { skip: process.env.DATABASE_URL ? false : 'the embedded database has no connections to cut' },
  async (t) => {
    const database = await testDatabase(t)
    const text = JSON.stringify(records(2_500))
    const before = await stateOf(database)
    const cut = () => cutImports(database)
    await t.rejects(run(database, reading(text, cut)), 'while the file is set aside')
    t.same(await stateOf(database), before)

    let made = 0
    const newId = () => {
      made += 1
      if (made === 1_200) cut().catch(() => {})
      return uuidv7()
    }
    await t.rejects(
      run(
        database,
        reading(text, async () => {}),
        newId
      ),
      'while it is written'
    )
    t.same(await stateOf(database), before)
    t.match(await runsIn(database), [{ status: 'failed' }, { status: 'failed' }])
    t.match(
      await run(
        database,
        reading(text, async () => {})
      ),
      { counts: { created: 2_500 } }
    )
  }
)

t.test('of two simultaneous runs, the second is refused and the first completes', async (t) => {
  const database = await testDatabase(t)
  const text = JSON.stringify(records(1_200))
  const meanwhile = async () => {
    await t.rejects(
      run(
        database,
        reading(text, async () => {})
      ),
      {
        message: /Another import of mednum is under way/
      }
    )
  }
  t.match(await run(database, reading(text, meanwhile)), { counts: { created: 1_200 } })
  t.match(await runsIn(database), [{ status: 'done', created: 1_200 }])
})

// For manual use with a file system of 12 MB, which is given to PostgreSQL by CREATE TABLESPACE.
t.test(
  'a full disk during a download fails only that run',
  {
    skip:
      process.env.ANNUAIRE_TINY_TABLESPACE === undefined &&
      'ANNUAIRE_TINY_TABLESPACE names no tablespace of a few megabytes'
  },
  async (t) => {
    const database = await testDatabase(t)
    const tiny = process.env.ANNUAIRE_TINY_TABLESPACE ?? ''
    const name = await nameOf(database)
    const set = (tablespace: string) => stageIn(database, tablespace)
    await run(
      database,
      reading(JSON.stringify(records(1)), async () => {})
    )
    const before = await stateOf(database)
    await set(tiny)
    // A new connection is opened, because open connections keep the settings with which they were opened.
    const url = new URL(process.env.DATABASE_URL ?? '')
    url.pathname = `/${name}`
    const other = await openDatabase(readConfig({ DATABASE_URL: url.href }))
    try {
      const many = JSON.stringify(records(60_000))
      await t.rejects(
        run(
          other,
          reading(many, async () => {})
        ),
        { message: /No space left on device/ }
      )
    } finally {
      await other.close()
      await set('')
    }
    t.same(await stateOf(database), before)
    t.match((await runsIn(database)).at(-1), { status: 'failed', error: /No space left on device/ })
  }
)
