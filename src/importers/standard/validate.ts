import { openRows } from '../parse/open-rows.ts'
import type { Format, Rows } from '../parse/row.ts'
import type { Lookups } from '../source.ts'
import { type CheckedRow, checkRow } from './check-row.ts'
import { type Fault, textOf } from './fault.ts'
import { FIELDS } from './fields.ts'
import { unknownColumns } from './remarks.ts'

export type FileFaults = {
  readonly format: Format
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

export type LineFaults = {
  readonly line: number
  readonly id: string | null
  readonly faults: readonly Fault[]
  /** Whether an import would accept the line. */
  readonly readable: boolean
}

export type Summary = {
  readonly format: Format
  readonly lines: number
  readonly faultless: number
  readonly errors: number
  readonly remarks: number
  /** Number of errors that an import would nevertheless understand. */
  readonly understood: number
  readonly unreadable: number
  readonly hours: Readonly<Record<'exact' | 'partial' | 'none', number>>
  readonly byField: Readonly<Record<string, number>>
  /** Warnings about the encoding. */
  readonly encoding: readonly string[]
}

type FaultSink = {
  readonly file: (faults: FileFaults) => void
  /** Called for each line with faults, and awaited, so that a file is not read faster than its report is written. */
  readonly line: (faults: LineFaults) => Promise<void> | void
}

type Counts = { -readonly [part in keyof Omit<Summary, 'format' | 'encoding'>]: Summary[part] } & {
  readonly hours: Record<'exact' | 'partial' | 'none', number>
  readonly byField: Record<string, number>
}

/** Checks a file line by line: against the schema of the standard 1.0.2, and for what an import would read. */
export async function validate(
  bytes: AsyncIterable<Buffer>,
  lookups: Lookups,
  sink: FaultSink
): Promise<Summary> {
  const { rows, warnings } = await openRows(bytes)
  try {
    return { ...(await countsOf(rows, lookups, sink)), format: rows.format, encoding: warnings() }
  } finally {
    rows.close?.()
  }
}

async function countsOf(rows: Rows, lookups: Lookups, sink: FaultSink): Promise<Counts> {
  const file = fileFaults(rows.format, rows.columns)
  sink.file(file)
  const counts = openCounts(file)
  const absent = new Set(file.missing)
  const ids = new Map<string, number>()
  for await (const row of rows.rows) {
    const checked = row.broken === undefined ? checkRow(row.raw, lookups, absent) : brokenRow(rows.format)
    const id = textOf(row.raw.id)
    const faults = [...repeated(ids, id, row.line), ...checked.faults]
    // If a column is missing from the file, no line conforms to the standard.
    if (file.missing.length === 0 && isFaultless(faults)) counts.faultless++
    count(counts, faults, checked)
    if (faults.length > 0)
      await sink.line({ line: row.line, id: id || null, faults, readable: checked.mapped.ok })
  }
  return counts
}

/**
 * Faults of the file as a whole. Missing columns are not reported for JSON, because its records may omit
 * properties.
 */
const fileFaults = (format: Format, columns: readonly string[]): FileFaults => ({
  format,
  missing:
    format === 'json'
      ? []
      : FIELDS.filter(({ name, required }) => required && !columns.includes(name)).map(({ name }) => name),
  unknown: unknownColumns(columns)
})

const openCounts = ({ missing }: FileFaults): Counts => ({
  lines: 0,
  faultless: 0,
  errors: missing.length,
  remarks: 0,
  understood: 0,
  unreadable: 0,
  hours: { exact: 0, partial: 0, none: 0 },
  byField: Object.fromEntries(missing.map((name) => [name, 1]))
})

const BROKEN: Readonly<Record<Format, string>> = {
  csv: 'la ligne n’a pas autant de champs que l’en-tête, ou un guillemet n’est ni fermé ni doublé',
  json: 'un objet est attendu',
  ndjson: 'un objet est attendu',
  xlsx: 'la ligne ne se lit pas'
}

const brokenRow = (format: Format): CheckedRow => ({
  faults: [{ severity: 'erreur', field: '', value: null, message: BROKEN[format], understood: null }],
  mapped: { ok: false, id: null, reasons: [], findings: [] }
})

function repeated(ids: Map<string, number>, id: string, line: number): readonly Fault[] {
  const first = ids.get(id)
  if (id === '' || first === undefined) {
    ids.set(id, line)
    return []
  }
  const message = `identifiant déjà pris, ligne ${first}`
  return [{ severity: 'erreur', field: 'id', value: id, message, understood: null }]
}

const isFaultless = (faults: readonly Fault[]): boolean =>
  faults.every(({ severity }) => severity === 'remarque')

function count(counts: Counts, faults: readonly Fault[], { mapped }: CheckedRow): void {
  const errors = faults.filter(({ severity }) => severity === 'erreur')
  counts.lines++
  counts.errors += errors.length
  counts.remarks += faults.length - errors.length
  counts.understood += errors.filter(({ understood }) => understood !== null).length
  for (const { field } of errors) counts.byField[field] = (counts.byField[field] ?? 0) + 1
  if (!mapped.ok) counts.unreadable++
  else if (mapped.record.content.opening_hours.raw !== null)
    counts.hours[mapped.record.content.opening_hours.confidence]++
}
