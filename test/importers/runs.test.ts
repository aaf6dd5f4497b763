import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import { describeRun, describeRuns } from '../../src/commands/imports/run-report.ts'
import { findRun } from '../../src/commands/imports/runs.ts'
import type { RunWhole } from '../../src/domain/imports/run.ts'
import { forgetRunDetails } from '../../src/store/imports/run-details.ts'
import { runReader } from '../../src/store/imports/run-reader.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { ranBefore } from '../support/tamper.ts'

const V1 = fileURLToPath(new URL('../fixtures/mednum/standard-1.0.2.csv', import.meta.url))
const OPTIONS = { maxSize: 10 }

t.test('everything that a run did can be looked up', async (t) => {
  const database = await testDatabase(t)
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-runs-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const broken = join(folder, 'broken.json')
  await writeFile(broken, '[{"id":"1","nom":"EPN"},')
  const reader = runReader(database.batch)
  t.equal(describeRuns(await reader.latest(null, 20)), 'No run yet.')

  await importFile(database, 'mednum', V1, { ...OPTIONS, dryRun: true })
  t.same(await reader.latest(null, 20), [], 'a dry run leaves no trace')
  const report = await importFile(database, 'mednum', V1, OPTIONS)
  await t.rejects(importFile(database, 'mednum', broken, OPTIONS))
  await importFile(database, 'mednum', V1, { ...OPTIONS, partial: true })

  const runs = await reader.latest(null, 20)
  t.match(
    runs.map(({ status, partial, read, created, unchanged }) => [status, partial, read, created, unchanged]),
    [
      ['done', true, 7, 0, 4],
      ['failed', false, 0, 0, 0],
      ['done', false, 7, 4, 0]
    ],
    'the latest first'
  )
  t.same(await reader.latest(null, 1), runs.slice(0, 1))
  t.same(await reader.latest('fablabs', 20), [])
  const table = describeRuns(runs).split('\n')
  t.match(
    table[0],
    /^started +source +status +seconds +read +created +updated +unchanged +withdrawn +rejected/
  )
  t.match(table[3], /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +mednum +done +[\d.]+ +7 +4 +0 +0 +0 +3 +[0-9a-f-]{36}$/)

  const [, failed, first] = runs
  const whole = await findRun(reader, first?.id ?? '')
  t.match(whole, {
    file_hash: report.file_hash,
    rejections: [
      { line: 7, record_id: null, reasons: ['no id'], raw: { nom: 'Sans identifiant' } },
      { line: 8, record_id: 'sans-nom', reasons: ['no name (nom)'] },
      { line: 9, record_id: 'nievre:bus-58' }
    ]
  })
  const described = describeRun(whole)
  t.match(described, /7 read: 4 created, 0 updated, 0 unchanged, 3 rejected; 0 withdrawn/)
  t.match(described, /\n {2}8 \(sans-nom\): no name \(nom\)\n/)
  t.match(described, /\n {2}1 × typologie: "BUS"/)
  t.match(
    describeRun(await findRun(reader, failed?.id ?? '')),
    /failed[\s\S]*The JSON is truncated or damaged/
  )

  await t.rejects(findRun(reader, '0'), {
    message: 'Several runs begin with 0: give more characters of the id.'
  })
  await t.rejects(findRun(reader, 'nevers'), { message: 'There is no run nevers.' })
})

t.test('only the last runs of a source keep what they rejected and could not map', async (t) => {
  const database = await testDatabase(t)
  const reader = runReader(database.batch)
  for (let run = 0; run < 2; run++) await importFile(database, 'mednum', V1, { ...OPTIONS, force: true })
  const [last, first] = await Promise.all(
    (await reader.latest('mednum', 2)).map(({ id }) => findRun(reader, id))
  )
  t.equal(first?.rejections.length, 3)
  t.equal(await forgetRunDetails(database.batch), 0, 'twenty runs are kept')
  t.equal(await forgetRunDetails(database.batch, 1), first?.unmapped.length)
  const [kept, forgotten] = await Promise.all([last, first].map((run) => findRun(reader, run?.id ?? '')))
  t.same(kept, last)
  t.match(forgotten, { rejected: 3, rejections: [], unmapped: [] })
  t.match(describeRun(forgotten as RunWhole), /3 rejected records more, counted and not kept/)
})

t.test('the API shows how up to date a source is', async (t) => {
  const database = await testDatabase(t)
  const { ask } = await apiOver(t, database)
  await importFile(database, 'mednum', V1, OPTIONS)
  await ranBefore(database, '2 hours')
  await t.rejects(importFile(database, 'mednum', join(tmpdir(), 'absent.json'), OPTIONS))

  const source = (await ask('/v1/sources/mednum')).json()
  t.match(source, {
    last_run: { status: 'failed', read: 0 },
    last_success: { status: 'done', read: 7, created: 4, rejected: 3, not_modified: false },
    places: 4
  })
  t.match(source.unmapped[0], { field: 'autres_formations_labels', value: 'Label du marais', count: 1 })
  const [listed] = (await ask('/v1/sources')).json().items
  t.match(listed, { last_run: { status: 'failed' }, last_success: { status: 'done' } })

  const age = /^annuaire_source_age_seconds\{source="mednum"\} ([\d.]+)$/m.exec((await ask('/metrics')).body)
  t.ok(Number(age?.[1]) >= 7_200 && Number(age?.[1]) < 10_000, 'since the last success, not the last run')
})
