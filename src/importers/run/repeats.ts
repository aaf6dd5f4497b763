import type { StagedRejection } from '../../domain/imports/import-ports.ts'
import type { Finding } from '../finding.ts'
import type { Row } from '../parse/row.ts'
import { type Ledger, tally } from './report.ts'

/** A row that later rows may repeat, and what became of it. */
export type First = {
  readonly key: string
  /** Null until the row has been read. Repetitions are counted after that, because they come later in the file. */
  outcome: Outcome | null
}

type Outcome = {
  readonly told: readonly Finding[] | null
  readonly located: boolean
  /** Null for an accepted record. */
  readonly rejection: Pick<StagedRejection, 'record_id' | 'reasons'> | null
}

/** A row that repeats an earlier one word for word. */
export type Repeat = { readonly line: number; readonly first: First }

/** 10 MB if all are in use. A row that repeats one that was forgotten is read again, with the same result. */
const REMEMBERED = 2 ** 16

/** Remembers the rows of a run by their keys. Returns the row that had the same key, or null if this is the first. */
export function rowMemory(): (row: First) => First | null {
  const slots: (First | undefined)[] = new Array(REMEMBERED)
  return (row) => {
    const slot = Number.parseInt(row.key.slice(0, 8), 16) % REMEMBERED
    const known = slots[slot]
    if (known?.key === row.key) return known
    slots[slot] = row
    return null
  }
}

/** Parts rows into those to be read, each with its key and its place in the memory, and repetitions. */
export function partRepeats(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  firstOf: ReturnType<typeof rowMemory>
): { readonly rows: readonly Row[]; readonly firsts: readonly First[]; readonly repeats: readonly Repeat[] } {
  const repeats: Repeat[] = []
  const firsts: First[] = []
  const read = rows.filter((row) => {
    const own: First = { key: keyOf(row), outcome: null }
    // Of a row that could not be parsed, only the beginning is known.
    const first = row.broken === undefined ? firstOf(own) : null
    if (first === null) firsts.push(own)
    else repeats.push({ line: row.line, first })
    return first === null
  })
  return { rows: read, firsts, repeats }
}

/** Notes that the row of an accepted record was rejected after all. */
export function noteRejection(
  firsts: ReadonlyMap<number, First>,
  { line, record_id, reasons }: StagedRejection
): void {
  const first = firsts.get(line)
  if (first?.outcome) first.outcome = { ...first.outcome, rejection: { record_id, reasons } }
}

/**
 * Counts repetitions as if each had been read and staged: a body of a million equal lines took seven minutes. Returns
 * those to be rejected; their raw record is kept with the first.
 */
export function countRepeats(ledger: Ledger, repeats: readonly Repeat[]): readonly StagedRejection[] {
  return repeats.flatMap(({ line, first: { outcome } }) => {
    if (outcome === null) throw new Error(`Line ${line} repeats a row that was not read.`)
    const { told, located, rejection } = outcome
    if (told !== null) tally(ledger, told, line)
    if (rejection !== null) return [{ line, ...rejection, raw: null }]
    ledger.repeated++
    ledger.counts.unchanged++
    ledger.positions[located ? 'source' : 'kept']++
    return []
  })
}
