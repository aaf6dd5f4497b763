import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { v7 as uuidv7 } from 'uuid'
import { importFile } from '../../src/commands/imports/import.ts'
import { describeReport } from '../../src/commands/imports/import-report.ts'
import { describeRun } from '../../src/commands/imports/run-report.ts'
import { getProvenance } from '../../src/domain/offers/get-provenance.ts'
import type { Database } from '../../src/store/db/database.ts'
import { runReader } from '../../src/store/imports/run-reader.ts'
import { recordReader } from '../../src/store/places/record-reader.ts'
import { testDatabase } from '../support/database.ts'
import { placeOfRecord, placesIn, recordsIn, stateOf } from '../support/inspect.ts'

type Raw = Readonly<Record<string, unknown>>

const folder = await mkdtemp(join(tmpdir(), 'annuaire-acceslibre-'))
t.teardown(() => rm(folder, { recursive: true }))

async function take(database: Database, source: string, records: readonly Raw[], more: object = {}) {
  const path = join(folder, `${uuidv7()}.json`)
  await writeFile(path, JSON.stringify(records))
  return importFile(database, source, path, { maxSize: 100, ...more })
}

const SEVEN_PLACES = {
  id: 'bib',
  nom: 'Médiathèque Les Sept Lieux',
  typologie: 'BIB',
  commune: 'Bayeux',
  code_postal: '14400',
  latitude: 49.2776,
  longitude: -0.699,
  fiche_acces_libre: 'https://acceslibre.beta.gouv.fr/app/14-bayeux/a/bib/'
}
const TOWN_HALL = {
  id: 'mairie',
  nom: 'Mairie de Bayeux',
  typologie: 'MUNI',
  commune: 'Bayeux',
  code_postal: '14400',
  latitude: 49.2763,
  longitude: -0.703
}

const sheet = (more: Raw = {}): Raw => ({
  id: '7001',
  name: 'Médiathèque Les 7 Lieux',
  postal_code: '14400',
  commune: 'Bayeux',
  activite: 'Bibliothèque médiathèque',
  latitude: 49.2777,
  longitude: -0.6991,
  entree_plain_pied: 'True',
  sanitaires_presence: 'False',
  ...more
})
const MEDIATHEQUE = sheet({ name: 'Les Sept Lieux' })
const OPTICIAN = sheet({ id: '7002', name: 'Optique de la Halle', activite: 'Opticien', latitude: 49.2774 })
const FAR = sheet({ id: '7003', latitude: 46.99, longitude: 3.16, commune: 'Nevers', postal_code: '58000' })

const placeOf = async (database: Database, record: string) => {
  const { id, status, document } = await placeOfRecord(database, record, 'mednum')
  return { id, status, ...document }
}

const database = await testDatabase(t)

/** Imports both places, and the record that belongs to neither of them. */
async function begin(places: readonly Raw[] = [SEVEN_PLACES, TOWN_HALL]): Promise<void> {
  await take(database, 'mednum', places, { force: true })
  await take(database, 'acceslibre', [OPTICIAN], { force: true })
}

t.test('accessibility from acceslibre is added to a place, and takes precedence', async (t) => {
  await take(database, 'mednum', [SEVEN_PLACES, TOWN_HALL])
  const before = await placeOf(database, 'bib')

  const dry = await take(database, 'acceslibre', [MEDIATHEQUE, OPTICIAN, FAR], { dryRun: true })
  const first = await take(database, 'acceslibre', [MEDIATHEQUE, OPTICIAN, FAR])
  const placed = { 'name-and-activity': 1, 'none-alike': 1, 'none-near': 1, kept: 0 }
  t.match(first, { counts: { read: 3, created: 3 }, placed })
  t.same(dry.placed, first.placed, 'a dry run reports the same')
  t.match(first.unplaced, [{ record_id: '7002', by: 'none-alike' }])
  t.match(
    describeReport(first),
    /places: 1 by name and activity, 1 with no place nearby, 1 matching none of the places/
  )
  t.equal((await placesIn(database)).length, 2, 'it creates no place')

  const after = await placeOf(database, 'bib')
  t.match(after.accessibility, {
    step_free_entrance: true,
    adapted_toilet: false,
    sheet: 'https://acceslibre.beta.gouv.fr/app/14-bayeux/a/bib/'
  })
  t.match([after.name, after.types], [before.name, ['BIB']], 'and contributes nothing else to one')
  t.match(after.sources, [{ source: 'mednum' }, { source: 'acceslibre', id: '7001', licence: 'etalab-2.0' }])
  t.same((await placeOf(database, 'mairie')).accessibility.step_free_entrance, null)
  const provenance = await getProvenance(
    { find: async () => ({ found: after }) as never },
    recordReader(database.batch),
    after.id,
    '2026-11-29'
  )
  t.match(provenance, {
    provenance: { 'accessibility.step_free_entrance': [{ source: 'acceslibre', record: '7001' }] }
  })

  const state = await stateOf(database)
  const again = await take(database, 'acceslibre', [MEDIATHEQUE, OPTICIAN, FAR])
  t.match(again, {
    counts: { created: 0, updated: 0, unchanged: 3 },
    placed: { kept: 1, 'none-alike': 1, 'none-near': 1 }
  })
  t.same(await stateOf(database), state, 'the same file again changes nothing')
  const [latest] = await runReader(database.batch).latest('acceslibre', 1)
  const run = await runReader(database.batch).find(latest?.id ?? '')
  t.match(run, { placed: { kept: 1 } }, 'its run keeps the counts')
  if (run) t.match(describeRun(run), /places: 1 as before, 1 with no place nearby/)
})

