/** One record of a file, or what could be read of it. */
export type Row = {
  /** Line of a CSV or NDJSON file; for a JSON list, the number of the record, from 1. */
  readonly line: number
  readonly raw: Readonly<Record<string, unknown>>
  /** Why it cannot be read as a record. */
  readonly broken?: string
}

export type Format = 'csv' | 'json' | 'xlsx' | 'ndjson'

/** The unit that `line` counts. */
export const unitOf = (format: Format): string => (format === 'json' ? 'record' : 'line')

export type Rows = {
  readonly format: Format
  /** The header of a CSV file, or the properties of the first record of a JSON list. */
  readonly columns: readonly string[]
  /** Row of a workbook, or line of a CSV file, with the header, from 1. */
  readonly header_row?: number
  readonly rows: AsyncIterable<Row>
  /** How the end shows that the file was cut, or null; complete once the rows have been read to their end. */
  readonly cut?: () => string | null
}

/** Where the records of a workbook or of a CSV file are. */
export type Workbook = {
  /** Name of the sheet of a workbook; the first one if missing. */
  readonly sheet?: string | undefined
  /**
   * Row of a workbook, or line of a CSV file, with the header, from 1; the first that is not empty if missing. `find`
   * passes over titles above the header.
   */
  readonly header_row?: number | 'find' | undefined
}
