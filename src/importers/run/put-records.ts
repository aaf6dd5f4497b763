import { Readable } from 'node:stream'
import type { AcceptDeps } from '../../domain/contributions/accept-new-place.ts'
import { CONTRIBUTED } from '../../domain/contributions/new-place.ts'
import {
  bodyTooLarge,
  type DomainError,
  importInterrupted,
  importUnderWay,
  notNdjson,
  recordsRefused,
  sourceHeld,
  sourceNotFound,
  tooManyRecords
} from '../../domain/errors.ts'
import {
  type PutRecords,
  RECORDS_MOST,
  RECORDS_MOST_MEGABYTES,
  type RecordsReport,
  type RecordsToPut
} from '../../domain/imports/records-run.ts'
import { CORRECTIONS } from '../../domain/places/corrections.ts'
import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { mappedSource } from '../mapped/source.ts'
import { openBytes } from '../parse/bytes.ts'
import { ImportHeld, ImportRefused } from '../refused.ts'
import type { Report } from './report.ts'
import { type ImportDeps, runImport } from './run-import.ts'

type PutDeps = Omit<ImportDeps, 'lookups'> & {
  /** Returns the definition of a source, or null if there is no such source. */
  readonly definitionOf: (source: string) => Promise<SourceDefinition | null>
  /** Ends all runs when it is aborted; they then have changed nothing. */
  readonly signal: AbortSignal
  /** Creates the index of communes; called only when needed, because this takes a few hundred milliseconds. */
  readonly communes: () => CommuneIndex
}

/** Imports mapped records that a client sent, through the same pipeline as every import. */
export const recordsTaker =
  ({ definitionOf, ...deps }: PutDeps): PutRecords =>
  async (records) => {
    const definition = await definitionOf(records.source)
    if (definition === null || OWN.has(definition.source)) throw sourceNotFound(records.source)
    return importRecords(deps, definition, records, `PUT /v1/sources/${records.source}/records`)
  }

/** The sources to which only this program writes. */
const OWN: ReadonlySet<string> = new Set([CORRECTIONS.source, CONTRIBUTED.source])

/** Imports the record of an accepted proposal. The other records of its source stay as they are. */
export const newPlaceTaker =
  (deps: Omit<PutDeps, 'definitionOf'>): AcceptDeps['importNewPlace'] =>
  async (record) => {
    const { source } = CONTRIBUTED
    const body = Readable.from([Buffer.from(`${JSON.stringify(record)}\n`)])
    const records = { source, mode: 'partial', maxWithdrawn: 0, body } as const
    const { rejections } = await importRecords(deps, CONTRIBUTED, records, `contribution ${record.id}`)
    const [rejected] = rejections
    if (rejected !== undefined) throw recordsRefused(rejected.reasons.join('; '))
  }

async function importRecords(
  { communes, signal, ...deps }: Omit<PutDeps, 'definitionOf'>,
  definition: SourceDefinition,
  records: RecordsToPut,
  origin: string
): Promise<RecordsReport> {
  const input = {
    origin,
    open: () => openBytes('-', Readable.from(records.body), RECORDS_MOST_MEGABYTES),
    only: 'ndjson' as const
  }
  const report = await runImport(
    mappedSource(definition, communes()),
    input,
    { ...deps, lookups: { communes: communes() } },
    {
      dryRun: false,
      partial: records.mode === 'partial',
      maxWithdrawn: records.maxWithdrawn,
      most: RECORDS_MOST,
      signal
    }
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
  rejections: report.rejections.map(({ line, record_id, reasons }) => ({ line, id: record_id, reasons })),
  body_hash: report.file_hash ?? '',
  duration_ms: report.duration_ms
})

/**
 * Translates a refusal for a client of the API, because messages of an import refer to files and command-line
 * options, which the client does not have.
 */
function refusal(refused: ImportRefused, { source, maxWithdrawn }: RecordsToPut): DomainError {
  if (refused instanceof ImportHeld) return sourceHeld(refused.summary, ...refused.examples)
  const { message, obstacle } = refused
  switch (obstacle) {
    case 'busy':
      return importUnderWay(source)
    case 'too-large':
      return bodyTooLarge(RECORDS_MOST_MEGABYTES)
    case 'stopped':
      return importInterrupted()
    case 'too-many':
      return tooManyRecords(RECORDS_MOST)
    case 'guard':
      return recordsRefused(
        `More than ${maxWithdrawn} % of the source's records are missing from the body, so nothing was changed. ` +
          'If they no longer exist, raise max_withdrawn; if the body is not complete, use mode=partial.'
      )
    case 'cut':
      return recordsRefused(
        'The body ends in the middle of a line, so nothing was changed. Send it again; if it is not complete, use mode=partial.'
      )
    case 'format':
      return notNdjson()
    case 'held':
    case 'input':
      return recordsRefused(message.replaceAll('The input', 'The body'))
  }
}
