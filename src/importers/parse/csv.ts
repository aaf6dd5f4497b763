import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { ImportRefused } from '../refused.ts'
import { type CsvRecord, type CsvRecords, csvRecords, fieldsOfFaulty } from './csv-records.ts'
import { namesOf } from './header.ts'
import { headerLineOf } from './header-row.ts'
import type { Row, Rows, Workbook } from './row.ts'

/** `header_row`: line of the header, from 1, or `find`. Lines before it are not read. */
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
  const table: Table = {
    columns: first.done === true ? [] : namesOf(first.value),
    delimiter,
    linesBefore: Math.max(line - 1, announced === null ? 0 : 1),
    records,
    ending: { short: 0, last: null, afterOpen: 0, brokenAfterOpen: 0 }
  }
  return {
    format: 'csv',
    columns: table.columns,
    header_row: line,
    rows: rowsOf(parsed, table),
    cut: () => cutOf(table)
  }
}

/** The characters before this line, from 1. */
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

/** Old programs for the Mac end lines with \r alone, also if cells of several lines contain \n. */
function lineEndOf(head: string): '\n' | '\r' {
  const unquoted = head.replace(/"(?:[^"]|"")*"/g, '')
  return unquoted.includes('\n') || !unquoted.includes('\r') ? '\n' : '\r'
}

/** Excel writes and reads the separator in a first line: `sep=;`. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([^\p{L}\p{N}"\r\n])"?(?:\r\n|\n|\r)/iu

type Table = {
  readonly columns: readonly string[]
  readonly delimiter: string
  /** Lines before the header. */
  readonly linesBefore: number
  readonly records: CsvRecords
  readonly ending: Ending
}

/** Lines with fewer fields than the header, and what is wrong with the last line if it is one of them. */
type Ending = {
  short: number
  last: string | null
  /** Rows after a quotation mark that is never closed, and those of them that are broken. */
  afterOpen: number
  brokenAfterOpen: number
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
    // At least the records before this one have been found.
    let record = found.shift()
    for (; record?.fault !== undefined; record = found.shift()) {
      yield counted(faultyRow(record.fault, table, record.line), 0, table)
    }
    if (next.done === true) return
    if (record === undefined) throw new Error('The CSV parser found a record more than there are.')
    if (next.value.every((value) => value.trim() === '')) continue
    const row = toRow(next.value, table.columns, record.line + table.linesBefore)
    yield counted(row, next.value.length, table)
  }
}

/** Notes what shows later whether the file was cut. */
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

/**
 * A quotation mark that is never closed: either it was forgotten, and whole records follow, or the file ends
 * within the quoted text.
 */
function cutOf({ records, ending, linesBefore }: Table): string | null {
  const open = records.open()
  if (open === null) return ending.short === 1 ? ending.last : null
  if (ending.afterOpen > 0 && ending.brokenAfterOpen === 0) return null
  return `the file ends within the quotation marks that open in line ${open + linesBefore}`
}

function toRow(record: readonly string[], columns: readonly string[], line: number): Row {
  const { raw, beyond } = rawOf(record, columns)
  // Spreadsheets add surplus separators at the end of lines; empty fields there are ignored.
  if (record.length >= columns.length && beyond.every((value) => value === '')) return { line, raw }
  return {
    line,
    raw: { ...raw, ...(beyond.length > 0 && { '': beyond }) },
    broken: `has ${record.length} fields but the header has ${columns.length}: a separator or a quotation mark is wrong`
  }
}

function rawOf(record: readonly string[], columns: readonly string[]) {
  const raw = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))
  return { raw, beyond: record.slice(columns.length) }
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

/** The separator that splits the header into most columns, ignoring quoted text. */
function delimiterOf(head: string): string {
  const header = /^(?:[^"\r\n]|"(?:[^"]|"")*")*/.exec(head)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const columns = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (columns(other) > columns(best) ? other : best))
}

/** Without its header, nothing of a file can be read. */
function refuseFaulty(header: CsvRecord | undefined): void {
  if (header?.fault === undefined) return
  const { line, fault } = header
  throw new ImportRefused(
    `The CSV cannot be read, because its header ${fault.reason} (line ${line}).`,
    'input',
    `Le CSV ne se lit pas : un guillemet de l’en-tête (ligne ${line}) n’est pas fermé ou est mal placé.`
  )
}
