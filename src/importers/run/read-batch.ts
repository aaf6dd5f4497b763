import { setImmediate as immediate } from 'node:timers/promises'
import type { SerialQueue } from '../../domain/concurrency/serial-queue.ts'
import type { ImportSession, StagedRecord, StagedRejection } from '../../domain/imports/import-ports.ts'
import { suspicionOf } from '../../domain/offers/suspect-names.ts'
import { fingerprintOf } from '../../domain/places/fingerprint.ts'
import type { MappedRecord } from '../../domain/places/source-record.ts'
import { LOST } from '../../domain/vocabularies/lost-letters.ts'
import type { Finding } from '../finding.ts'
import type { Row } from '../parse/row.ts'
import type { Lookups, Raw, Source } from '../source.ts'
import { noteHeaders } from './absent-columns.ts'
import { rawKeyOf } from './raw-key.ts'
import { type First, partRepeats, type Repeat, type rowMemory } from './repeats.ts'
import { type Ledger, tally } from './report.ts'
import { screenRow } from './screen-row.ts'

/** Number of records that are mapped before other work of the process may run; it takes about ten milliseconds. */
const STRETCH = 50

/** An index of the database holds 2 700 bytes; the longest real id has 195. */
const LONGEST_ID = 500
/** Characters of a record as it was read. The longest real one has 7 200; five hundred are written at a time. */
const LONGEST_PLACE = 128 * 1024
const TOO_LONG = `the id is longer than ${LONGEST_ID} characters, or the record than ${LONGEST_PLACE / 1024} kB`

/** Number of records that a dry run shows as the places they would become. */
const SAMPLES = 5

type Reading = {
  readonly source: Source
  readonly lookups: Lookups
  readonly session: Pick<ImportSession, 'recall' | 'erased'>
  readonly ledger: Ledger
  /** Release of the program: only results of this release are recalled. */
  readonly program: string
  /** Whether to read all rows again, without recalling earlier results. */
  readonly anew: boolean
  /** The memory of the rows of this run. */
  readonly firstOf: ReturnType<typeof rowMemory>
  readonly signal: AbortSignal | undefined
}

export type ReadBatch = {
  readonly read: number
  readonly records: readonly StagedRecord[]
  readonly rejections: readonly StagedRejection[]
  /** The rows of the records, by line, if later rows may repeat them. */
  readonly firsts: ReadonlyMap<number, First>
  readonly repeats: readonly Repeat[]
}

type Recalled = Awaited<ReturnType<ImportSession['recall']>>[number]

/** Rows of a file, with their keys and the stored results of earlier readings. */
type RecalledBatch = {
  readonly rows: readonly Row[]
  /** For each row; empty if rows are not recognised. */
  readonly firsts: readonly First[]
  readonly recalled: readonly Recalled[]
  readonly repeats: readonly Repeat[]
}

/**
 * Looks up rows in the directory: a row that was read before, word for word, need not be mapped again. A row that repeats
 * an earlier one of the same file is not even looked up.
 */
export async function recallBatch(
  rows: readonly Row[],
  { source, lookups, session, program, anew, firstOf }: Reading,
  inTurn: SerialQueue
): Promise<RecalledBatch> {
  // Records of a source that creates no places are mapped by each run, because a place for them may have been added
  // since.
  if (source.gives !== 'places') return { rows, firsts: [], recalled: [], repeats: [] }
  const reader = `${program} ${lookups.edition ?? ''}`
  // If the source has producers, a known id must be compared with its place each time.
  const memory = source.producerColumn === undefined ? firstOf : () => null
  const parted = partRepeats(rows, ({ raw }) => rawKeyOf(source, reader, raw), memory)
  const keys = parted.firsts.map(({ key }) => key)
  const recalled = anew || keys.length === 0 ? [] : await inTurn(() => session.recall(keys))
  return { ...parted, recalled }
}

