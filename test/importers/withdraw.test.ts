import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { importFile } from '../../src/commands/imports/import.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import {
  changesIn,
  placeOfRecord,
  placesIn,
  recordsIn,
  runsIn,
  stateOf,
  versionOf
} from '../support/inspect.ts'
import { merge, moveRecords } from '../support/tamper.ts'

const OPTIONS = { maxSize: 10 }

const folder = await mkdtemp(join(tmpdir(), 'annuaire-withdraw-'))
t.teardown(() => rm(folder, { recursive: true }))

async function fileOf(records: readonly Record<string, unknown>[]): Promise<string> {
  const path = join(folder, `${uuidv7()}.json`)
  await writeFile(path, JSON.stringify(records))
  return path
}

const epn = (id: number | string, more: Record<string, unknown> = {}) => ({
  id: String(id),
  nom: `Espace numérique ${id}`,
  commune: 'Nevers',
  code_postal: '58000',
  source: 'hinaura',
  ...more
})

const ten = Array.from({ length: 10 }, (_, n) => epn(n))

const take = async (database: Database, records: readonly Record<string, unknown>[], more: object = {}) =>
  importFile(database, 'mednum', await fileOf(records), { ...OPTIONS, ...more })

t.test('a place missing from a complete file is withdrawn, and returns with its id', async (t) => {
  const database = await testDatabase(t)
  await take(database, ten)
  const before = await placeOfRecord(database, 'hinaura:9')
  const version = await versionOf(database)

  const dry = await take(database, ten.slice(0, 9), { dryRun: true })
  t.equal(dry.counts.withdrawn, 1, 'a dry run reports it')
  t.equal(await versionOf(database), version, 'and does nothing')

  const gone = await take(database, ten.slice(0, 9))
  t.match(gone.counts, { read: 9, unchanged: 9, withdrawn: 1 })
  t.match(await placeOfRecord(database, 'hinaura:9'), { id: before.id, status: 'withdrawn', present: false })
  t.same((await placeOfRecord(database, 'hinaura:9')).raw, before.raw, 'what the directory contained is kept')
  t.equal(await versionOf(database), version + 1)
  t.match((await changesIn(database)).at(-1), { kind: 'withdrawn', place: before.id })
  t.equal((await runsIn(database)).at(-1)?.withdrawn, 1)

  const state = await stateOf(database)
  t.match((await take(database, ten.slice(0, 9))).counts, { unchanged: 9, withdrawn: 0 })
  t.same(await stateOf(database), state, 'the same file again changes nothing')

  const back = await take(database, ten)
  t.match([back.returned, back.counts.withdrawn], [1, 0])
  t.match(await placeOfRecord(database, 'hinaura:9'), { id: before.id, status: 'active', present: true })
  t.same((await placeOfRecord(database, 'hinaura:9')).document, before.document)
})

t.test('a place keeps the data of its other records', async (t) => {
  const database = await testDatabase(t)
  const bare = { services: '' }
  await take(database, [epn(1, { telephone: '0386000000' }), epn(2, bare), ...ten.slice(3)])
  const [one, two] = [await placeOfRecord(database, 'hinaura:1'), await placeOfRecord(database, 'hinaura:2')]
  // The two places are merged, as the matching would do it.
  await moveRecords(database, two.id, one.id)
  await merge(database, two.id, one.id)
  const gone = await take(database, [epn(2, { ...bare, nom: 'EPN des Bords de Loire' }), ...ten.slice(3)])
  t.match(gone.counts, { updated: 1, withdrawn: 1 })
  const left = await placeOfRecord(database, 'hinaura:2')
  t.match(left, { id: one.id, status: 'active' })
  t.match(left.document, {
    name: 'EPN des Bords de Loire',
    contacts: { phone: null },
    sources: [{ id: 'hinaura:2' }]
  })
  const changes = (await changesIn(database)).filter(({ place }) => place === one.id)
  t.same(
    changes.map(({ kind }) => kind),
    ['created', 'updated']
  )
})

t.test('a file is complete only for the producers in it', async (t) => {
  const database = await testDatabase(t)
  const others = [epn('a', { source: 'Département 72' }), epn('b', { source: '' }), epn('c', { source: '' })]
  await take(database, [...ten, ...others])
  const { counts } = await take(database, ten.slice(1))
  t.equal(counts.withdrawn, 1)
  t.equal((await placeOfRecord(database, 'departement-72:a'))?.status, 'active')
  t.equal((await placeOfRecord(database, 'b'))?.status, 'active')

  const unnamed = await take(database, [epn('b', { source: '' })], { maxWithdrawn: 50 })
  t.equal(unnamed.counts.withdrawn, 1, 'records without a producer count as one producer')
})

