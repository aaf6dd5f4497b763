import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Test } from 'tap'
import { importFile } from '../../../src/commands/imports/import.ts'
import { loadTerritoryFile } from '../../../src/commands/territories/territories.ts'
import { readTerritoryFile } from '../../../src/commands/territories/territory-file.ts'
import type { Database } from '../../../src/store/db/database.ts'

const SHARED =
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const fileNamed = (name: string) => join(SHARED, name)

const CENTRES = 'geo/datanova-codes-postaux-2025.csv'

/** The files with places, from the oldest to the newest, each with the source under which it is imported. */
const FILES: readonly (readonly [file: string, by: string])[] = [
  ['mednum/carto-nationale-source-standard.json', 'mednum'],
  ['mednum/cnfs-permanences.json', 'mednum'],
  ['mednum/data-inclusion-structures.json', 'data-inclusion'],
  ['mednum/aidants-connect-structures-2024.csv', 'aidants-connect'],
  ['epn/epn-normandie.csv', 'netpublic'],
  ['fablabs/fablabs-io-france.json', 'fablabs'],
  ['public-services/france-services-20221201.csv', 'france-services'],
  ['public-services/france-services-20240801.csv', 'france-services'],
  ['accessibility/generic-erp.csv', 'acceslibre']
]

/**
 * The reason to skip tests that need the producers' files, which are not committed; false if all of these files
 * exist.
 */
export const realFilesAbsent =
  [CENTRES, ...FILES.map(([file]) => file)].some((file) => !existsSync(fileNamed(file))) &&
  'the real files are not there'

/** Imports the records of these départements from the published files, with the same code as the commands. */
export async function loadRealDirectory(
  t: Test,
  database: Database,
  departments: readonly string[]
): Promise<void> {
  await loadTerritoryFile(database, readTerritoryFile(await readFile(fileNamed(CENTRES), 'utf8')))
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-real-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const isThere = new RegExp(`(?<!\\d)(${departments.join('|')})\\d{3}(?!\\d)`)
  for (const [file, by] of FILES) {
    const text = await readFile(fileNamed(file), 'utf8')
    const path = join(folder, basename(file))
    await writeFile(path, file.endsWith('.json') ? jsonOf(text, isThere) : csvOf(text, isThere))
    await importFile(database, by, path, { maxSize: 64, partial: true })
  }
}

const jsonOf = (text: string, isThere: RegExp): string =>
  JSON.stringify(
    (JSON.parse(text) as readonly unknown[]).filter((each) => isThere.test(JSON.stringify(each)))
  )

/**
 * The header and the matching lines of a CSV file. They are copied unchanged, because quotes and separators differ
 * between producers.
 */
function csvOf(text: string, isThere: RegExp): string {
  const delimiter = /^[^\n]*;/.test(text) ? ';' : ','
  const lines = parse(text, {
    ...{ delimiter, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  }) as unknown as readonly { readonly raw: string }[]
  const [header, ...rows] = lines.map(({ raw }) => raw.replace(/\r?\n$/, ''))
  return `${[header, ...rows.filter((row) => isThere.test(row))].join('\n')}\n`
}