/** Takes the recalled result of each row, or maps the row if there is none. */
export async function readBatch(
  { rows, firsts, recalled: known, repeats }: RecalledBatch,
  reading: Reading
): Promise<ReadBatch> {
  const records: StagedRecord[] = []
  const rejections: StagedRejection[] = []
  const byLine = new Map<number, First>()
  for (const [index, row] of rows.entries()) {
    if (index % STRETCH === 0) await immediate()
    reading.signal?.throwIfAborted()
    if (row.broken === undefined) noteHeaders(reading.ledger.headers, reading.source, row.raw)
    const recalled = known[index] ?? null
    const first = firsts[index]
    const { read, told } =
      recalled === null
        ? mapRow(row, first?.key ?? null, reading)
        : recall(row, first?.key ?? null, recalled, reading)
    const isRejected = 'reasons' in read
    if (isRejected) rejections.push(read)
    else records.push(read)
    if (first === undefined) continue
    const rejection = isRejected ? { record_id: read.record_id, reasons: read.reasons } : null
    first.outcome = { told, located: !isRejected && read.reading.located, rejection }
    if (!isRejected) byLine.set(row.line, first)
  }
  return { read: rows.length + repeats.length, records, rejections, firsts: byLine, repeats }
}

/** A row that was read, with its findings. */
type ReadRow = {
  readonly read: StagedRecord | StagedRejection
  readonly told: readonly Finding[] | null
}

function recall(
  { line, raw }: Row,
  raw_key: string | null,
  { id, fingerprint, told, located }: NonNullable<Recalled>,
  { ledger }: Reading
): ReadRow {
  const findings = told as readonly Finding[] | null
  if (findings !== null) tally(ledger, findings, line)
  const read = { line, id, raw, mapped: null, fingerprint, reading: { raw_key, told, located } }
  return { read, told: findings }
}

/** A finding if the name suggests that the record is not a usable place. */
function suspect({ content: { name } }: MappedRecord): readonly Finding[] {
  const reason = suspicionOf(name)
  return reason === null ? [] : [{ kind: 'suspect', field: 'name', value: name, reason }]
}

/** Reports each cell with U+FFFD, in all columns of the record. */
function damaged(raw: Raw): readonly Finding[] {
  const findings: Finding[] = []
  for (const [field, cell] of Object.entries(raw)) {
    const value = typeof cell === 'object' ? JSON.stringify(cell) : cell
    if (typeof value === 'string' && value.includes(LOST)) findings.push({ kind: 'damaged', field, value })
  }
  return findings
}

function mapRow(
  { line, raw: sent, broken }: Row,
  rawKey: string | null,
  { source, lookups, ledger, session }: Reading
): ReadRow {
  const { raw, mapped, isScreened } = screenRow(
    source.source,
    sent,
    source.map(sent, lookups),
    session.erased
  )
  // A broken row is only rejected, not withdrawn, because its record is in the file. Its id is usually before the
  // fault.
  const record_id = mapped.ok ? mapped.record.id : mapped.id
  if (broken !== undefined) return { read: { line, record_id, reasons: [broken], raw }, told: null }
  const doubts = [...(mapped.ok ? suspect(mapped.record) : []), ...damaged(raw)]
  const findings = [...mapped.findings, ...doubts]
  tally(ledger, findings, line)
  const told = findings.length === 0 ? null : findings
  if (!mapped.ok) return { read: { line, record_id, reasons: mapped.reasons, raw }, told }
  const { record } = mapped
  const { fingerprint, length } = fingerprintOf(record)
  if (record.id.length > LONGEST_ID || length > LONGEST_PLACE)
    return { read: { line, record_id: record.id.slice(0, LONGEST_ID), reasons: [TOO_LONG], raw }, told }
  // A digest of what was sent would be one of the person too.
  const raw_key = isScreened ? null : rawKey
  if (source.reads !== undefined && ledger.samples.length < SAMPLES) ledger.samples.push(record)
  const located = record.content.location !== null
  const read = { line, id: record.id, raw, mapped: record, fingerprint, reading: { raw_key, told, located } }
  return { read, told }
}
