import type {
  ImportSession,
  StagedRecord,
  StagedRejection,
  Staging as Told
} from '../../domain/imports/import-ports.ts'
import { type Format, type Row, type Rows, unitOf } from '../parse/row.ts'
import type { Lookups, Source } from '../source.ts'
import { type Geocoding, geocodeStaged } from './geocode.ts'
import { type Asked, ask, type ReadBatch, readBatch } from './read-batch.ts'
import { recogniseStaged } from './recognise.ts'
import type { Ledger } from './report.ts'
import { isChange } from './staged.ts'

/** Records that go to staging together: about 2 MB, and few enough that progress is seen. */
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

/** Reads every row, and sets it aside in the store: nothing of it is in the directory yet. */
export async function stageAll(rows: Rows, staged: Staging): Promise<void> {
  // Reading keeps our thread busy, recalling and staging the database: each does its part while the other does.
  const inTurn = oneAfterAnother()
  let keeping: Promise<void> = Promise.resolve()
  let asked: Asked | null = null
  const next = async (batch: readonly Row[]) => {
    const before = asked
    asked = ask(batch, staged, inTurn)
    if (before === null) return
    const read = await readBatch(before, staged)
    await keeping
    keeping = inTurn(() => keepBatch(read, staged))
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
    await next([])
  } finally {
    await keeping
  }
}

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A run has one connection, and a connection does one thing at a time. */
function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}

async function keepBatch(
  { read, records, rejections: unreadable }: ReadBatch,
  { source, session, ledger, geocoding, format, onProgress }: Staging
): Promise<void> {
  const rejections = [...unreadable]
  const stagings = records.length > 0 ? await session.stage(records) : []
  records.forEach((record, index) => {
    const staging = stagings[index]
    if (staging === undefined) return
    if (!count(ledger, staging)) rejections.push(contested(record, staging, format))
    else if (record.reading.located) ledger.positions.source++
    else if (source.gives === 'accessibility') ledger.positions.none++
    else if (!isChange(staging)) ledger.positions.kept++
  })
  // A record that makes no place needs no position of our finding.
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

/** Every record read is created, updated, unchanged or rejected. False is what is left: rejected. */
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
