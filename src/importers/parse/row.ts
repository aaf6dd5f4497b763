/** One record of a file, or what stands in its place. */
export type Row = {
  /** Line of a CSV or NDJSON file; of a JSON list, which record it is, from 1. */
  readonly line: number
  readonly raw: Readonly<Record<string, unknown>>
  /** Why it cannot be read as a record at all. */
  readonly broken?: string
}

export type Format = 'csv' | 'json' | 'xlsx' | 'ndjson'

/** What `line` counts. */
export const unitOf = (format: Format): string => (format === 'json' ? 'record' : 'line')

export type Rows = {
  readonly format: Format
  /** Of a CSV file, its header; of a JSON list, the properties of its first record. */
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<Row>
}
