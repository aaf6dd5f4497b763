import { setImmediate as immediate } from 'node:timers/promises'
import type { SerialQueue } from '../../domain/concurrency/serial-queue.ts'
import type { ImportSession, StagedRecord, StagedRejection } from '../../domain/imports/import-ports.ts'
import { suspicionOf } from '../../domain/offers/suspect-names.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { LOST } from '../../domain/vocabularies/lost-letters.ts'
import type { Finding } from '../finding.ts'
import type { Row } from '../parse/row.ts'
import type { Lookups, Raw, Source } from '../source.ts'
import { noteHeaders } from './absent-columns.ts'
import { fingerprintOf } from './fingerprint.ts'
import { rawKeyOf } from './raw-key.ts'
import { type Ledger, tally } from './report.ts'

/** Records mapped before other work of the process may run: some ten milliseconds. */
const STRETCH = 50

/** Places that a dry run shows as they would be. */
const SAMPLES = 5

type Reading = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: Pick<ImportSession, 'recall'>
  readonly ledger: Ledger
  /** Release of the program: only what this release has read is recalled. */
  readonly program: string
  /** Read all rows again: recall nothing. */
  readonly anew: boolean
  readonly signal: AbortSignal | undefined
}

export type ReadBatch = {
  readonly read: number
  readonly records: readonly StagedRecord[]
  readonly rejections: readonly StagedRejection[]
}

type Recalled = Awaited<ReturnType<ImportSession['recall']>>[number]

/** Rows with what the directory recalls of them. */
type RecalledBatch = {
  readonly rows: readonly Row[]
  readonly keys: readonly string[]
  readonly recalled: readonly Recalled[]
}

/** Looks the rows up in the directory: those read before, word for word, need not be read again. */
export async function recallBatch(
  rows: readonly Row[],
  { source, lookups, session, program, anew }: Reading,
  inTurn: SerialQueue
): Promise<RecalledBatch> {
  const reader = `${program} ${lookups.edition ?? ''}`
  // Records that make no place are read by each run, because a place for them may have come since.
  const keys = source.gives === 'places' ? rows.map(({ raw }) => rawKeyOf(source, reader, raw)) : []
  const recalled = anew || keys.length === 0 ? [] : await inTurn(() => session.recall(keys))
  return { rows, keys, recalled }
}

/** Takes each row as it was recalled, or maps it. */
export async function readBatch(
  { rows, keys, recalled: known }: RecalledBatch,
  reading: Reading
): Promise<ReadBatch> {
  const records: StagedRecord[] = []
  const rejections: StagedRejection[] = []
  for (const [index, row] of rows.entries()) {
    if (index % STRETCH === 0) await immediate()
    reading.signal?.throwIfAborted()
    if (row.broken === undefined) noteHeaders(reading.ledger.headers, reading.source, row.raw)
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

/** A finding if the name suggests that the record is not a usable place. */
function suspect({ content: { name } }: MappedRecord): readonly Finding[] {
  const reason = suspicionOf(name)
  return reason === null ? [] : [{ kind: 'suspect', field: 'name', value: name, reason }]
}

/** Reports each cell with U+FFFD, in every column that the mapping uses. */
function damaged(raw: Raw): readonly Finding[] {
  const findings: Finding[] = []
  for (const [field, cell] of Object.entries(raw)) {
    const value = typeof cell === 'object' ? JSON.stringify(cell) : cell
    if (typeof value === 'string' && value.includes(LOST)) findings.push({ kind: 'damaged', field, value })
  }
  return findings
}

function mapRow(
  { line, raw, broken }: Row,
  raw_key: string | null,
  { source, lookups, ledger }: Reading
): StagedRecord | StagedRejection {
  const mapped = source.map(raw, lookups)
  // The id of a broken row is mostly before the fault. The record is in the file, so it must not be withdrawn.
  const record_id = mapped.ok ? mapped.record.id : mapped.id
  if (broken !== undefined) return { line, record_id, reasons: [broken], raw }
  const doubts = [...(mapped.ok ? suspect(mapped.record) : []), ...damaged(raw)]
  const findings = [...mapped.findings, ...doubts]
  tally(ledger, findings, line)
  if (!mapped.ok) return { line, record_id, reasons: mapped.reasons, raw }
  const { record } = mapped
  if (source.reads !== undefined && ledger.samples.length < SAMPLES) ledger.samples.push(record)
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
