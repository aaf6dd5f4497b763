import { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import {
  bodyTooLarge,
  type DomainError,
  importUnderWay,
  recordsRefused,
  sourceNotFound
} from './domain/errors.ts'
import type { Geocoder } from './domain/geocoding/geocoder.ts'
import {
  type PutRecords,
  RECORDS_MOST_MEGABYTES,
  type RecordsReport,
  type RecordsToPut
} from './domain/imports/records-run.ts'
import { CORRECTIONS } from './domain/places/corrections.ts'
import { type CommuneIndex, communeIndex } from './domain/territories/communes.ts'
import { mappedSource } from './importers/mapped/source.ts'
import { openBytes } from './importers/parse/bytes.ts'
import { ndjsonRows } from './importers/parse/ndjson.ts'
import { ImportRefused } from './importers/refused.ts'
import type { Report } from './importers/run/report.ts'
import { runImport } from './importers/run/run-import.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import type { Database } from './store/db/database.ts'
import { createImportStore } from './store/imports/import-store.ts'
import { findDefinition } from './store/imports/source-definitions.ts'
import { communeRows } from './store/territories/administrative-data.ts'

/** Enough to see what is wrong with a body; the stored run keeps all rejections. */
const MOST_REJECTIONS = 1_000

/** Takes some hundred milliseconds to build, and is the same for every run of the process. */
let communes: CommuneIndex | undefined

/** Imports mapped records through the same pipeline as every import. */
export function recordsTaker({ batch }: Pick<Database, 'batch'>, geocoder: Geocoder | null): PutRecords {
  const clock = { newId: uuidv7, now: () => new Date() }
  const store = createImportStore({ batch, ...clock })
  return async (records) => {
    const definition = await findDefinition(batch, records.source)
    if (definition === null || definition.source === CORRECTIONS.source) throw sourceNotFound(records.source)
    communes ??= communeIndex(communeRows())
    const source = mappedSource(definition, communes)
    const input = {
      origin: `PUT /v1/sources/${records.source}/records`,
      open: () => openBytes('-', Readable.from(records.body), RECORDS_MOST_MEGABYTES),
      read: ndjsonRows
    }
    const options = { dryRun: false, partial: records.mode === 'partial', maxWithdrawn: records.maxWithdrawn }
    const report = await runImport(
      source,
      input,
      { store, lookups: { communes }, geocoder, program: PROGRAM_VERSION, ...clock },
      options
    ).catch((error: unknown) => {
      throw error instanceof ImportRefused ? refusal(error, records) : error
    })
    return reportOf(report, records)
  }
}

const reportOf = (report: Report, { source, mode }: RecordsToPut): RecordsReport => ({
  source,
  mode,
  counts: report.counts,
  positions: report.positions,
  returned: report.returned,
  repeated: report.repeated,
  rejections: report.rejections
    .slice(0, MOST_REJECTIONS)
    .map(({ line, record_id, reasons }) => ({ line, id: record_id, reasons })),
  body_hash: report.file_hash ?? '',
  duration_ms: report.duration_ms
})

/** Messages of an import refer to files and command-line options, which a client of the API does not have. */
function refusal({ message, obstacle }: ImportRefused, { source, maxWithdrawn }: RecordsToPut): DomainError {
  switch (obstacle) {
    case 'busy':
      return importUnderWay(source)
    case 'too-large':
      return bodyTooLarge(RECORDS_MOST_MEGABYTES)
    case 'guard':
      return recordsRefused(
        `More than ${maxWithdrawn} % of the source's records are missing from the body, so nothing was changed. ` +
          'If they no longer exist, raise max_withdrawn; if the body is not complete, use mode=partial.'
      )
    case 'input':
      return recordsRefused(message.replaceAll('The input', 'The body'))
  }
}
