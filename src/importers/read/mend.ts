import { clean, type Repair } from '../clean/step.ts'
import type { Cell, RowReader } from '../row.ts'

/** Applies further repairs to a cell, and reports them; null if nothing remains. */
export function mend(row: RowReader, cell: Cell | null, repairs: readonly Repair[]): Cell | null {
  if (cell === null) return null
  const { value, applied } = clean(repairs, cell.value)
  for (const reason of applied) row.report({ kind: 'repaired', field: cell.column, reason })
  return value === '' ? null : { ...cell, value }
}
