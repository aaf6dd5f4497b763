import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { importFile } from '../../src/commands/imports/import.ts'
import { describeReport } from '../../src/commands/imports/import-report.ts'
import type { ImportStore } from '../../src/domain/imports/import-ports.ts'
import { openBytes } from '../../src/importers/parse/bytes.ts'
import { processStopped } from '../../src/importers/refused.ts'
import { type ImportDeps, runImport } from '../../src/importers/run/run-import.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { createImportStore } from '../../src/store/imports/import-store.ts'
import { apiOver, type Page } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import {
  changesIn,
  indexesOf,
  labelCodesOf,
  placeOf,
  placeOfRecord,
  placesIn,
  recordOf,
  recordsIn,
  rejectionsIn,
  runsIn,
  sourcesIn,
  stateOf,
  unmappedIn
} from '../support/inspect.ts'
import { merge, withdraw } from '../support/tamper.ts'
import { LOOKUPS } from './mapping.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/mednum/${name}`, import.meta.url))
const V1 = fixture('standard-1.0.2.csv')
const V0 = fixture('standard-0.1.json')
/** A snapshot. Review it when it changes: `npx tap run test/importers/import.test.ts --snapshot` writes it. */
const SHOWN = fixture('imported.snapshot.cjs')
const OPTIONS = { maxSize: 10 }
/** Partial imports, which withdraw nothing: missing records are covered by withdraw.test.ts. */
const PARTIAL = { ...OPTIONS, partial: true }

const pretty = (document: unknown) => JSON.stringify(document, null, 2)

const folder = await mkdtemp(join(tmpdir(), 'annuaire-import-'))
t.teardown(() => rm(folder, { recursive: true }))

async function fileOf(records: readonly Record<string, unknown>[]): Promise<string> {
  const path = join(folder, `${uuidv7()}.json`)
  await writeFile(path, JSON.stringify(records))
  return path
}

const epn = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  nom: `Espace numérique ${id}`,
  commune: 'Nevers',
  code_postal: '58000',
  date_maj: '2024-01-01',
  ...more
})

t.test('a file of the standard 1.0.2 is imported, and the report lists the rest', async (t) => {
  t.snapshotFile = SHOWN
  const database = await testDatabase(t)
  const before = await stateOf(database)

  const dry = await importFile(database, 'mednum', V1, { ...OPTIONS, dryRun: true })
  t.same(await stateOf(database), before, 'a dry run writes nothing')
  t.same([...(await runsIn(database)), ...(await sourcesIn(database))], [], 'and the run is not recorded')

  const report = await importFile(database, 'mednum', V1, OPTIONS)
  const plain = (it: typeof report) => ({ ...it, dry_run: null, duration_ms: null })
  t.same(plain(report), plain(dry), 'and reports what the import then does')
  t.matchSnapshot(
    describeReport({ ...report, origin: 'standard-1.0.2.csv', duration_ms: 0 }),
    'the report as people read it'
  )

  const bayeux = (await placesIn(database)).find(({ commune }) => commune === '14047')
  t.matchSnapshot(pretty(bayeux?.document), 'the place as the API shows it')
  t.match(bayeux, { status: 'active', lat: 49.2764, lon: -0.7024, department: '14', postcode: '14400' })
  t.same(await labelCodesOf(database, String(bayeux?.id)), [
    'aidants-connect',
    'etapes-numeriques-la-poste',
    'forme-a-mon-espace-sante',
    'france-services',
    'netpublic'
  ])

  const [run] = await runsIn(database)
  t.match(run, {
    source: 'mednum',
    status: 'done',
    read: 7,
    created: 4,
    updated: 0,
    unchanged: 0,
    rejected: 3
  })
  t.equal(run?.file_hash, report.file_hash)
  t.match(await rejectionsIn(database), [
    { line: 7, record_id: null, reasons: ['no id'], raw: { nom: 'Sans identifiant' } },
    { line: 8, record_id: 'sans-nom', reasons: ['no name (nom)'], raw: { code_postal: '1500' } },
    { line: 9, record_id: 'nievre:bus-58', raw: { nom: 'Bus numérique du Morvan' } }
  ])
  t.match(
    (await unmappedIn(database, run)).filter(({ field }) => field === 'typologie'),
    [{ value: 'BUS', count: 1 }]
  )
})

t.test('a file of version 0.1 is imported, and raw records are kept as received', async (t) => {
  t.snapshotFile = SHOWN
  const database = await testDatabase(t)
  const report = await importFile(database, 'mednum', V0, OPTIONS)
  t.matchSnapshot(describeReport({ ...report, origin: 'standard-0.1.json', duration_ms: 0 }))
  const mamoudzou = (await placesIn(database)).find(({ commune }) => commune === '97611')
  t.matchSnapshot(pretty(mamoudzou?.document))
  const gap = await recordOf(database, 'conseiller-numerique:1')
  t.match(gap.raw, { structureId: '60994a7e', aidants: [{ aidantId: '61f3bf2d' }], latitude: 44.5555 })
})

