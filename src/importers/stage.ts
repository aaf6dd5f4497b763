import { setImmediate as immediate } from 'node:timers/promises'
import type { ImportSession, StagedRecord, StagedRejection, Staging as Told } from '../domain/import-ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Format, type Row, type Rows, unitOf } from './parse/row.ts'
import { type Ledger, tally } from './report.ts'
import type { Lookups, Source } from './source.ts'

/** Records that go to staging together: about 2 MB, and few enough that progress is seen. */
const BATCH = 1_000

/** Records mapped at a stretch, some ten milliseconds: where the process also serves, others wait for no longer. */
const STRETCH = 50

export type Staging = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly format: Format
  readonly onProgress: ((recordsRead: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** Maps every row, and sets it aside in the store: nothing of it is in the directory yet. */
export async function stageAll(rows: Rows, staged: Staging): Promise<void> {
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
  { source, lookups, session, ledger, format, onProgress, signal }: Staging
): Promise<void> {
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
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging !== undefined && !count(ledger, staging)) rejections.push(contested(record, staging, format))
  })
  if (rejections.length > 0) await session.stageRejections(rejections)
  ledger.rejections.push(...rejections.map(({ line, record_id, reasons }) => ({ line, record_id, reasons })))
  ledger.counts.rejected += rejections.length
  ledger.counts.read += rows.length
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
