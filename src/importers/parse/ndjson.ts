import { ImportRefused } from '../refused.ts'
import type { Row, Rows } from './row.ts'

/** A record of a place is some kilobytes; a line without end would be held whole in memory. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_TOLD = 1_000

/** One JSON object a line. A line that is none is told, and the next is read. */
export async function ndjsonRows(text: AsyncIterable<string>): Promise<Rows> {
  // What they hold is checked line by line, so no columns are asked of the whole.
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

/** In bunches: waiting for each would make a body of nothing but line ends last for minutes. */
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