t.test('an import is exact', async (t) => {
  const database = await testDatabase(t)
  const first = await importFile(database, 'mednum', await fileOf([epn('1'), epn('2'), epn('3')]), OPTIONS)
  t.match(first.counts, { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 })
  const before = await stateOf(database)
  const one = await placeOfRecord(database, '1')

  await t.test('the same file again changes nothing, in any order', async (t) => {
    const again = await importFile(database, 'mednum', await fileOf([epn('3'), epn('1'), epn('2')]), OPTIONS)
    t.match(again.counts, { read: 3, created: 0, updated: 0, unchanged: 3 })
    t.same(await stateOf(database), before)
  })

  await t.test('changed records are updated and new ones created, under one new version', async (t) => {
    const records = [epn('1', { nom: 'EPN de Nevers', telephone: '0386000000' }), epn('2'), epn('4')]
    const changed = await importFile(database, 'mednum', await fileOf(records), PARTIAL)
    t.match(changed.counts, { read: 3, created: 1, updated: 1, unchanged: 1 })
    const place = await placeOf(database, one.id)
    t.match(place, { name: 'EPN de Nevers', document: { contacts: { phone: '+33386000000' } } })
    t.ok(place && place.updated_at > place.created_at)
    const kinds = await changesIn(database)
    t.same(
      kinds.slice(0, 3).map(({ kind }) => kind),
      ['created', 'created', 'created']
    )
    t.same(
      kinds
        .slice(3)
        .map(({ kind }) => kind)
        .sort(),
      ['created', 'updated']
    )
    const [first] = kinds
    t.same(
      kinds.map(({ version }) => version - (first?.version ?? 0)),
      [0, 0, 0, 1, 1],
      'one version for each run'
    )
  })

  await t.test('a withdrawn record comes back with its id', async (t) => {
    await withdraw(database, '1')
    const records = [epn('1', { nom: 'EPN de Nevers', telephone: '0386000000' })]
    const dry = await importFile(database, 'mednum', await fileOf(records), { ...PARTIAL, dryRun: true })
    const back = await importFile(database, 'mednum', await fileOf(records), PARTIAL)
    for (const { counts, returned } of [dry, back]) t.match([counts.updated, returned], [1, 1])
    t.equal((await placeOf(database, one.id))?.status, 'active')
    t.match((await changesIn(database)).at(-1), { kind: 'restored', place: one.id })
  })

  await t.test('a record of a place merged since then updates the survivor', async (t) => {
    await merge(database, (await placeOfRecord(database, '2')).id, one.id)
    const records = [epn('2', { date_maj: '2025-01-01', services: 'Loisirs et créations numériques' })]
    await importFile(database, 'mednum', await fileOf(records), PARTIAL)
    t.match((await placeOf(database, one.id))?.document, {
      name: 'Espace numérique 2',
      services: ['loisirs-et-creations-numeriques'],
      contacts: { phone: '+33386000000' },
      sources: [{ id: '2' }, { id: '1' }]
    })
  })
})

t.test('text that PostgreSQL cannot hold does not stop a run', async (t) => {
  const database = await testDatabase(t)
  const records = [
    epn('1\u0000', {
      nom: 'Nevers\u0000',
      autre: 'a\u0000\ud800b',
      'col\u0000onne': 'x',
      telephone: '\u0000'
    })
  ]
  const { counts } = await importFile(database, 'mednum', await fileOf(records), PARTIAL)
  t.equal(counts.created, 1)
  t.match(await recordsIn(database), [{ id: '1', raw: { autre: 'a\ufffd\ufffdb' } }])
})

t.test('a failed import leaves the directory unchanged, and gives the reason', async (t) => {
  const database = await testDatabase(t)
  await importFile(database, 'mednum', await fileOf([epn('1')]), OPTIONS)
  const before = await stateOf(database)

  const whole = JSON.stringify(Array.from({ length: 2500 }, (_, n) => epn(`n${n}`)))
  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['an HTML page', '<!doctype html><title>404</title>', /HTML page/],
    ['JSON cut short after two batches', whole.slice(0, -100), /truncated or damaged/],
    ['a CSV of something else', 'a,b\n1,2\n', /no column id and no column nom, so it is not of mednum.*a, b/],
    [
      'a separator that nobody uses',
      'id~nom~commune\n1~EPN~Nevers\n',
      /separated by commas, semicolons or tabs/
    ],
    ['a header without records', 'id;nom\n', /no record/],
    ['an empty list', '[]', /no record/],
    ['records that are none', '[{"id":1},{"id":2}]', /None of the 2 records can be read.*record 1.*no name/],
    ['a JSON list of something else', '[{"a":1}]', /not of mednum/],
    ['0 bytes', '', /0 bytes/]
  ]
  for (const [what, text, message] of bad) {
    const path = join(folder, 'bad')
    await writeFile(path, text)
    await t.rejects(importFile(database, 'mednum', path, OPTIONS), { name: 'ImportRefused', message }, what)
    t.same(await stateOf(database), before, `${what}: nothing changed`)
  }
  await t.rejects(importFile(database, 'netpublique', V1, OPTIONS), { message: /The sources are: mednum/ })
  await t.rejects(importFile(database, 'mednum', folder, OPTIONS), { message: /is a directory/ })
  await t.rejects(importFile(database, 'mednum', join(folder, 'absent.csv'), OPTIONS), { message: /no file/ })
  const failed = (await runsIn(database)).filter(({ status }) => status === 'failed')
  t.equal(failed.length, bad.length + 2, 'each run that failed is recorded with its error')
  t.match(failed[0], { error: /HTML page/ })
})

