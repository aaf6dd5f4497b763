import { pipelined, readAhead } from '../../domain/concurrency/pipelined.ts'
import { serialQueue } from '../../domain/concurrency/serial-queue.ts'
import type {
  ImportSession,
  StagedRecord,
  StagedRejection,
  Staging as Told
} from '../../domain/imports/import-ports.ts'
import { type Format, type Row, type Rows, unitOf } from '../parse/row.ts'
import type { Lookups, Source } from '../source.ts'
import { type Geocoding, geocodeStaged } from './geocode.ts'
import { rejectOthersIds } from './other-producers.ts'
import { type ReadBatch, readBatch, recallBatch } from './read-batch.ts'
import { recogniseStaged } from './recognise.ts'
import type { Ledger } from './report.ts'
import { isChange } from './staged.ts'

/** Records that are staged together: about 2 MB, and few enough to show progress. */
const BATCH = 1_000

type Staging = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly geocoding: Geocoding
  readonly format: Format
  readonly program: string
  readonly anew: boolean
  readonly onProgress: ((recordsRead: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** Reads every row and stages it in the store. Nothing of it is in the directory yet. */
export async function stageAll(rows: Rows, staging: Staging): Promise<void> {
  // A run has one connection, on which recalling and staging take turns.
  const inTurn = serialQueue()
  await pipelined(
    // Parsed one batch ahead, so that the next can be recalled while this one is mapped.
    readAhead(batchesOf(rows)),
    (batch) => recallBatch(batch, staging, inTurn),
    (recalled) => readBatch(recalled, staging),
    (read) => inTurn(() => keepBatch(read, staging))
  )
}

async function* batchesOf({ rows }: Rows): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function keepBatch(
  { read, records: readable, rejections: unreadable }: ReadBatch,
  { source, session, ledger, geocoding, format, onProgress }: Staging
): Promise<void> {
  const { records, rejections: others, doubted } = await rejectOthersIds(readable, source, session)
  ledger.others.push(...others)
  ledger.doubted.push(...doubted)
  const rejections = [...unreadable, ...others]
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging === undefined) return
    if (!count(ledger, staging)) rejections.push(contested(record, staging, format))
    else if (record.reading.located) ledger.positions.source++
    else if (source.gives === 'accessibility') ledger.positions.none++
    else if (!isChange(staging)) ledger.positions.kept++
  })
  // Records that create no place are not geocoded.
  if (source.gives === 'accessibility') await recogniseStaged(records, stagings, geocoding)
  else
    await geocodeStaged(
      records.filter((_, index) => isChange(stagings[index])).flatMap(({ mapped }) => mapped ?? []),
      geocoding
    )
  if (rejections.length > 0) await session.stageRejections(rejections)
  ledger.rejections.push(...rejections.map(({ line, record_id, reasons }) => ({ line, record_id, reasons })))
  ledger.counts.rejected += rejections.length
  ledger.counts.read += read
  onProgress?.(ledger.counts.read)
}

/** Every record read is counted as created, updated, unchanged or rejected. Returns false for those to be rejected. */
function count(ledger: Ledger, { state }: Told): boolean {
  if (state === 'contested') return false
  if (state === 'returned') ledger.returned++
  if (state === 'repeated') ledger.repeated++
  ledger.counts[state === 'returned' ? 'updated' : state === 'repeated' ? 'unchanged' : state]++
  return true
}

function contested({ line, id, raw }: StagedRecord, staging: Told, format: Format): StagedRejection {
  const first = 'line' in staging ? `${unitOf(format)} ${staging.line}` : 'an earlier one'
  return {
    line,
    record_id: id,
    reasons: [`the id ${id} already stands at ${first}, with another content`],
    raw
  }
}
