import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { importFile } from '../../src/commands/imports/import.ts'
import { testDatabase } from '../support/database.ts'
import { runsIn, stateOf, unmappedIn } from '../support/inspect.ts'
import { isAccountedFor } from './accounted-for.ts'
import { mapMednum } from './mapping.ts'

// Files of producers are not committed; the test is skipped if they are missing.
const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const fileNamed = (name: string) => join(SHARED, 'mednum', `${name}.json`)

/**
 * The files in the order in which they are imported, with the expected numbers of created, updated and unchanged
 * records.
 */
const FILES: readonly (readonly [name: string, created: number, updated: number, unchanged: number])[] = [
  ['hub-du-sud-paca-20230516-standard', 792, 0, 0],
  // The list of the next day contains 646 records of the first list, unchanged.
  ['hub-du-sud-paca-20230517-standard', 0, 0, 646],
  ['carto-nationale-source-standard', 687, 0, 0],
  ['cnfs-permanences', 4930, 0, 0],
  // Of these records, 2 545 are also in the previous file and 564 in the one before it, with the ids of the same
  // producers.
  ['data-inclusion-structures', 702, 3109, 0]
]

/** Some of these files contain only part of a producer's records, so each is imported as partial. */
const OPTIONS = { maxSize: 64, partial: true }

const absent = !existsSync(fileNamed('cnfs-permanences')) && 'the real files are not there'

t.test(
  'published files are imported completely, without duplicates',
  { skip: absent, timeout: 280_000 },
  async (t) => {
    const database = await testDatabase(t)
    for (const [name, created, updated, unchanged] of FILES) {
      const { counts } = await importFile(database, 'mednum', fileNamed(name), OPTIONS)
      const read = created + updated + unchanged
      t.match(counts, { read, created, updated, unchanged, rejected: 0 }, name)
      if (name === 'hub-du-sud-paca-20230517-standard') continue

      const before = await stateOf(database)
      const again = await importFile(database, 'mednum', fileNamed(name), OPTIONS)
      t.match(again.counts, { read, created: 0, updated: 0, unchanged: read }, `${name}, again`)
      t.same(await stateOf(database), before, 'changes nothing')
    }
    const permanences = (await runsIn(database)).find(
      ({ origin, created }) => origin.includes('cnfs-permanences') && created > 0
    )
    t.match(
      (await unmappedIn(database, permanences)).filter(({ value }) => value === null),
      [
        { field: 'aidants', value: null, count: 4930 },
        { field: 'structureId', value: null, count: 4930 }
      ],
      'columns outside the standard are counted'
    )
  }
)

t.test(
  'every value in their columns is in a place or reported',
  { skip: absent, timeout: 280_000 },
  async (t) => {
    for (const [name] of FILES) {
      const records: readonly Record<string, unknown>[] = JSON.parse(await readFile(fileNamed(name), 'utf8'))
      // Tests every different value of columns that repeat values, and every seventh record as a whole.
      const seen = new Set<string>()
      const silent: string[] = []
      records.forEach((record, index) => {
        for (const [column, value] of Object.entries(record)) {
          const wording = `${column}: ${JSON.stringify(value)}`
          const isRepeating =
            wording.length > 60 && !seen.has(wording) && /^(services|publics|cond|modal|label)/.test(column)
          seen.add(wording)
          if ((isRepeating || index % 7 === 0) && !isAccountedFor(record, column)) silent.push(wording)
        }
      })
      t.same(silent, [], name)
    }
  }
)

t.test('every wording of every coded column is a code or reported', { skip: absent }, async (t) => {
  const CODED =
    /^(services|publics_accueillis|conditions_acces+s?|labels_nationaux|modalites_accompagnement|typologie)$/
  const wordings = new Set<string>()
  for (const [name] of FILES) {
    const records: readonly Record<string, unknown>[] = JSON.parse(await readFile(fileNamed(name), 'utf8'))
    for (const record of records) {
      for (const [column, value] of Object.entries(record)) {
        if (!CODED.test(column) || typeof value !== 'string') continue
        for (const each of value.split(';')) wordings.add(JSON.stringify([column, each]))
      }
    }
  }
  const lines = [...wordings]
    .map((wording) => JSON.parse(wording) as [string, string])
    .filter(([column, value]) => {
      const { findings } = mapMednum({ id: '1', nom: 'EPN', [column]: value })
      t.ok(isAccountedFor({ id: '1', nom: 'EPN', [column]: value }, column), `${column}: ${value}`)
      return findings.some(({ kind }) => kind !== 'repaired')
    })
  t.same(lines, [['publics_accueillis', 'Adultes']], 'only this one has no code')
})