t.test('a partial file withdraws nothing', async (t) => {
  const database = await testDatabase(t)
  await take(database, ten)
  t.match((await take(database, ten.slice(9), { partial: true })).counts, { unchanged: 1, withdrawn: 0 })
  t.match(await runsIn(database), [{ partial: false }, { partial: true }])
})

t.test('a present but unreadable record stays as it was', async (t) => {
  const database = await testDatabase(t)
  await take(database, ten)
  const { counts } = await take(database, [...ten.slice(1), epn(0, { nom: '' })])
  t.match(counts, { read: 10, unchanged: 9, rejected: 1, withdrawn: 0 })
  t.match(await placeOfRecord(database, 'hinaura:0'), { status: 'active', present: true })
})

t.test('the guard: a run that would withdraw more than a fifth changes nothing', async (t) => {
  const database = await testDatabase(t)
  await take(database, ten)
  const before = await stateOf(database)
  const changed = [epn(0, { nom: 'Renommé' }), ...ten.slice(1, 7)]
  for (const dryRun of [true, false]) {
    await t.rejects(take(database, changed, { dryRun }), {
      name: 'ImportRefused',
      message:
        /^3 of the 10 records are not in the file \(30.0 %\).*more than 20 %.*nothing was changed.*--force/
    })
  }
  t.same(await stateOf(database), before)
  t.match((await runsIn(database)).at(-1), { status: 'failed', withdrawn: 0 })

  t.equal((await take(database, ten.slice(2))).counts.withdrawn, 2, 'exactly a fifth may be withdrawn')
  t.equal((await take(database, ten.slice(5), { maxWithdrawn: 40 })).counts.withdrawn, 3, 'more, if allowed')
  t.equal(
    (await take(database, ten.slice(9), { force: true })).counts.withdrawn,
    4,
    'any number with --force'
  )
})

t.test('the guard checks each larger producer too', async (t) => {
  const database = await testDatabase(t)
  const many = (source: string, count: number) => Array.from({ length: count }, (_, n) => epn(n, { source }))
  const whole = [...many('hinaura', 400), ...many('paca', 50), ...many('corse', 4)]
  await take(database, whole)
  const without = (source: string, count: number) =>
    whole.filter((record) => record.source !== source || Number(record.id) >= count)
  await t.rejects(take(database, without('paca', 11)), { message: /11 of the 50 records of paca/ })
  t.equal(
    (await take(database, without('corse', 3))).counts.withdrawn,
    3,
    'not at the few records of a small producer'
  )
})

const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const dayOf = (day: string) => join(SHARED, 'mednum', `hub-du-sud-paca-202305${day}-standard.json`)

t.test(
  'two days of one real producer: only what is missing on the second is withdrawn',
  { skip: !existsSync(dayOf('17')) && 'the real files are not there' },
  async (t) => {
    const database = await testDatabase(t)
    await importFile(database, 'mednum', dayOf('16'), OPTIONS)
    const visible = async () =>
      (await placesIn(database)).map(({ id, status, merged_into, text }) => ({
        id,
        status,
        merged_into,
        text
      }))
    const atFirst = await visible()
    const before = await stateOf(database)
    await t.rejects(importFile(database, 'mednum', dayOf('17'), OPTIONS), {
      message: /of (france-services|cr93) are not in the file/
    })
    t.same(await stateOf(database), before, 'the limit applies: one producer lost a third of its records')

    // The records that are not in the second file, computed without the program.
    const read = async (day: string) =>
      (JSON.parse(await readFile(dayOf(day), 'utf8')) as readonly Record<string, unknown>[]).map(
        ({ source, id }) => `${source}:${id}`
      )
    const [first, second] = [await read('16'), new Set(await read('17'))]
    const gone = first.filter((key) => !second.has(key)).sort()
    t.equal(gone.length, 146)

    const { counts } = await importFile(database, 'mednum', dayOf('17'), { ...OPTIONS, force: true })
    t.match(counts, { read: 646, created: 0, updated: 0, unchanged: 646, rejected: 0, withdrawn: 146 })
    const withdrawn = (await recordsIn(database)).filter(({ present }) => !present)
    t.same(
      withdrawn.map(({ id }) => id),
      gone
    )

    const back = await importFile(database, 'mednum', dayOf('16'), OPTIONS)
    t.match([back.counts.created, back.returned, back.counts.unchanged], [0, 146, 646])
    t.same(await visible(), atFirst, 'and all places are unchanged')
  }
)
