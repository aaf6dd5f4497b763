import { readHours as readFrenchHours } from '../../domain/hours/read/read-hours.ts'
import type { HoursReading } from '../../domain/hours/reading.ts'
import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/places/opening-hours.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'
import { hoursOf } from './french-hours.ts'

/** Reads opening hours in the OpenStreetMap format or in French, whatever the column should contain. */
export function readHours(row: RowReader, columns: readonly string[], timezone: string): OpeningHours {
  return readHoursOf(row, row.cell(columns, PARAGRAPHS, '; '), timezone)
}

/** Reads opening hours like `readHours`, from a text that was put together from several columns. */
export function readHoursOf(row: RowReader, cell: Cell | null, timezone: string): OpeningHours {
  if (cell === null) return UNKNOWN_HOURS(timezone)
  return hoursOf(row, cell.column, readOnce(cell.value), timezone)
}

/**
 * Cache of a few MB. Many records have identical hours, and reading them again for each record took a twentieth of
 * the computing time of an import.
 */
const readings = new Map<string, HoursReading>()
const MOST_READINGS = 10_000

function readOnce(text: string): HoursReading {
  const known = readings.get(text)
  if (known !== undefined) return known
  const reading = readFrenchHours(text)
  if (readings.size >= MOST_READINGS) readings.clear()
  readings.set(text, reading)
  return reading
}
