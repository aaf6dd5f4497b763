import { ImportRefused } from '../refused.ts'
import { jsonRecord } from './json-record.ts'
import type { Row, Rows } from './row.ts'

/** A record is a few kilobytes; an endless line would be held in memory. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_TOLD = 1_000

/** Reads one JSON object per line. An invalid line is reported, and reading continues with the next one. */
export async function ndjsonRows(text: AsyncIterable<string>): Promise<Rows> {
  // Content is checked line by line, so no columns are required of the whole file.
  const ending: Ending = { cut: null }
  return { format: 'ndjson', columns: ['content'], rows: rowsOf(text, ending), cut: () => ending.cut }
}

type Ending = { cut: string | null }

async function* rowsOf(text: AsyncIterable<string>, ending: Ending): AsyncIterable<Row> {
  let line = 0
  for await (const { lines, ends } of linesOf(text)) {
    for (const one of lines) {
      line++
      if (one.trim() === '') continue
      const row = toRow(one, line)
      // A whole last line may lack its line end; half a line is no JSON.
      if (!ends && row.broken !== undefined) ending.cut = `line ${line} ${row.broken}, and it is the last one`
      yield row
    }
  }
}

/** `ends` is false for what follows the last line end. */
type Lines = { readonly lines: readonly string[]; readonly ends: boolean }

/** Yields lines in batches: awaiting each one would take minutes for a body of empty lines. */
async function* linesOf(text: AsyncIterable<string>): AsyncIterable<Lines> {
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield { lines, ends: true }
    if (rest.length > LONGEST_LINE) throw new ImportRefused('A line is longer than one megabyte.')
  }
  yield { lines: [rest], ends: false }
}

function toRow(text: string, line: number): Row {
  try {
    return jsonRecord(JSON.parse(text.replace(/^\ufeff/, '')), line)
  } catch (error) {
    const broken = `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`
    return { line, raw: { '': text.slice(0, LONGEST_TOLD) }, broken }
  }
}
