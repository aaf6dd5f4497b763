import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/opening-hours.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import { readHours } from '../read/hours.ts'
import type { RowReader } from '../row.ts'
import type { Hours } from './mapping-schema.ts'
import { listed } from './texts.ts'

export function readDeclaredHours(row: RowReader, hours: Hours | undefined, timezone: string): OpeningHours {
  if (hours === undefined) return UNKNOWN_HOURS(timezone)
  if ('osm' in hours) return readHours(row, listed(hours.osm), timezone)
  if ('text' in hours) {
    const raw = row.cell(listed(hours.text), PARAGRAPHS)?.value ?? null
    return { ...UNKNOWN_HOURS(timezone), raw }
  }
  return UNKNOWN_HOURS(timezone)
}
