import { beginningOf } from './beginning.ts'

/**
 * Maximum length of a record in characters. A longer record is rejected: either a quotation mark was not closed, or
 * a cell contains something that is not text for people.
 */
const LONGEST_RECORD = 1024 * 1024
/** A megabyte of separators would become a million fields. */
const MOST_FIELDS = 5_000
/**
 * Passed on instead of a faulty line, so that its report waits for no other record: a file of faulty lines alone would be
 * held in memory. No separator is a letter.
 */
const STAND_IN = 'x'
/** Number of characters of a rejected line that are shown in the report. */
const LONGEST_SHOWN = 10_000

/** A record of the file, identified by its first line. If it is rejected, `fault` holds its text and the reason. */
export type CsvRecord = {
  readonly line: number
  readonly fault?: { readonly text: string; readonly reason: string }
}

export type CsvRecords = {
  /** The text with a stand-in for each faulty line; every quoted field in it is closed. */
  readonly text: AsyncIterable<string>
  /** The records of `text`, in order; the reader takes them off. */
  readonly found: CsvRecord[]
  /** Line of a quotation mark that is still open at the end of the file; null if there is none. */
  readonly open: () => number | null
}

/**
 * Finds faulty quotation marks before the text is parsed. csv-parse either stops at the first one, or skips ahead
 * until the quotation marks match again, which may be thousands of lines later. This function leaves out only the
 * line on which the faulty record starts, and continues with the next line.
 */
export function csvRecords(text: AsyncIterable<string>, delimiter: string, lineEnd: '\n' | '\r'): CsvRecords {
  const found: CsvRecord[] = []
  const state: State = { delimiter, lineEnd, found, line: 0, held: [], size: 0, open: null }
  return { text: checked(text, state), found, open: () => state.open }
}

type State = {
  readonly delimiter: string
  readonly lineEnd: string
  readonly found: CsvRecord[]
  /** Number of lines processed so far. */
  line: number
  /** Lines of the current record, while one of its quotation marks is still open. */
  held: string[]
  size: number
  open: number | null
}

async function* checked(text: AsyncIterable<string>, state: State): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split(state.lineEnd)
    rest = lines.pop() ?? ''
    // A line that is too long is cut to slightly more than the limit, so that it is still recognised as too long.
    if (rest.length > 2 * LONGEST_RECORD) rest = rest.slice(0, LONGEST_RECORD + 1)
    yield lines.map((line) => take(line, state)).join('')
  }
  yield take(rest, state)
  // Each pass rejects the first of the held lines, and processes the others again.
  while (state.held.length > 0) {
    state.open = state.line - state.held.length + 1
    yield giveUp(state, NOT_CLOSED)
  }
}

const NOT_CLOSED = 'has a quotation mark that is not closed: close it, or write it twice if it is text'
const MISPLACED =
  'has a quotation mark within a field: write it twice there, and put the field in quotation marks'
const TOO_LONG = 'is longer than one megabyte'
const TOO_MANY = `has more than ${MOST_FIELDS} fields`

/**
 * Processes one line, and returns the text that can be passed on after it: one or more complete records, or
 * nothing.
 */
function take(line: string, state: State): string {
  state.line++
  const first = state.held.length === 0
  const plain = line.endsWith('\r') ? line.slice(0, -1) : line
  const ending = first && !plain.includes('"') ? 'closed' : endingOf(plain, state.delimiter, !first)
  if (first && ending === 'closed' && line.length <= LONGEST_RECORD && !hasTooMany(plain, state.delimiter)) {
    if (plain !== '') state.found.push({ line: state.line })
    return `${line}${state.lineEnd}`
  }
  state.held.push(line)
  state.size += line.length + 1
  if (state.size > LONGEST_RECORD) return giveUp(state, first ? TOO_LONG : NOT_CLOSED)
  if (ending === 'faulty') return giveUp(state, first ? MISPLACED : NOT_CLOSED)
  if (ending === 'open') return ''
  const record = state.held.join(state.lineEnd)
  if (hasTooMany(record, state.delimiter)) return giveUp(state, TOO_MANY)
  state.found.push({ line: state.line - state.held.length + 1 })
  state.held = []
  state.size = 0
  return `${record}${state.lineEnd}`
}

/** Separators within quotation marks are text: every second part between the marks is outside. */
const hasTooMany = (record: string, delimiter: string): boolean =>
  record.length > MOST_FIELDS &&
  record
    .split('"')
    .reduce((fields, part, at) => (at % 2 === 0 ? fields + part.split(delimiter).length - 1 : fields), 1) >
    MOST_FIELDS

/** Rejects the first line of the held record, and processes its other lines again as records of their own. */
function giveUp(state: State, reason: string): string {
  const [first = '', ...others] = state.held
  state.line -= others.length
  state.found.push({ line: state.line, fault: { text: beginningOf(first, LONGEST_SHOWN), reason } })
  state.held = []
  state.size = 0
  return `${STAND_IN}${state.lineEnd}${others.map((line) => take(line, state)).join('')}`
}

/**
 * Whether a record ends with this line (`closed`), continues within a quoted field (`open`), or has a misplaced
 * quotation mark (`faulty`). A pair of quotation marks inside an unquoted field is text: Le "Bis".
 */
function endingOf(line: string, delimiter: string, isOpen: boolean): 'closed' | 'open' | 'faulty' {
  let at = 0
  let quoted = isOpen
  for (;;) {
    if (quoted || line[at] === '"') {
      const end = closingQuote(line, quoted ? at : at + 1)
      if (end === null) return 'open'
      at = end + 1
      if (at === line.length) return 'closed'
      if (!line.startsWith(delimiter, at)) return 'faulty'
      quoted = false
    } else {
      const next = line.indexOf(delimiter, at)
      const field = line.slice(at, next === -1 ? undefined : next)
      if (field.split('"').length % 2 === 0) return 'faulty'
      if (next === -1) return 'closed'
      at = next
    }
    at += delimiter.length
  }
}

/** The position of the next quotation mark that is not doubled, or null. */
function closingQuote(line: string, from: number): number | null {
  let at = line.indexOf('"', from)
  while (at !== -1 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at === -1 ? null : at
}

/**
 * Splits a faulty line into fields: a correctly quoted field ends at its closing quotation mark, any other field at
 * the next separator.
 */
export function fieldsOfFaulty(line: string, delimiter: string): readonly string[] {
  const fields: string[] = []
  for (let at = 0; at <= line.length; at += delimiter.length) {
    const close = line[at] === '"' ? closingQuote(line, at + 1) : null
    const isWhole = close !== null && (close + 1 === line.length || line.startsWith(delimiter, close + 1))
    const next = line.indexOf(delimiter, at)
    const end = isWhole ? close + 1 : next === -1 ? line.length : next
    const field = line.slice(at, end)
    fields.push(isWhole ? field.slice(1, -1).replaceAll('""', '"') : field)
    at = end
  }
  return fields
}
