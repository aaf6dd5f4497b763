import { readHours as readFrenchHours } from '../../domain/hours/read-hours.ts'
import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/opening-hours.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import type { RowReader } from '../row.ts'
import { hoursOf } from './french-hours.ts'

/** Opening hours, whatever their column promises: OpenStreetMap's `opening_hours`, or French. */
export function readHours(row: RowReader, columns: readonly string[], timezone: string): OpeningHours {
  const cell = row.cell(columns, PARAGRAPHS)
  if (cell === null) return UNKNOWN_HOURS(timezone)
  return hoursOf(row, cell.column, readFrenchHours(cell.value), timezone)
}
