import { ImportRefused } from '../refused.ts'
import type { Row, Rows } from './row.ts'

/** A record is a few kilobytes; an endless line would be held in memory. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_TOLD = 1_000

/** Reads one JSON object per line. An invalid line is reported, and reading continues with the next one. */
export async function ndjsonRows(text: AsyncIterable<string>): Promise<Rows> {
  // Content is checked line by line, so no columns are required of the whole file.
  return { format: 'ndjson', columns: ['content'], rows: rowsOf(text) }
}

async function* rowsOf(text: AsyncIterable<string>): AsyncIterable<Row> {
  let line = 0
  for await (const lines of linesOf(text)) {
    for (const one of lines) {
      line++
      if (one.trim() !== '') yield toRow(one, line)
    }
  }
}

/** Yields lines in batches: awaiting each one would take minutes for a body of empty lines. */
async function* linesOf(text: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield lines
    if (rest.length > LONGEST_LINE) throw new ImportRefused('A line is longer than one megabyte.')
  }
  yield [rest]
}

function toRow(text: string, line: number): Row {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { line, raw: value as Row['raw'] }
    }
    return { line, raw: { '': value }, broken: 'is not a JSON object' }
  } catch (error) {
    const broken = `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`
    return { line, raw: { '': text.slice(0, LONGEST_TOLD) }, broken }
  }
}