t.test('accessibility disappears with its record, and comes back with it', async (t) => {
  await begin()
  const before = await placeOf(database, 'bib')
  await take(database, 'acceslibre', [MEDIATHEQUE, OPTICIAN])
  const gone = await take(database, 'acceslibre', [OPTICIAN], { force: true })
  t.match(gone.counts, { withdrawn: 1, unchanged: 1 })
  t.same(await placeOf(database, 'bib'), before, 'the place is as it was before')
  const back = await take(database, 'acceslibre', [MEDIATHEQUE, OPTICIAN])
  t.equal(back.returned, 1)
  t.equal((await placeOf(database, 'bib')).accessibility.step_free_entrance, true)
})

t.test('a record that moves is assigned to another place, also in a partial file', async (t) => {
  await begin()
  await take(database, 'acceslibre', [MEDIATHEQUE], { force: true })
  const moved = { ...MEDIATHEQUE, name: 'Mairie', activite: 'Mairie', latitude: 49.2763, longitude: -0.703 }
  await take(database, 'acceslibre', [moved], { partial: true })
  t.equal((await placeOf(database, 'bib')).accessibility.step_free_entrance, null)
  t.equal((await placeOf(database, 'mairie')).accessibility.step_free_entrance, true)
})

t.test('a place created later is recognised by the next run', async (t) => {
  await begin([TOWN_HALL])
  t.match(await take(database, 'acceslibre', [MEDIATHEQUE], { force: true }), {
    placed: { 'none-alike': 1, kept: 0 }
  })
  await take(database, 'mednum', [SEVEN_PLACES, TOWN_HALL])
  const found = await take(database, 'acceslibre', [MEDIATHEQUE], { force: true })
  t.match(found, { counts: { unchanged: 1 }, placed: { 'name-and-activity': 1 } })
  t.equal((await placeOf(database, 'bib')).accessibility.step_free_entrance, true)
})

t.test('a place that no directory lists any more is withdrawn, even if acceslibre has it', async (t) => {
  await begin()
  await take(database, 'acceslibre', [MEDIATHEQUE], { force: true })
  await take(database, 'mednum', [TOWN_HALL], { force: true })
  t.equal((await placeOf(database, 'bib')).status, 'withdrawn')
  t.match(await take(database, 'acceslibre', [MEDIATHEQUE], { force: true }), {
    placed: { 'none-alike': 1, kept: 0 }
  })
  t.equal((await placeOf(database, 'bib')).status, 'withdrawn')
  await take(database, 'mednum', [SEVEN_PLACES, TOWN_HALL])
  const { status, accessibility } = await placeOf(database, 'bib')
  t.match([status, accessibility.step_free_entrance], ['active', true], 'and is complete when it returns')
})

const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const real = (file: string) => join(SHARED, file)

t.test(
  'real sheets and real places: each is assigned to a place, or has a reason',
  { skip: !existsSync(real('accessibility/generic-erp.csv')) && 'the real files are not there' },
  async (t) => {
    const database = await testDatabase(t)
    const options = { maxSize: 100 }
    await importFile(
      database,
      'france-services',
      real('public-services/france-services-20240801.csv'),
      options
    )
    const whole = await readFile(real('accessibility/generic-erp.csv'), 'utf8')
    const offices = join(folder, 'offices.csv')
    const kept = whole
      .split('\n')
      .filter((line, n) => n === 0 || /^[^"]*;Administration publique;[^"]*$/.test(line))
    await writeFile(offices, kept.join('\n'))
    const report = await importFile(database, 'acceslibre', offices, options)
    const placed = Object.values(report.placed ?? {}).reduce((sum, count) => sum + count, 0)
    t.equal(placed, report.counts.created, 'each record has one reason')
    const names = new Map((await placesIn(database)).map(({ id, name }) => [id, name]))
    const found = (await recordsIn(database, 'acceslibre')).filter(({ place }) => place !== null)
    t.ok(found.length >= 10, `${found.length} recognised`)
    for (const { placed_by, mapped, place } of found) {
      t.comment(JSON.stringify({ placed_by, sheet: mapped.content.name, name: names.get(place ?? '') }))
    }
  }
)
