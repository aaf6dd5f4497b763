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
  if ('text' in hours) return readHoursOf(row, cellOf(row, hours.text, PARAGRAPHS, '\n'), timezone)

  const comment = row.cell(listed(hours.comment), PARAGRAPHS, '\n')?.value ?? null
  // JSON may hold the times of a day as a list.
  const cell = (column: string): string | null => row.cell([column], LINE, ', ')?.value ?? null
  if ('days' in hours) {
    const days: DayColumns = mapDays(hours.days, cell)
    const fields = [...Object.values(hours.days), ...listed(hours.comment)].join(', ')
    return hoursOf(row, fields, readDayColumns(days, comment), timezone)
  }
  if ('opens_closes' in hours) {
    const pairs = Object.values(hours.opens_closes).flatMap(({ opens, closes }) => [opens, closes])
    const days: DayColumns = mapDays(hours.opens_closes, (day) => timesOf(row, day))
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

/**
 * Pairs opening and closing times: `9h` and `12h`, `14h` and `18h` become "9h-12h, 14h-18h". A time without its
 * counterpart is kept alone, and the reader of hours does not understand it.
 */
function timesOf(
  row: RowReader,
  { opens, closes }: { readonly opens: Columns; readonly closes: Columns }
): string | null {
  const times = (column: string) => row.cells([column], NOWHERE, LINE).map(({ value }) => value)
  const ends = listed(closes)
  const spans = listed(opens).flatMap((column, index) => spansOf(times(column), times(ends[index] ?? '')))
  return spans.join(', ') || null
}

const NOWHERE = /(?!)/

const spansOf = (starts: readonly string[], ends: readonly string[]): readonly string[] =>
  starts.length === ends.length
    ? starts.map((start, index) => (start === ends[index] ? start : `${start}-${ends[index]}`))
    : [...starts, ...ends]

const mapDays = <From, To>(days: Readonly<Record<string, From>>, read: (day: From) => To) =>
  Object.fromEntries(Object.entries(days).map(([day, from]) => [day, read(from)]))
