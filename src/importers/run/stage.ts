import { pipelined, readAhead } from '../../domain/concurrency/pipelined.ts'
import { serialQueue } from '../../domain/concurrency/serial-queue.ts'
import type {
  ImportSession,
  StagedRecord,
  StagedRejection,
  Staging as Told
} from '../../domain/imports/import-ports.ts'
import { type Format, type Row, type Rows, unitOf } from '../parse/row.ts'
import { sizeOf } from '../parse/size.ts'
import { ImportRefused } from '../refused.ts'
import type { Lookups, Source } from '../source.ts'
import { addTo } from './first-of.ts'
import { type Geocoding, geocodeStaged } from './geocode.ts'
import { rejectOthersIds } from './other-producers.ts'
import { type ReadBatch, readBatch, recallBatch } from './read-batch.ts'
import { recogniseStaged } from './recognise.ts'
import { refuseNothing } from './refusals.ts'
import { noteRejections } from './rejections.ts'
import { countRepeats, noteRejection, rowMemory } from './repeats.ts'
import type { Ledger } from './report.ts'
import { isChange } from './staged.ts'

/** Number of records that are staged together: about 2 MB, and few enough to show progress. */
const BATCH = 1_000
/** Bytes in memory after which a batch is full, because four of them are held at a time. */
const LARGEST_BATCH = 4 * 1024 * 1024

/** Records after which a run ends if all of them are rejected: the rest of the file is of no other kind. */
const ENOUGH = 10_000

type Staging = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: ImportSession
  readonly ledger: Ledger
  readonly geocoding: Geocoding
  readonly program: string
  readonly anew: boolean
  /** Records that the input may have. */
  readonly most: number
  readonly onProgress: ((recordsRead: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** Reads every row and stages it in the database. Staged records are not yet part of the directory. */
export async function stageAll(rows: Rows, staging: Staging): Promise<void> {
  // A run has one database connection, so recalling and staging take turns on it.
  const inTurn = serialQueue()
  const reading = { ...staging, firstOf: rowMemory() }
  await pipelined(
    // One batch is parsed ahead, so that the next batch can be recalled while this one is mapped.
    readAhead(batchesOf(rows, staging.most)),
    (batch) => recallBatch(batch, reading, inTurn),
    (recalled) => readBatch(recalled, reading),
    (read) => inTurn(() => keepBatch(read, rows, staging))
  )
}

async function* batchesOf({ rows }: Rows, most: number): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = []
  let size = 0
  let left = most
  for await (const row of rows) {
    if (left-- === 0) throw new ImportRefused(`The input holds more than ${most} records.`, 'too-many')
    batch.push(row)
    size += sizeOf(row.raw)
    if (batch.length < BATCH && size < LARGEST_BATCH) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

async function keepBatch(
  { read, records: readable, rejections: unreadable, firsts, repeats }: ReadBatch,
  rows: Rows,
  { source, session, ledger, geocoding, onProgress }: Staging
): Promise<void> {
  const { records, rejections: others, doubted } = await rejectOthersIds(readable, source, session)
  addTo(ledger.others, others, 1)
  addTo(ledger.doubted, doubted, 1)
  const rejections = [...unreadable, ...others]
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging === undefined) return
    if (!count(ledger, staging)) {
      const rejection = contested(record, staging, rows.format)
      noteRejection(firsts, rejection)
      rejections.push(rejection)
    } else if (record.reading.located) ledger.positions.source++
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
  rejections.push(...countRepeats(ledger, repeats))
  const kept = noteRejections(ledger, rejections)
  if (kept.length > 0) await session.stageRejections(kept)
  ledger.counts.read += read
  onProgress?.(ledger.counts.read)
  if (ledger.counts.read >= ENOUGH) refuseNothing(ledger, source, rows, 'first ')
}

/** Counts a record as created, updated or unchanged. Returns false if the record must be rejected instead. */
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
