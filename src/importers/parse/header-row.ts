import { parse } from 'csv-parse/sync'

/** Number of records in which the header is looked for; titles, dates and remarks above a header take fewer. */
const LOOKED_AT = 20

/**
 * The index of the row that contains the column names: the first row that fills more than half as many cells as the
 * fullest row. Titles above the header fill fewer.
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

/** The line of the header, counted from 1, given the beginning of a CSV file. */
export function headerLineOf(head: string): number {
  // All line ends become \n first, because csv-parse counts \r\n within quotation marks as two lines.
  const text = head.replace(/\r\n?/g, '\n')
  const [best] = [',', ';', '\t']
    .map((delimiter) => recordsOf(text, delimiter))
    .toSorted((left, right) => evenness(right) - evenness(left))
  const records = best ?? []
  const before = records[headerAmong(records.map(({ record }) => record)) - 1]
  return before === undefined ? 1 : before.info.lines + 1
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/**
 * The first records of the text; empty if the quotation marks do not match, which the import reports later with the
 * line.
 */
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

/**
 * How well a separator fits: the right one splits most records into the same number of columns, and into many.
 * Commas also occur in titles and texts, but not as evenly.
 */
function evenness(records: readonly Parsed[]): number {
  const counts = new Map<number, number>()
  for (const { record } of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  const weights = [...counts].map(([columns, times]) => (columns === 1 ? 0 : times * times + columns))
  return Math.max(0, ...weights)
}
