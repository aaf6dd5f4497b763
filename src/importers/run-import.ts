import type {
  ImportSession,
  ImportStore,
  StagedRecord,
  StagedRejection,
  Staging
} from '../domain/import-ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Opened } from './parse/bytes.ts'
import { type Format, type Row, type Rows, unitOf } from './parse/row.ts'
import { readRows } from './parse/rows.ts'
import { decodeText } from './parse/text.ts'
import { ImportRefused } from './refused.ts'
import { type Ledger, openLedger, type Report, repairsOf, summaryOf, tally, unmappedOf } from './report.ts'
import type { Lookups, Source } from './source.ts'
import { upsert } from './upsert.ts'

/** Records that go to staging together: about 2 MB, and few enough that progress is seen. */
const BATCH = 1_000

export type ImportDeps = {
  readonly store: ImportStore
  readonly lookups: Lookups
  readonly newId: () => string
  readonly now: () => Date
}

export type Input = {
  /** What the run was started on, as people will read it later. */
  readonly origin: string
  readonly open: () => Promise<Opened>
}

export type ImportOptions = {
  /** Reports as the import would, and writes nothing. */
  readonly dryRun: boolean
  readonly onProgress?: (recordsRead: number) => void
}

/** Fetch, parse, map, match, upsert. Refuses what is no file of the source, and then leaves the directory as it was. */
export async function runImport(
  source: Source,
  input: Input,
  deps: ImportDeps,
  options: ImportOptions
): Promise<Report> {
  const started = deps.now()
  const session = await deps.store.begin(source, input.origin, options.dryRun)
  if (session === null) throw new ImportRefused(`Another import of ${source.source} is under way.`)
  const ledger = openLedger()
  try {
    const opened = await input.open()
    const decoded = decodeText(opened.bytes)
    const rows = await readRows(decoded.text)
    refuseOthers(source, rows)
    await stageAll(rows, { source, session, ledger, deps, options, format: rows.format })
    refuseNothing(ledger, rows.format)
    if (!options.dryRun) {
      await session.commit(
        (writer) => upsert(writer, source, deps.newId),
        () => summaryOf(ledger, opened.hash())
      )
    }
    return {
      source: source.source,
      origin: input.origin,
      dry_run: options.dryRun,
      format: rows.format,
      file_hash: opened.hash(),
      counts: { ...ledger.counts },
      returned: ledger.returned,
      repeated: ledger.repeated,
      warnings: decoded.warnings(),
      rejections: ledger.rejections,
      unmapped: unmappedOf(ledger),
      repairs: repairsOf(ledger),
      duration_ms: deps.now().getTime() - started.getTime()
    }
  } catch (error) {
    // Where even that cannot be recorded, the first error is the one to tell.
    await session
      .fail(error instanceof Error ? error.message : String(error), summaryOf(ledger, null))
      .catch(() => {})
    throw error
  } finally {
    await session.close()
  }
}

type Staged = {
  readonly source: Source
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly deps: ImportDeps
  readonly options: ImportOptions
  readonly format: Format
}

async function stageAll(rows: Rows, staged: Staged): Promise<void> {
  let batch: Row[] = []
  for await (const row of rows.rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await stageBatch(batch, staged)
    batch = []
  }
  await stageBatch(batch, staged)
}

async function stageBatch(
  rows: readonly Row[],
  { source, session, ledger, deps, options, format }: Staged
): Promise<void> {
  const records: StagedRecord[] = []
  const rejections: StagedRejection[] = []
  for (const { line, raw, broken } of rows) {
    if (broken !== undefined) {
      rejections.push({ line, record_id: null, reasons: [broken], raw })
      continue
    }
    const mapped = source.map(raw, deps.lookups)
    tally(ledger, mapped.findings, line)
    if (mapped.ok)
      records.push({ line, raw, mapped: mapped.record, fingerprint: fingerprintOf(mapped.record) })
    else rejections.push({ line, record_id: mapped.id, reasons: mapped.reasons, raw })
  }
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging !== undefined && !count(ledger, staging)) rejections.push(contested(record, staging, format))
  })
  if (rejections.length > 0) await session.stageRejections(rejections)
  ledger.rejections.push(...rejections.map(({ line, record_id, reasons }) => ({ line, record_id, reasons })))
  ledger.counts.rejected += rejections.length
  ledger.counts.read += rows.length
  options.onProgress?.(ledger.counts.read)
}

/** Every record read is created, updated, unchanged or rejected. False is what is left: rejected. */
function count(ledger: Ledger, { state }: Staging): boolean {
  if (state === 'contested') return false
  if (state === 'returned') ledger.returned++
  if (state === 'repeated') ledger.repeated++
  ledger.counts[state === 'returned' ? 'updated' : state === 'repeated' ? 'unchanged' : state]++
  return true
}

function contested({ line, mapped, raw }: StagedRecord, staging: Staging, format: Format): StagedRejection {
  const first = 'line' in staging ? `${unitOf(format)} ${staging.line}` : 'an earlier one'
  return {
    line,
    record_id: mapped.id,
    reasons: [`the id ${mapped.id} already stands at ${first}, with another content`],
    raw
  }
}

/** A file of another kind must not become thousands of rejections. */
function refuseOthers(source: Source, { format, columns }: Rows): void {
  if (!source.formats.includes(format)) {
    throw new ImportRefused(`The input is ${format}; ${source.source} reads ${source.formats.join(' or ')}.`)
  }
  if (columns.length === 0) throw new ImportRefused('The input holds no record.')
  const names = columns.map((column) => column.trim().toLowerCase())
  const missing = source.columns.filter((column) => !names.includes(column))
  // A JSON record may leave out what is empty; a CSV header may not.
  if (missing.length === 0 || (format === 'json' && missing.length < source.columns.length)) return
  throw new ImportRefused(
    `The input has no column ${missing.join(' and no column ')}, so it is not of ${source.source}. ` +
      `Its columns are: ${columns.slice(0, 40).join(', ').slice(0, 500)}. ` +
      (format === 'csv' ? 'Columns of a CSV are separated by commas, semicolons or tabs.' : '')
  )
}

/** Nothing at all read is an error of the file, whatever its records say one by one. */
function refuseNothing({ counts, rejections }: Ledger, format: Format): void {
  if (counts.read === 0) throw new ImportRefused('The input holds no record.')
  if (counts.rejected < counts.read) return
  const first = rejections[0]
  throw new ImportRefused(
    `None of the ${counts.read} records can be read; the first (${unitOf(format)} ${first?.line}): ${first?.reasons.join('; ')}.`
  )
}
