import { v7 as uuidv7 } from 'uuid'
import { readConfig } from '../../config.ts'
import type { Geocoder } from '../../domain/geocoding/geocoder.ts'
import { geocoderOf } from '../../geocoding.ts'
import { inputFrom } from '../../importers/run/input.ts'
import type { Report } from '../../importers/run/report.ts'
import { type ImportOptions, runImport } from '../../importers/run/run-import.ts'
import type { Source } from '../../importers/source.ts'
import { PROGRAM_VERSION } from '../../program-version.ts'
import type { Database } from '../../store/db/database.ts'
import { MANY_PLACES } from '../../store/db/without-indexes.ts'
import { createImportStore } from '../../store/imports/import-store.ts'
import { communeCentres } from '../../store/territories/commune-centres.ts'
import { officialCommunes } from '../../store/territories/official-towns.ts'

export type ImportCommand = {
  readonly mapping?: string
  readonly dryRun?: boolean
  readonly partial?: boolean
  readonly maxWithdrawn?: number
  readonly force?: boolean
  readonly accept?: boolean
  readonly report?: string
  readonly maxSize: number
}

/** Runs one import of a source from a path, a URL or `-`. */
export async function importFrom(
  database: Pick<Database, 'batch' | 'kind'>,
  source: Source,
  from: string,
  { dryRun = false, partial = false, force = false, accept = false, maxWithdrawn, maxSize }: ImportCommand,
  { onProgress, signal }: Pick<ImportOptions, 'onProgress' | 'signal'> = {},
  geocoder: Geocoder | null = geocoderOf(readConfig())
): Promise<Report> {
  const clock = { newId: uuidv7, now: () => new Date() }
  // The embedded database does not have enough memory to build the indexes at the end.
  const store = createImportStore({
    batch: database.batch,
    ...clock,
    ...(database.kind === 'server' && { many: MANY_PLACES })
  })
  const most = force ? 100 : maxWithdrawn
  const input = inputFrom(from, {
    maxMegabytes: maxSize,
    stdin: process.stdin,
    program: PROGRAM_VERSION,
    anew: force,
    signal
  })
  const options = {
    dryRun,
    partial,
    // A dry run shows the first places. Records known from an earlier run are not read again, so they could not be
    // shown.
    anew: force || (dryRun && source.reads !== undefined),
    evenIfCut: force,
    accept: accept || force,
    ...(most !== undefined && { maxWithdrawn: most }),
    ...(onProgress && { onProgress }),
    ...(signal && { signal })
  }
  return runImport(
    source,
    input,
    {
      store,
      lookups: { communes: officialCommunes(), ...(await communeCentres(database.batch)) },
      geocoder,
      program: PROGRAM_VERSION,
      ...clock
    },
    options
  )
}
