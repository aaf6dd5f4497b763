import { parse } from 'csv-parse/sync'

/** Records looked at; titles, dates and remarks above a header take fewer. */
const LOOKED_AT = 20

/**
 * The index of the row with the names of the columns: titles above it fill at most half of the columns that the fullest
 * row fills.
 */
export function headerAmong(rows: readonly (readonly unknown[])[]): number {
  const filled = rows
    .slice(0, LOOKED_AT)
    .map((cells) => cells.filter((cell) => String(cell ?? '').trim() !== '').length)
  const most = Math.max(0, ...filled)
  return Math.max(
    0,
    filled.findIndex((count) => count > most / 2)
  )
}

/** The line of the header in the beginning of a CSV file, from 1. */
export function headerLineOf(head: string): number {
  // csv-parse counts a line end of two characters within quotation marks twice.
  const text = head.replace(/\r\n?/g, '\n')
  const [best] = [',', ';', '\t']
    .map((delimiter) => recordsOf(text, delimiter))
    .toSorted((left, right) => evenness(right) - evenness(left))
  const records = best ?? []
  const before = records[headerAmong(records.map(({ record }) => record)) - 1]
  return before === undefined ? 1 : before.info.lines + 1
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** None if the quotation marks do not fit; the import then says where. */
function recordsOf(text: string, delimiter: string): readonly Parsed[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      to: LOOKED_AT
    }) as unknown as readonly Parsed[]
  } catch {
    return []
  }
}

/** The right separator gives most records the same number of columns, and many. Commas are also in titles and texts. */
function evenness(records: readonly Parsed[]): number {
  const counts = new Map<number, number>()
  for (const { record } of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  const weights = [...counts].map(([columns, times]) => (columns === 1 ? 0 : times * times + columns))
  return Math.max(0, ...weights)
}