const depsOf = (store: ImportStore, more: Partial<ImportDeps> = {}): ImportDeps => ({
  store,
  lookups: LOOKUPS,
  newId: uuidv7,
  now: () => new Date(),
  ...more
})

t.test('a run that fails while writing leaves nothing behind', async (t) => {
  const database = await testDatabase(t)
  const store = createImportStore({ batch: database.batch, newId: uuidv7, now: () => new Date() })
  const before = await stateOf(database)
  const path = await fileOf(Array.from({ length: 1200 }, (_, n) => epn(`n${n}`)))
  const input = { origin: path, open: () => openBytes(path, process.stdin, 10) }
  let made = 0
  const newId = () => {
    made += 1
    if (made > 700) throw new Error('No ids left.')
    return uuidv7()
  }
  await t.rejects(runImport(MEDNUM, input, depsOf(store, { newId }), { dryRun: false }), {
    message: 'No ids left.'
  })
  t.same(await stateOf(database), before)
  t.match(await runsIn(database), [{ status: 'failed', error: 'No ids left.' }])

  const stop = new AbortController()
  const stopping = () => {
    made += 1
    if (made > 1_400) stop.abort(processStopped())
    return uuidv7()
  }
  const stoppable = { dryRun: false, signal: stop.signal }
  await t.rejects(runImport(MEDNUM, input, depsOf(store, { newId: stopping }), stoppable), /interrupted/)
  t.same(await stateOf(database), before, 'nor one that is stopped')
  t.match((await runsIn(database)).at(-1), { status: 'failed', error: /interrupted/ })

  const report = await runImport(MEDNUM, input, depsOf(store), { dryRun: false })
  t.equal(report.counts.created, 1200, 'and the next run does it all')
})

t.test('a large first import builds its indexes at the end, with the same result', async (t) => {
  const database = await testDatabase(t)
  const clock = { newId: uuidv7, now: () => new Date() }
  const many = createImportStore({ batch: database.batch, ...clock, many: 50 })
  const path = await fileOf(Array.from({ length: 60 }, (_, n) => epn(`n${n}`)))
  const input = { origin: path, open: () => openBytes(path, process.stdin, 10) }
  const before = await indexesOf(database, 'place')
  const failing = () => {
    throw new Error('No ids left.')
  }
  const run = (more: Partial<ImportDeps>) => runImport(MEDNUM, input, depsOf(many, more), { dryRun: false })
  await t.rejects(run({ newId: failing }), { message: 'No ids left.' })
  t.same(await indexesOf(database, 'place'), before, 'a run that fails meanwhile leaves them as they were')

  t.equal((await run({})).counts.created, 60)
  t.same(await indexesOf(database, 'place'), before)
  const api = await apiOver(t, database)
  const { total } = await api.get<Page>('/v1/places?commune=58194&limit=1')
  t.equal(total?.value, 60, 'and all places are found with them')
  t.equal((await run({})).counts.unchanged, 60)
})

t.test('a source has one run at a time', async (t) => {
  const database = await testDatabase(t)
  const store = createImportStore({ batch: database.batch, newId: uuidv7, now: () => new Date() })
  const session = await store.begin(MEDNUM, 'first', false)
  await t.rejects(importFile(database, 'mednum', V1, OPTIONS), {
    message: /Another import of mednum is under way/
  })
  await t.rejects(importFile(database, 'mednum', V1, { ...OPTIONS, dryRun: true }), { message: /under way/ })
  const other = await store.begin({ ...MEDNUM, source: 'fablabs' }, 'other', false)
  t.ok(other, 'another source may run beside it')
  await other?.close()
  await session?.close()
  t.equal((await importFile(database, 'mednum', V1, OPTIONS)).counts.created, 4)
  t.match(
    (await runsIn(database)).filter(({ origin }) => origin === 'first'),
    [{ status: 'failed', error: 'The process ended before the run did.' }],
    'an unfinished run is marked as failed when the next one begins'
  )
})
