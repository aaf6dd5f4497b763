import { type Repair, replace } from '../clean/step.ts'
import type { RowReader } from '../row.ts'

const DATE: readonly Repair[] = [
  { name: 'dropped spaces around the date', apply: (value) => value.trim() },
  replace('dropped the time of the date', /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1'),
  replace('wrote DD/MM/YYYY as YYYY-MM-DD', /^(\d{2})\/(\d{2})\/(\d{4})(?: .*)?$/, '$3-$2-$1')
]

/** A day of the calendar: 2023-02-30 is none. */
export function isDay(value: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

export function readDay(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, DATE)
  if (cell === null || isDay(cell.value)) return cell?.value ?? null
  row.tell({ kind: 'unreadable', field: cell.column, value: cell.value, reason: 'not a day of the calendar' })
  return null
}
