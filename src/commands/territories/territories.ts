import type { Command } from 'commander'
import { DatabaseError } from 'pg'
import type { TerritoryOutline } from '../../domain/territories/shapes.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { openBytes } from '../../importers/parse/bytes.ts'
import { decodeText } from '../../importers/parse/text.ts'
import { ImportRefused } from '../../importers/refused.ts'
import type { Database } from '../../store/db/database.ts'
import { kindOfOutlines, loadCentres, loadOutlines } from '../../store/territories/load-shapes.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'
import { readTerritoryFile, type TerritoryFile } from './territory-file.ts'

/** Largest file that is accepted, in MB. The outlines of all communes, not simplified, are 200 MB. */
const MAX_MEGABYTES = 400

const PLURAL: { readonly [kind in TerritoryKind]: string } = {
  commune: 'communes',
  epci: 'intercommunalities',
  department: 'départements',
  region: 'régions'
}

export function registerTerritories(program: Command): void {
  program
    .command('territories')
    .description('geography of communes, intercommunalities, départements and régions')
    .command('load')
    .description(
      'load centres of communes (CSV of La Poste) or outlines (GeoJSON); the kind of file is detected'
    )
    .argument('<file>', 'the official file, or - for standard input')
    .action((file: string) => load(file))
}

async function load(path: string): Promise<void> {
  // The file is read completely before the database is opened, so that an invalid file changes nothing.
  const { bytes } = await openBytes(path, process.stdin, MAX_MEGABYTES)
  let text = ''
  for await (const part of decodeText(bytes).text) text += part
  const file = readTerritoryFile(text)
  const summary = await withDatabase((database) => loadTerritoryFile(database, file))
  print(`${summary}\n`)
}

/** Loads the file in one transaction, and returns a line that says what changed. */
export async function loadTerritoryFile({ batch }: Database, file: TerritoryFile): Promise<string> {
  if (file.holds === 'outlines') return loadFeatures(batch, file.rows)
  const { known, changed } = await loadCentres(batch, file.rows)
  if (known === 0) throw new ImportRefused('None of the codes in the file is the code of a commune.')
  return (
    `Centres of ${known} communes: ${changed} changed, ${known - changed} unchanged` +
    `${file.withoutPosition > 0 ? `; ${file.withoutPosition} lines without a position left out` : ''}.`
  )
}

async function loadFeatures(batch: Database['batch'], rows: readonly TerritoryOutline[]): Promise<string> {
  const kind = await kindOfOutlines(batch, rows)
  if (kind === null) {
    throw new ImportRefused(
      'Fewer than half of the features have the code and name of a commune, intercommunality, département or région.'
    )
  }
  const { known, changed } = await loadOutlines(batch, kind, rows).catch(refuseShape)
  return (
    `Outlines of ${known} ${PLURAL[kind]}: ${changed} changed, ${known - changed} unchanged` +
    `${known < rows.length ? `; ${rows.length - known} with unknown codes left out` : ''}.`
  )
}

/**
 * Explains that a geometry cannot be turned into a polygon, which PostGIS reports as an internal error. Other errors
 * are thrown unchanged.
 */
function refuseShape(error: unknown): never {
  if (!(error instanceof DatabaseError) || error.code !== 'XX000') throw error
  throw new ImportRefused(`An outline cannot be read as polygons: ${error.message}. Nothing was changed.`)
}
