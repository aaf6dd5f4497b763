import { pipeline, Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { ImportRefused } from '../refused.ts'
import { namesOf } from './header.ts'
import type { Row, Rows } from './row.ts'

/** A longer record means that a quotation mark was not closed. */
const MAX_RECORD = 1024 * 1024

type Parsed = { readonly record: readonly string[]; readonly info: Info }

export async function csvRows(head: string, text: AsyncIterable<string>): Promise<Rows> {
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    columns: false,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD
  })
  // pipeline destroys the parser on an error of the text, so the error arrives through the parser.
  pipeline(Readable.from(text), parser, () => {})
  const iterator = (parser as AsyncIterable<Parsed>)[Symbol.asyncIterator]()
  const first = await iterator.next().catch(refuse)
  const columns = first.done === true ? [] : namesOf(first.value.record)
  const ending: Ending = { short: 0, last: null }
  return {
    format: 'csv',
    columns,
    rows: rowsOf(iterator, columns, first.done === true ? 0 : first.value.info.lines, ending),
    cut: () => (ending.short === 1 ? ending.last : null)
  }
}

/** Lines with fewer fields than the header, and what is wrong with the last line if it is one of them. */
type Ending = { short: number; last: string | null }

async function* rowsOf(
  parsed: AsyncIterator<Parsed>,
  columns: readonly string[],
  headerEnd: number,
  ending: Ending
): AsyncIterable<Row> {
  // The parser reports where a record ends; people look for the line where it starts.
  let end = headerEnd
  for (;;) {
    const next = await parsed.next().catch(refuse)
    if (next.done === true) return
    const { record, info } = next.value
    const line = end + 1
    end = info.lines
    if (record.every((value) => value.trim() === '')) continue
    const row = toRow(record, columns, line)
    const isShort = record.length < columns.length
    if (isShort) ending.short++
    ending.last = isShort ? `line ${line} ${row.broken}` : null
    yield row
  }
}

function toRow(record: readonly string[], columns: readonly string[], line: number): Row {
  const raw = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
  const beyond = record.slice(columns.length)
  // Spreadsheets add surplus separators at the end of lines; empty fields there are ignored.
  if (record.length >= columns.length && beyond.every((value) => value === '')) return { line, raw }
  return {
    line,
    raw: { ...raw, ...(beyond.length > 0 && { '': beyond }) },
    broken: `has ${record.length} fields but the header has ${columns.length}: a separator or a quotation mark is wrong`
  }
}

/** The separator that splits the header into most columns, ignoring quoted text. */
function delimiterOf(head: string): string {
  const header = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(head)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const columns = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (columns(other) > columns(best) ? other : best))
}

function refuse(error: unknown): never {
  if (!(error instanceof CsvError)) throw error
  throw new ImportRefused(
    `The CSV cannot be read: ${error.message}.`,
    'input',
    `Le CSV ne se lit pas : ${error.message}.`
  )
}
