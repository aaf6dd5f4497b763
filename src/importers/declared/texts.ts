import { clean, type Repair } from '../clean/step.ts'
import type { Cell, RowReader } from '../row.ts'
import type { Columns, Text } from './mapping-schema.ts'

export const listed = (columns: Columns | undefined): readonly string[] =>
  columns === undefined ? [] : [columns].flat()

/** Reads the text described by the mapping, and reports repairs. `between` joins the values of a list. */
export function cellOf(
  row: RowReader,
  text: Text | undefined,
  repairs: readonly Repair[],
  between?: string
): Cell | null {
  if (text === undefined) return null
  if (typeof text === 'string' || Array.isArray(text)) return row.cell(listed(text), repairs, between)
  if ('constant' in text) return { column: '', value: text.constant, written: text.constant }
  if ('join' in text) return joined(row, text.join, text.with, repairs)
  return partOf(row, row.cell(listed(text.columns), repairs), new RegExp(text.part, 'iu'))
}

export const textOf = (row: RowReader, text: Text | undefined, repairs: readonly Repair[]): string | null =>
  cellOf(row, text, repairs)?.value ?? null

function joined(
  row: RowReader,
  columns: readonly string[],
  between: string,
  repairs: readonly Repair[]
): Cell | null {
  const cells = columns.map((column) => row.cell([column], repairs)).filter((cell) => cell !== null)
  if (cells.length === 0) return null
  const { value, applied } = clean(repairs, cells.map(({ value }) => value).join(between))
  const column = cells.map(({ column }) => column).join(', ')
  for (const reason of applied) row.report({ kind: 'repaired', field: column, reason })
  const written = cells.map((cell) => cell.written).join(between)
  return value === '' ? null : { column, value, written }
}

function partOf(row: RowReader, cell: Cell | null, part: RegExp): Cell | null {
  if (cell === null) return null
  const found = part.exec(cell.value)
  const value = (found?.[1] ?? found?.[0] ?? '').trim()
  if (value !== '') return { ...cell, value }
  row.report({
    kind: 'unmapped-value',
    field: cell.column,
    value: cell.written,
    reason: `does not match ${part.source}`
  })
  return null
}
