import { setImmediate as immediate } from 'node:timers/promises'
import type { ImportSession, StagedRecord, StagedRejection, Staging as Told } from '../domain/import-ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Geocoding, geocodeStaged } from './geocode.ts'
import { type Format, type Row, type Rows, unitOf } from './parse/row.ts'
import { recogniseStaged } from './recognise.ts'
import { type Ledger, tally } from './report.ts'
import type { Lookups, Source } from './source.ts'
import { isChange } from './staged.ts'

/** Records that go to staging together: about 2 MB, and few enough that progress is seen. */
const BATCH = 1_000

/** Records mapped at a stretch, some ten milliseconds: where the process also serves, others wait for no longer. */
const STRETCH = 50

export type Staging = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly geocoding: Geocoding
  readonly format: Format
  readonly onProgress: ((recordsRead: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** Maps every row, and sets it aside in the store: nothing of it is in the directory yet. */
export async function stageAll(rows: Rows, staged: Staging): Promise<void> {
  // Mapping a batch keeps our thread busy and staging it the database: each does its part while the other does.
  let keeping: Promise<void> = Promise.resolve()
  const next = async (batch: readonly Row[]) => {
    const mapped = await mapBatch(batch, staged)
    await keeping
    keeping = keepBatch(mapped, staged)
    // It is awaited one batch later; should it fail before, that is not a failure nobody looks at.
    keeping.catch(() => {})
  }
  let batch: Row[] = []
  try {
    for await (const row of rows.rows) {
      batch.push(row)
      if (batch.length < BATCH) continue
      await next(batch)
      batch = []
    }
    await next(batch)
  } finally {
    await keeping
  }
}

type MappedBatch = {
  readonly read: number
  readonly records: readonly StagedRecord[]
  readonly rejections: readonly StagedRejection[]
}

async function mapBatch(
  rows: readonly Row[],
  { source, lookups, ledger, signal }: Staging
): Promise<MappedBatch> {
  const records: StagedRecord[] = []
  const rejections: StagedRejection[] = []
  for (const [index, { line, raw, broken }] of rows.entries()) {
    if (index % STRETCH === 0) await immediate()
    signal?.throwIfAborted()
    if (broken !== undefined) {
      rejections.push({ line, record_id: null, reasons: [broken], raw })
      continue
    }
    const mapped = source.map(raw, lookups)
    tally(ledger, mapped.findings, line)
    if (mapped.ok)
      records.push({ line, raw, mapped: mapped.record, fingerprint: fingerprintOf(mapped.record) })
    else rejections.push({ line, record_id: mapped.id, reasons: mapped.reasons, raw })
  }
  return { read: rows.length, records, rejections }
}

async function keepBatch(
  { read, records, rejections: unreadable }: MappedBatch,
  { source, session, ledger, geocoding, format, onProgress }: Staging
): Promise<void> {
  const rejections = [...unreadable]
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging === undefined) return
    if (!count(ledger, staging)) rejections.push(contested(record, staging, format))
    else if (record.mapped.content.location !== null) ledger.positions.source++
    else if (source.gives === 'accessibility') ledger.positions.none++
    else if (!isChange(staging)) ledger.positions.kept++
  })
  // A record that makes no place needs no position of our finding.
  if (source.gives === 'accessibility') await recogniseStaged(records, stagings, geocoding)
  else
    await geocodeStaged(
      records.filter((_, index) => isChange(stagings[index])).map(({ mapped }) => mapped),
      geocoding
    )
  if (rejections.length > 0) await session.stageRejections(rejections)
  ledger.rejections.push(...rejections.map(({ line, record_id, reasons }) => ({ line, record_id, reasons })))
  ledger.counts.rejected += rejections.length
  ledger.counts.read += read
  onProgress?.(ledger.counts.read)
}

/** Every record read is created, updated, unchanged or rejected. False is what is left: rejected. */
function count(ledger: Ledger, { state }: Told): boolean {
  if (state === 'contested') return false
  if (state === 'returned') ledger.returned++
  if (state === 'repeated') ledger.repeated++
  ledger.counts[state === 'returned' ? 'updated' : state === 'repeated' ? 'unchanged' : state]++
  return true
}

function contested({ line, mapped, raw }: StagedRecord, staging: Told, format: Format): StagedRejection {
  const first = 'line' in staging ? `${unitOf(format)} ${staging.line}` : 'an earlier one'
  return {
    line,
    record_id: mapped.id,
    reasons: [`the id ${mapped.id} already stands at ${first}, with another content`],
    raw
  }
}
