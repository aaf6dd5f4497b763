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
  /** The header of a CSV file, or the names of the properties of the first record of a JSON list. */
  readonly columns: readonly string[]
  /** The row of a workbook or the line of a CSV file that contains the header, counted from 1. */
  readonly header_row?: number
  readonly rows: AsyncIterable<Row>
  /** How the end shows that the file was cut, or null; complete once the rows have been read to their end. */
  readonly cut?: () => string | null
  /** Gives up rows that are not read to their end. */
  readonly close?: () => void
}

/** Where the records of a workbook or of a CSV file are. */
export type Workbook = {
  /** Name of the sheet of a workbook; if missing, the first sheet is read. */
  readonly sheet?: string | undefined
  /**
   * The row of a workbook or the line of a CSV file that contains the header, counted from 1. If missing, the first
   * row that is not empty is the header. `find` skips titles above the header.
   */
  readonly header_row?: number | 'find' | undefined
}
