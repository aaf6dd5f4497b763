import { ImportRefused } from '../refused.ts'
import { csvRows } from './csv.ts'
import { jsonRows } from './json.ts'
import { ndjsonRows } from './ndjson.ts'
import type { Rows, Workbook } from './row.ts'
import { textWithHead } from './text-head.ts'

/**
 * Reads text as CSV, JSON or NDJSON. The format is detected from the start of the text, because file names and
 * content types are often wrong.
 */
export async function readRows(text: AsyncIterable<string>, { header_row }: Workbook = {}): Promise<Rows> {
  const { head, all } = await textWithHead(text)
  refuseForeign(head)
  const first = firstOfLines(head)
  // NDJSON is presented as a JSON list, because sources that read JSON need not know the difference.
  if (first !== null) return { ...(await ndjsonRows(all)), format: 'json', columns: Object.keys(first) }
  if (/^\s*[[{]/.test(head)) return jsonRows(head, all)
  const assigned = ASSIGNMENT.exec(head)
  if (assigned === null) return csvRows(head, all, header_row)
  return jsonRows(head.slice(assigned[0].length), assignedValue(all, assigned[0].length))
}

/** The first record if the text is NDJSON, where each line is an object of its own; null for other JSON. */
function firstOfLines(head: string): object | null {
  const line = /^\s*(\{[^\n]*\})[^\S\n]*\n\s*\{/.exec(head)?.[1]
  if (line === undefined) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The start of a script of a web map, which assigns its places to a variable: `var places = [...];`. */
const ASSIGNMENT = /^\s*(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*(?=[[{])/

/** The value of an assignment: the text after the first `start` characters, without the semicolon at the end. */
async function* assignedValue(text: AsyncIterable<string>, start: number): AsyncIterable<string> {
  let held = ''
  let left = start
  for await (const chunk of text) {
    const rest = `${held}${chunk.slice(left)}`
    left = Math.max(0, left - chunk.length)
    const end = Math.max(endOfValue(rest), rest.length - LONGEST_END)
    held = rest.slice(end)
    yield rest.slice(0, end)
  }
  yield held.replace(/;\s*$/, '')
}

/** Semicolons and white space that are held back, because they may be the end of the file. */
const LONGEST_END = 1_000

/** Not by a regular expression: it would look again at each character of a long run. */
function endOfValue(text: string): number {
  let end = text.length
  while (end > 0 && /[;\s]/.test(text[end - 1] ?? '')) end--
  return end
}

const FOREIGN: readonly (readonly [RegExp, string, string])[] = [
  [/^\s*$/, 'The input contains only white space.', 'Le fichier ne contient que des blancs.'],
  [
    /^\s*<(?:!doctype html|html|head|body)/i,
    'The input is an HTML page, not a file of records; it may be a saved error page.',
    'C’est une page web (HTML), pas un fichier de lieux : une page d’erreur a-t-elle été enregistrée ?'
  ],
  [
    /^\s*</,
    'The input is XML or HTML, not CSV or JSON.',
    'C’est du XML ou du HTML ; un CSV ou un JSON est attendu.'
  ],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: how zip archives begin
    /^PK\u0003\u0004/,
    'The input is a zip archive or an Excel workbook: save it as CSV (UTF-8) first.',
    'C’est une archive zip ou un classeur Excel : enregistrez-le d’abord en CSV (UTF-8).'
  ],
  [
    /^%PDF/,
    'The input is a PDF document, not CSV or JSON.',
    'C’est un document PDF ; un CSV ou un JSON est attendu.'
  ],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text file has them
    /^[^\n]*\u0000/,
    'The input is a binary file, not CSV or JSON.',
    'C’est un fichier binaire ; un CSV ou un JSON est attendu.'
  ]
]

function refuseForeign(head: string): void {
  const foreign = FOREIGN.find(([pattern]) => pattern.test(head))
  if (foreign !== undefined) throw new ImportRefused(foreign[1], 'input', foreign[2])
}
