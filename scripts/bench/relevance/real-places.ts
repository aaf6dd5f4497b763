// The database for the judged questions: the real files of producers, imported in the usual way, and the
// official centres of communes. Created once and kept; `--fresh` creates it again.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importFrom } from '../../../src/commands/imports/import-from.ts'
import { loadTerritoryFile } from '../../../src/commands/territories/territories.ts'
import { readTerritoryFile } from '../../../src/commands/territories/territory-file.ts'
import { readConfig } from '../../../src/config.ts'
import { prepareDirectory } from '../../../src/prepare-directory.ts'
import { writeSample } from '../../../src/seed/write-sample.ts'
import { type Database, openDatabase } from '../../../src/store/db/database.ts'
import { SHARED, sourceBy } from '../../real-files.ts'
import { addressOf, onServer } from '../database.ts'

const CENTRES = 'geo/datanova-codes-postaux-2025.csv'

/** Directories with few duplicates, each with the source or the example mapping that reads it. */
const FILES: readonly (readonly [file: string, by: string])[] = [
  ['mednum/cnfs-permanences.json', 'mednum'],
  ['mednum/carto-nationale-source-standard.json', 'mednum'],
  ['mednum/hinaura.json', 'hinaura'],
  ['mednum/paca.json', 'paca.yaml'],
  ['mednum/gironde.json', 'gironde.yaml'],
  ['mednum/corse.json', 'corse.yaml'],
  ['mednum/hub-siilab-hdf-2020.csv', 'siilab.yaml'],
  ['mednum/hub-bfc-ternum-2020.csv', 'bfc.yaml'],
  ['epn/epn-normandie.csv', 'netpublic'],
  ['fablabs/fablabs-io-france.json', 'fablabs'],
  ['public-services/france-services-20240801.csv', 'france-services'],
  ['public-services/centres-sociaux.csv', 'centres-sociaux.yaml'],
  ['public-services/tiers-lieux-mel-lille.csv', 'tiers-lieux-mel.yaml']
]

/** Invented places among the real ones, as many as in a small région. */
const SAMPLE = { count: 2_000, seed: 7 }
const MAX_MEGABYTES = 512
const NAME = 'annuaire_bench_relevance'
const WHOLE = 'annuaire bench, real files 1'

/** The URL of the database; undefined if the real files are not available. */
export async function realPlaces(server: string, fresh: boolean): Promise<string | undefined> {
  if (![CENTRES, ...FILES.map(([file]) => file)].every((file) => existsSync(join(SHARED, file))))
    return undefined
  const url = addressOf(server, NAME)
  const found = await onServer(server, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [NAME]
    )
    if (!fresh && rows[0]?.comment === WHOLE) return true
    await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${NAME}`)
    return false
  })
  const database = await openDatabase(readConfig({ DATABASE_URL: url }))
  try {
    await prepareDirectory(database)
    if (!found) await fill(database)
  } finally {
    await database.close()
  }
  await onServer(server, (client) => client.query(`COMMENT ON DATABASE ${NAME} IS '${WHOLE}'`))
  return url
}

async function fill(database: Database): Promise<void> {
  await loadTerritoryFile(database, readTerritoryFile(await readFile(join(SHARED, CENTRES), 'utf8')))
  for (const [file, by] of FILES) {
    const source = await sourceBy(by)
    const { counts } = await importFrom(
      database,
      source,
      join(SHARED, file),
      { partial: true, force: true, maxSize: MAX_MEGABYTES },
      {},
      null
    )
    console.log(`${file}: ${counts.created} places`)
  }
  await writeSample(database, SAMPLE)
  await database.batch.query('VACUUM ANALYZE')
}
