import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { ImportRefused } from '../refused.ts'
import { type CsvRecord, type CsvRecords, csvRecords, fieldsOfFaulty } from './csv-records.ts'
import { namesOf } from './header.ts'
import { headerLineOf } from './header-row.ts'
import type { Row, Rows, Workbook } from './row.ts'

/**
 * Reads the rows of a CSV file. `header_row` is the line of the header, counted from 1, or `find` to search for it;
 * the lines before it are not read.
 */
export async function csvRows(
  head: string,
  text: AsyncIterable<string>,
  header_row?: Workbook['header_row']
): Promise<Rows> {
  const announced = SEPARATOR_LINE.exec(head)
  const line = header_row === 'find' ? headerLineOf(head) : (header_row ?? 1)
  const above = linesAbove(head, line)
  const start = Math.max(above, announced?.[0].length ?? (head.startsWith('\ufeff') ? 1 : 0))
  const delimiter = announced?.[1] ?? delimiterOf(head.slice(start))
  const lineEnd = lineEndOf(head)
  const records = csvRecords(from(text, start), delimiter, lineEnd)
  const parser = parse({
    delimiter,
    record_delimiter: lineEnd === '\n' ? ['\r\n', '\n'] : ['\r'],
    relax_column_count: true,
    // Quotation marks inside an unquoted field; every quoted field in these records is closed.
    relax_quotes: true,
    skip_empty_lines: true
  })
  // pipeline destroys the parser on an error of the text, so the error arrives through the parser.
  pipeline(Readable.from(records.text), parser, () => {})
  const parsed = (parser as AsyncIterable<readonly string[]>)[Symbol.asyncIterator]()
  const first = await parsed.next()
  refuseFaulty(records.found.shift())
  if (first.done !== true) refuseWide(first.value.length)
  const table: Table = {
    columns: first.done === true ? [] : namesOf(first.value),
    header: first.done === true ? [] : first.value,
    delimiter,
    linesBefore: Math.max(line - 1, announced === null ? 0 : 1),
    records,
    ending: { short: 0, last: null, afterOpen: 0, brokenAfterOpen: 0, json: 0, firstJson: 0 }
  }
  return {
    format: 'csv',
    columns: table.columns,
    header_row: line,
    rows: rowsOf(parsed, table),
    cut: () => cutOf(table)
  }
}

/** The number of characters before this line, which is counted from 1. */
function linesAbove(head: string, line: number): number {
  if (line === 1) return 0
  const ends = [...head.matchAll(/\r\n|\n|\r/g)]
  const end = ends[line - 2]
  if (end === undefined)
    throw new ImportRefused(
      `The header cannot be in line ${line}: the file has fewer lines before its records (header_row).`
    )
  return end.index + end[0].length
}

/**
 * Returns the line end of the file. Old programs for the Mac end lines with \r alone, even if multi-line cells
 * contain \n.
 */
function lineEndOf(head: string): '\n' | '\r' {
  const unquoted = head.replace(/"(?:[^"]|"")*"/g, '')
  return unquoted.includes('\n') || !unquoted.includes('\r') ? '\n' : '\r'
}

/** The first line that Excel writes and reads to declare the separator: `sep=;`. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([^\p{L}\p{N}"\r\n])"?(?:\r\n|\n|\r)/iu

type Table = {
  readonly columns: readonly string[]
  /** The names as they are written. */
  readonly header: readonly string[]
  readonly delimiter: string
  /** Lines before the header. */
  readonly linesBefore: number
  readonly records: CsvRecords
  readonly ending: Ending
}

/**
 * What is counted while reading, to tell later whether the file was cut: `short` is the number of lines with fewer
 * fields than the header, and `last` says what is wrong with the last line if it is such a line.
 */
type Ending = {
  short: number
  last: string | null
  /** Number of rows after a quotation mark that is never closed; `brokenAfterOpen` is how many of them are broken. */
  afterOpen: number
  brokenAfterOpen: number
  /** Lines that are a JSON object, and the first of them. */
  json: number
  firstJson: number
}

async function* from(text: AsyncIterable<string>, start: number): AsyncIterable<string> {
  let left = start
  for await (const chunk of text) {
    yield chunk.slice(left)
    left = Math.max(0, left - chunk.length)
  }
}

async function* rowsOf(parsed: AsyncIterator<readonly string[]>, table: Table): AsyncIterable<Row> {
  const { found } = table.records
  for (;;) {
    const next = await parsed.next()
    if (next.done === true) return
    const record = found.shift()
    if (record === undefined) throw new Error('The CSV parser found a record more than there are.')
    if (record.fault !== undefined) {
      yield counted(faultyRow(record.fault, table, record.line), 0, table)
      continue
    }
    if (next.value.every((value) => value.trim() === '')) continue
    const row = toRow(next.value, table, record.line + table.linesBefore)
    yield counted(row, next.value.length, table)
  }
}

