import type { HoursReading } from '../../domain/hours/reading.ts'
import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/places/opening-hours.ts'
import type { RowReader } from '../row.ts'

/** The opening hours as read; text that was not understood is reported and kept in the raw text. */
export function hoursOf(
  row: RowReader,
  field: string,
  { raw, osm, confidence, leftover }: HoursReading,
  timezone: string
): OpeningHours {
  if (raw === '') return UNKNOWN_HOURS(timezone)
  if (leftover !== null) {
    row.report({
      kind: 'unreadable',
      field,
      value: leftover,
      reason: 'not understood as opening hours; kept as text'
    })
  }
  return { osm, raw, confidence, timezone }
}
