import type { Config } from '../config.ts'
import { writeSample } from '../seed/write-sample.ts'
import type { Database } from '../store/db/database.ts'
import { hasHeldPlaces } from '../store/sample/sample-writer.ts'
import { withProgress } from './seed.ts'
import { print } from './shell/print.ts'

/**
 * Adds invented places to an embedded database that has never held a place, so that the first searches have
 * results. A database on a server belongs to its operator, so only `annuaire seed` adds invented places to it.
 */
export async function loadFirstSample(
  { SAMPLE_PLACES: count }: Pick<Config, 'SAMPLE_PLACES'>,
  database: Database
): Promise<void> {
  if (database.kind === 'server' || count === 0) return
  if (await hasHeldPlaces(database.batch)) return
  print(`Creating ${count} invented sample places
`)
  await withProgress(count, (onProgress) => writeSample(database, { count, seed: 1, onProgress }))
}
