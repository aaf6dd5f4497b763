import { setImmediate as immediate } from 'node:timers/promises'
import type { ImportSession, StagedRecord, StagedRejection } from '../../domain/imports/import-ports.ts'
import type { Finding } from '../finding.ts'
import type { Row } from '../parse/row.ts'
import type { Lookups, Source } from '../source.ts'
import { fingerprintOf } from './fingerprint.ts'
import { rawKeyOf } from './raw-key.ts'
import { type Ledger, tally } from './report.ts'

/** Records mapped at a stretch, some ten milliseconds: where the process also serves, others wait for no longer. */
const STRETCH = 50

type Reading = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: Pick<ImportSession, 'recall'>
  readonly ledger: Ledger
  /** Release of the program: what it has read before and comes again word for word is recalled. */
  readonly program: string
  /** Recall nothing. */
  readonly anew: boolean
  readonly signal: AbortSignal | undefined
}

export type ReadBatch = {
  readonly read: number
  readonly records: readonly StagedRecord[]
  readonly rejections: readonly StagedRejection[]
}

type Recalled = Awaited<ReturnType<ImportSession['recall']>>[number]

/** Rows whose records are being looked for, while others are read. */
export type Asked = {
  readonly rows: readonly Row[]
  readonly keys: readonly string[]
  readonly recalled: Promise<readonly Recalled[]>
}

export function ask(
  rows: readonly Row[],
  { source, lookups, session, program, anew }: Reading,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>
): Asked {
  const reader = `${program} ${lookups.edition ?? ''}`
  // A record that makes no place is looked at with each run, and for that it must be read.
  const keys = source.gives === 'places' ? rows.map(({ raw }) => rawKeyOf(source, reader, raw)) : []
  const recalled = anew || keys.length === 0 ? Promise.resolve([]) : inTurn(() => session.recall(keys))
  // Awaited once the rows before have been read; should it fail before, that is not a failure nobody looks at.
  recalled.catch(() => {})
  return { rows, keys, recalled }
}

/** What each row is: recalled where it has been read before, else mapped. */
export async function readBatch({ rows, keys, recalled }: Asked, reading: Reading): Promise<ReadBatch> {
  const known = await recalled
  const records: StagedRecord[] = []
  const rejections: StagedRejection[] = []
  for (const [index, row] of rows.entries()) {
    if (index % STRETCH === 0) await immediate()
    reading.signal?.throwIfAborted()
    const recalled = known[index] ?? null
    const read =
      recalled === null
        ? mapRow(row, keys[index] ?? null, reading)
        : recall(row, keys[index] ?? null, recalled, reading)
    if ('reasons' in read) rejections.push(read)
    else records.push(read)
  }
  return { read: rows.length, records, rejections }
}

function recall(
  { line, raw }: Row,
  raw_key: string | null,
  { id, fingerprint, told, located }: NonNullable<Recalled>,
  { ledger }: Reading
): StagedRecord {
  if (told !== null) tally(ledger, told as readonly Finding[], line)
  return { line, id, raw, mapped: null, fingerprint, reading: { raw_key, told, located } }
}

function mapRow(
  { line, raw, broken }: Row,
  raw_key: string | null,
  { source, lookups, ledger }: Reading
): StagedRecord | StagedRejection {
  if (broken !== undefined) return { line, record_id: null, reasons: [broken], raw }
  const mapped = source.map(raw, lookups)
  const { findings } = mapped
  tally(ledger, findings, line)
  if (!mapped.ok) return { line, record_id: mapped.id, reasons: mapped.reasons, raw }
  const { record } = mapped
  return {
    line,
    id: record.id,
    raw,
    mapped: record,
    fingerprint: fingerprintOf(record),
    reading: {
      raw_key,
      told: findings.length === 0 ? null : findings,
      located: record.content.location !== null
    }
  }
}
