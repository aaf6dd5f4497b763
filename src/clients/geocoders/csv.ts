import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { questionOf } from '../../domain/geocoding/clean-address.ts'
import type { AskedAddress, Candidate } from '../../domain/geocoding/geocoder.ts'
import { candidateOf } from './candidate.ts'

/**
 * The column with our own line number. It is sent and returned with each line, because the order of the answers is
 * not guaranteed.
 */
const NUMBER = 'annuaire_line'

/** Every value is quoted, because addok guesses separator and quotes from the file (`csv.Sniffer` of Python). */
export const writeBatch = (addresses: readonly AskedAddress[]): string =>
  stringify(
    [
      [NUMBER, 'question', 'commune'],
      ...addresses.map((address, line) => [String(line), questionOf(address), address.commune])
    ],
    { quoted: true, eof: false }
  )

/** The answers in the order of the request; undefined if the text is not a valid answer to it. */
export function readBatch(text: string, expected: number): readonly (Candidate | null)[] | undefined {
  const rows = recordsOf(text)
  if (rows?.length !== expected) return undefined
  const answers = new Map<string, Candidate | null>()
  for (const row of rows) {
    const candidate = answerOf(row)
    if (candidate === undefined) return undefined
    answers.set(row[NUMBER] ?? '', candidate)
  }
  const inOrder = Array.from({ length: expected }, (_, line) => answers.get(String(line)))
  return inOrder.includes(undefined) ? undefined : inOrder.map((answer) => answer ?? null)
}

type Row = Readonly<Record<string, string>>

function recordsOf(text: string): readonly Row[] | undefined {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}

/**
 * Reads the answer in a line: null if its score is empty, which means that the address was not found; undefined if
 * the line is not valid.
 */
function answerOf(row: Row): Candidate | null | undefined {
  if (row.result_score === undefined) return undefined
  if (row.result_score === '') return null
  return candidateOf({
    lat: row.latitude ?? row.result_latitude,
    lon: row.longitude ?? row.result_longitude,
    type: row.result_type,
    score: row.result_score,
    citycode: row.result_citycode
  })
}
