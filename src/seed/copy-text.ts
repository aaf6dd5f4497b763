import { STAGED_COLUMNS, type StagedSample } from '../store/queries/sample-stage.sql.ts'

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A line of COPY's text format. */
export const copyText = (row: StagedSample): string =>
  `${STAGED_COLUMNS.map((column) => field(row[column])).join('\t')}\n`

const field = (value: string | number | boolean | null): string =>
  value === null
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
