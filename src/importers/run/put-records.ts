import { Readable } from 'node:stream'
import {
  bodyTooLarge,
  type DomainError,
  importUnderWay,
  recordsRefused,
  sourceHeld,
  sourceNotFound
} from '../../domain/errors.ts'
import {
  type PutRecords,
  RECORDS_MOST_MEGABYTES,
  type RecordsReport,
  type RecordsToPut
} from '../../domain/imports/records-run.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { mappedSource } from '../mapped/source.ts'
import { openBytes } from '../parse/bytes.ts'
import { ndjsonRows } from '../parse/ndjson.ts'
import { ImportHeld, ImportRefused } from '../refused.ts'
import type { Report } from './report.ts'
import { type ImportDeps, runImport } from './run-import.ts'

/** Enough to see what is wrong with a body; the stored run keeps all rejections. */
const MOST_REJECTIONS = 1_000

type PutDeps = Omit<ImportDeps, 'lookups'> & {
  /** Null if there is no such source. */
  readonly definitionOf: (source: string) => Promise<SourceDefinition | null>
  /** Made when first needed: it takes some hundred milliseconds. */
  readonly communes: () => CommuneIndex
}

/** Imports mapped records through the same pipeline as every import. */
export const recordsTaker =
  ({ definitionOf, communes, ...deps }: PutDeps): PutRecords =>
  async (records) => {
    const definition = await definitionOf(records.source)
    if (definition === null || definition.source === CORRECTIONS.source) throw sourceNotFound(records.source)
    const input = {
      origin: `PUT /v1/sources/${records.source}/records`,
      open: () => openBytes('-', Readable.from(records.body), RECORDS_MOST_MEGABYTES),
      read: ndjsonRows
    }
    const report = await runImport(
      mappedSource(definition, communes()),
      input,
      { ...deps, lookups: { communes: communes() } },
      { dryRun: false, partial: records.mode === 'partial', maxWithdrawn: records.maxWithdrawn }
    ).catch((error: unknown) => {
      throw error instanceof ImportRefused ? refusal(error, records) : error
    })
    return reportOf(report, records)
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
function refusal(refused: ImportRefused, { source, maxWithdrawn }: RecordsToPut): DomainError {
  if (refused instanceof ImportHeld) return sourceHeld(refused.summary, ...refused.examples)
  const { message, obstacle } = refused
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
    case 'cut':
      return recordsRefused(
        'The body ends in the middle of a line, so nothing was changed. Send it again; if it is not complete, use mode=partial.'
      )
    case 'held':
    case 'input':
      return recordsRefused(message.replaceAll('The input', 'The body'))
  }
}
