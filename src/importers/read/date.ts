import { twoDigits } from '../../domain/time.ts'
import { type Repair, replace } from '../clean/step.ts'
import type { Cell, RowReader } from '../row.ts'
import { mend } from './mend.ts'

const DATE: readonly Repair[] = [
  { name: 'removed spaces around the date', apply: (value) => value.trim() },
  replace('removed the time after the date', /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1'),
  {
    name: 'added the zeros of the date',
    apply: (value) =>
      value.replace(
        /^(\d{1,2})\/(\d{1,2})(?=\/\d{4})/,
        (_, day, month) => `${twoDigits(day)}/${twoDigits(month)}`
      )
  },
  replace('converted DD/MM/YYYY to YYYY-MM-DD', /^(\d{2})\/(\d{2})\/(\d{4})(?: .*)?$/, '$3-$2-$1'),
  // Dates that spreadsheets and databases show for 0: Excel's 0 January 1900, OpenDocument's 30 December 1899,
  // the first second of Unix time, and that second in time zones west of Greenwich.
  replace(
    'emptied a date that stands for a missing one, such as 1970-01-01',
    /^(?:1970-01-01|1969-12-31|1900-01-00|1899-12-3[01]|0000-00-00)$/,
    ''
  )
]

/** Whether it is a valid date: 2023-02-30 is not. */
export function isDay(value: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

export const readDay = (row: RowReader, columns: readonly string[]): string | null =>
  dayOf(row, row.cell(columns, []))

export function dayOf(row: RowReader, cell: Cell | null): string | null {
  const day = mend(row, cell, DATE)
  if (day === null || isDay(day.value)) return day?.value ?? null
  row.report({ kind: 'unreadable', field: day.column, value: day.value, reason: 'not a valid date' })
  return null
}