/** Updates `ending` with this row, so that the end of the file shows whether it was cut. Returns the row. */
function counted(row: Row, fields: number, { columns, records, ending, linesBefore }: Table): Row {
  const isShort = row.broken?.startsWith('has ') === true && fields > 0 && fields < columns.length
  if (isShort) ending.short++
  ending.last = isShort ? `line ${row.line} ${row.broken}, and it is the last one` : null
  const open = records.open()
  if (open !== null && row.line > open + linesBefore) {
    ending.afterOpen++
    if (row.broken !== undefined) ending.brokenAfterOpen++
  }
  return row
}

/** So many lines were not pasted by mistake: two files in different formats were joined. */
const MANY_JSON = 3

/**
 * How the end of the file shows that it was cut, or null. If a quotation mark is never closed, either the file ends
 * within the quoted text, or the closing mark was forgotten; in the second case, whole records follow it.
 */
function cutOf({ records, ending, linesBefore }: Table): string | null {
  if (ending.json >= MANY_JSON) return `from line ${ending.firstJson} on it contains JSON instead of CSV`
  const open = records.open()
  if (open === null) return ending.short === 1 ? ending.last : null
  if (ending.afterOpen > 0 && ending.brokenAfterOpen === 0) return null
  return `the file ends within the quotation marks that open in line ${open + linesBefore}`
}

function toRow(record: readonly string[], table: Table, line: number): Row {
  const { columns, ending } = table
  const { raw, beyond } = rawOf(record, columns)
  if (isJson(record)) {
    if (ending.json === 0) ending.firstJson = line
    ending.json++
    return { line, raw, broken: 'is JSON, in the middle of a CSV file' }
  }
  if (isHeader(record, table.header)) return { line, raw, broken: 'repeats the header' }
  // Spreadsheets add surplus separators at the end of lines; empty fields there are ignored.
  const isWhole = record.length >= columns.length
  if (isWhole && record.slice(columns.length).every((value) => value === '')) return { line, raw }
  return {
    line,
    raw: { ...raw, ...(beyond.length > 0 && { '': beyond }) },
    broken: `has ${record.length} fields but the header has ${columns.length}: a separator or a quotation mark is wrong`
  }
}

/** Files are joined with the header of each. */
const isHeader = (record: readonly string[], header: readonly string[]): boolean =>
  record.length >= header.length &&
  record[0]?.trim() === header[0]?.trim() &&
  header.every((name, index) => record[index]?.trim() === name.trim())

/** `{"id": 1` in the first field, and the end of the object in another one. */
const isJson = (record: readonly string[]): boolean =>
  record.length > 1 &&
  record[0]?.trimStart().startsWith('{') === true &&
  /^\s*\{\s*"[^"]*"\s*:/.test(record[0]) &&
  !record[0].trimEnd().endsWith('}')

/** Surplus fields that the report of a broken line shows. */
const MOST_BEYOND = 100

function rawOf(record: readonly string[], columns: readonly string[]) {
  const raw = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
  return { raw, beyond: record.slice(columns.length, columns.length + MOST_BEYOND) }
}

function faultyRow(
  { text, reason }: NonNullable<CsvRecord['fault']>,
  { columns, delimiter, linesBefore }: Table,
  line: number
): Row {
  const { raw, beyond } = rawOf(fieldsOfFaulty(text, delimiter), columns)
  return {
    line: line + linesBefore,
    raw: { ...raw, ...(beyond.length > 0 && { '': beyond }) },
    broken: reason
  }
}

/** The separator that splits the header into the most columns, ignoring quoted text. */
function delimiterOf(head: string): string {
  const header = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(head)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const columns = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (columns(other) > columns(best) ? other : best))
}

/** The widest real file has 90 columns. */
const MOST_COLUMNS = 1_000

function refuseWide(columns: number): void {
  if (columns <= MOST_COLUMNS) return
  throw new ImportRefused(
    `The header has ${columns} columns; at most ${MOST_COLUMNS} are read.`,
    'input',
    `L’en-tête a ${columns} colonnes ; ${MOST_COLUMNS} au plus sont lues.`
  )
}

/** Refuses the file if its header is faulty, because no record can be read without the header. */
function refuseFaulty(header: CsvRecord | undefined): void {
  if (header?.fault === undefined) return
  const { line, fault } = header
  throw new ImportRefused(
    `The CSV cannot be read, because its header ${fault.reason} (line ${line}).`,
    'input',
    `Le CSV ne se lit pas : un guillemet de l’en-tête (ligne ${line}) n’est pas fermé ou est mal placé.`
  )
}
