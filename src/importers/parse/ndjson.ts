import { excessOfSize, MOST_KEPT, MOST_VALUES } from '../nested.ts'
import { ImportRefused } from '../refused.ts'
import { beginningOf } from './beginning.ts'
import { outlineOf } from './json-outline.ts'
import { jsonRecord } from './json-record.ts'
import type { Row, Rows } from './row.ts'
import { textWithHead } from './text-head.ts'

/**
 * Maximum length of a line in characters. A record has a few kilobytes; without a limit, an endless line would fill
 * the memory.
 */
const LONGEST_LINE = 1024 * 1024
const LONGEST_TOLD = 1_000

/** Reads one JSON object per line. An invalid line is reported, and reading continues with the next one. */
export async function ndjsonRows(text: AsyncIterable<string>): Promise<Rows> {
  // Content is checked line by line, so no columns are required of the whole file.
  const ending: Ending = { cut: null }
  return { format: 'ndjson', columns: ['content'], rows: rowsOf(text, ending), cut: () => ending.cut }
}

/** Like `ndjsonRows`, for input that may be nothing else: refuses it if no line at its beginning starts like an object. */
export async function onlyNdjsonRows(text: AsyncIterable<string>): Promise<Rows> {
  const { head, all } = await textWithHead(text)
  if (/\S/.test(head) && !/^\s*\{/m.test(head.replace(/^\ufeff/, '')))
    throw new ImportRefused('The input is not NDJSON: no line at its beginning is a JSON object.', 'format')
  return ndjsonRows(all)
}

type Ending = { cut: string | null }

async function* rowsOf(text: AsyncIterable<string>, ending: Ending): AsyncIterable<Row> {
  let line = 0
  for await (const { lines, ends } of linesOf(text)) {
    for (const one of lines) {
      line++
      if (one.trim() === '') continue
      const row = toRow(one, line)
      // A complete last line may lack its line end, but half a line is not valid JSON.
      if (!ends && row.broken !== undefined) ending.cut = `line ${line} ${row.broken}, and it is the last one`
      yield row
    }
  }
}

/** A batch of lines; `ends` is false for the text after the last line end. */
type Lines = { readonly lines: readonly string[]; readonly ends: boolean }

/** Yields lines in batches, because awaiting each line would take minutes for a body of empty lines. */
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

function toRow(sent: string, line: number): Row {
  const text = sent.replace(/^\ufeff/, '')
  if (text.length >= SHORT) {
    const { values, levels, members } = outlineOf(text, MOST_KEPT)
    const excess = excessOfSize(values, levels)
    if (excess !== null) return excessive(text, members, line, excess)
  }
  try {
    return jsonRecord(JSON.parse(text), line)
  } catch (error) {
    return { line, raw: { '': beginningOf(text, LONGEST_TOLD) }, broken: messageOf(error) }
  }
}

/** Shorter lines have fewer than `MOST_VALUES`, because each value takes two characters. */
const SHORT = 2 * MOST_VALUES

/** A record with too many values. Parsing a megabyte with 60 000 names took 0.3 s, and the memory of 100 such lines. */
function excessive(text: string, members: readonly string[], line: number, broken: string): Row {
  try {
    if (!/^\s*\{/.test(text)) return { line, raw: { '': '' }, broken: 'is not a JSON object' }
    return { ...jsonRecord(JSON.parse(`{${members.join(',')}}`), line), broken }
  } catch (error) {
    return { line, raw: { '': beginningOf(text, LONGEST_TOLD) }, broken: messageOf(error) }
  }
}

const messageOf = (error: unknown): string =>
  `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`
