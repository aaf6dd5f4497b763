// The database on which the judged questions are asked. It contains all real files of producers, imported as usual,
// with the official centres of communes and outlines. It is created once and kept; `--fresh` creates it again.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFrom } from '../../../src/commands/imports/import-from.ts'
import { loadTerritoryFile } from '../../../src/commands/territories/territories.ts'
import { readTerritoryFile } from '../../../src/commands/territories/territory-file.ts'
import { readConfig } from '../../../src/config.ts'
import { joinServices } from '../../../src/importers/sources/data-inclusion.ts'
import { prepareDirectory } from '../../../src/prepare-directory.ts'
import { type Database, openDatabase } from '../../../src/store/db/database.ts'
import { refreshOffers } from '../../../src/store/places/refresh-offers.ts'
import { refreshSurroundings } from '../../../src/store/territories/surroundings.ts'
import { FILES, SHARED, sourceBy } from '../../real-files.ts'
import { addressOf, onServer } from '../database.ts'

export const POSTCODES = 'geo/datanova-codes-postaux-2025.csv'
const TERRITORIES = [POSTCODES, 'geo/departements-simplifie.geojson', 'geo/regions-simplifie.geojson']

const SERVICES = 'mednum/data-inclusion-services.json'
const STRUCTURES = 'mednum/data-inclusion-structures.json'

const MAX_MEGABYTES = 512
const NAME = 'annuaire_bench_relevance'
const WHOLE = 'annuaire bench, real files 2'

/** Returns the URL of the database; undefined if the real files are not available. */
export async function realPlaces(server: string, fresh: boolean): Promise<string | undefined> {
  const files = [...TERRITORIES, ...FILES.map(([file]) => file)]
  if (!files.every((file) => existsSync(join(SHARED, file)))) return undefined
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
    // The program refreshes these each hour.
    await refreshOffers(database, new Date())
    await refreshSurroundings(database)
  } finally {
    await database.close()
  }
  await onServer(server, (client) => client.query(`COMMENT ON DATABASE ${NAME} IS '${WHOLE}'`))
  return url
}

async function fill(database: Database): Promise<void> {
  for (const file of TERRITORIES) {
    await loadTerritoryFile(database, readTerritoryFile(await readFile(join(SHARED, file), 'utf8')))
  }
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-real-'))
  try {
    for (const [file, by] of FILES) {
      const from = file === SERVICES ? await joinedServices(folder) : join(SHARED, file)
      const options = { partial: true, force: true, maxSize: MAX_MEGABYTES }
      const { counts } = await importFrom(database, await sourceBy(by), from, options, {}, null)
      console.log(`${file}: ${counts.created} places`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  await database.batch.query('VACUUM ANALYZE')
}

/**
 * Joins a list of services to the organisations that offer them, and writes the result to a file. Services are not
 * places, so they are imported as part of their organisations.
 */
async function joinedServices(folder: string): Promise<string> {
  const listOf = async (file: string) => JSON.parse(await readFile(join(SHARED, file), 'utf8'))
  const path = join(folder, 'services.json')
  await writeFile(path, JSON.stringify(joinServices(await listOf(STRUCTURES), await listOf(SERVICES))))
  return path
}
