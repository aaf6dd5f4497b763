import { type DayColumns, readDayColumns, readHalfDayColumns } from '../../domain/hours/read/read-columns.ts'
import { type OpeningHours, UNKNOWN_HOURS } from '../../domain/places/opening-hours.ts'
import { LINE, PARAGRAPHS } from '../clean/text.ts'
import { hoursOf } from '../read/french-hours.ts'
import { readHours, readHoursOf } from '../read/hours.ts'
import type { RowReader } from '../row.ts'
import type { Columns, Hours } from './mapping-schema.ts'
import { cellOf, listed } from './texts.ts'

export function readDeclaredHours(row: RowReader, hours: Hours | undefined, timezone: string): OpeningHours {
  if (hours === undefined) return UNKNOWN_HOURS(timezone)
  if ('osm' in hours) return readHours(row, listed(hours.osm), timezone)
  if ('text' in hours) return readHoursOf(row, cellOf(row, hours.text, PARAGRAPHS), timezone)

  const comment = row.cell(listed(hours.comment), PARAGRAPHS)?.value ?? null
  const cell = (column: string): string | null => row.cell([column], LINE)?.value ?? null
  if ('days' in hours) {
    const days: DayColumns = mapDays(hours.days, cell)
    const fields = [...Object.values(hours.days), ...listed(hours.comment)].join(', ')
    return hoursOf(row, fields, readDayColumns(days, comment), timezone)
  }
  if ('opens_closes' in hours) {
    const pairs = Object.values(hours.opens_closes).flatMap(({ opens, closes }) => [opens, closes])
    const days: DayColumns = mapDays(hours.opens_closes, (day) => timesOf(day, cell))
    return hoursOf(
      row,
      [...pairs.flat(), ...listed(hours.comment)].join(', '),
      readDayColumns(days, comment),
      timezone
    )
  }
  const halves = mapDays(hours.half_days, ({ morning, afternoon }) => ({
    am: morning === undefined ? null : cell(morning),
    pm: afternoon === undefined ? null : cell(afternoon)
  }))
  const columns = Object.values(hours.half_days).flatMap(({ morning, afternoon }) => [
    morning ?? [],
    afternoon ?? []
  ])
  const fields = [...columns.flat(), ...listed(hours.comment)].join(', ')
  return hoursOf(row, fields, readHalfDayColumns(halves, comment), timezone)
}

/** `9h` and `12h`, `14h` and `18h` as "9h-12h, 14h-18h"; a time without its other one is kept, and not understood. */
function timesOf(
  { opens, closes }: { readonly opens: Columns; readonly closes: Columns },
  cell: (column: string) => string | null
): string | null {
  const ends = listed(closes)
  const spans = listed(opens).map((column, index) => {
    const [start, end] = [cell(column), cell(ends[index] ?? '')]
    return start !== null && end !== null && start !== end ? `${start}-${end}` : (start ?? end)
  })
  return spans.filter((span) => span !== null).join(', ') || null
}

const mapDays = <From, To>(days: Readonly<Record<string, From>>, read: (day: From) => To) =>
  Object.fromEntries(Object.entries(days).map(([day, from]) => [day, read(from)]))
