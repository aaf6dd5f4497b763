import { readSheet } from 'read-excel-file/node'
import { ImportRefused } from '../../refused.ts'
import { namesOf } from '../header.ts'
import { headerAmong } from '../header-row.ts'
import type { Workbook } from '../row.ts'
import type { ReaderLine } from './lines.ts'
import { unpacked } from './unpack.ts'

/*
 * Reads a workbook from standard input, and writes JSON lines: the header, then the rows. A process of its own, because
 * what a hostile workbook makes of memory can then end nothing else. Writing to a pipe blocks, so that rows are made only as fast
 * as they are read.
 */

const MEGABYTE = 1024 * 1024
const MOST_PACKED = 32 * MEGABYTE
/** Characters of a row, as in CSV. */
const LONGEST_ROW = MEGABYTE
/** Characters in all rows: cells may repeat one long shared text. */
const MOST_TEXT = 256 * MEGABYTE

type Cell = string | number | boolean | Date | null
type Sheet = readonly (readonly Cell[])[]

async function whole(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_PACKED) {
      throw new ImportRefused(
        `The workbook is larger than ${MOST_PACKED / MEGABYTE} MB: save its sheet as CSV (UTF-8).`,
        'input',
        `Le classeur dépasse ${MOST_PACKED / MEGABYTE} Mo : enregistrez sa feuille en CSV (UTF-8).`
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function openSheet(name: string | undefined): Promise<Sheet> {
  try {
    // The package declares `typeof Date` for dates.
    return (await readSheet(unpacked(await whole()), name)) as unknown as Sheet
  } catch (error) {
    if (error instanceof ImportRefused) throw error
    const { message } = error as Error
    if (name !== undefined && message.startsWith('Sheet')) throw new ImportRefused(message)
    throw new ImportRefused(
      `The input is a zip archive, but not a readable Excel workbook (.xlsx): ${message}. If the file was cut, fetch it again.`,
      'input',
      `Le fichier est une archive zip, mais pas un classeur Excel (.xlsx) lisible : ${message}. S’il est incomplet, téléchargez-le de nouveau.`
    )
  }
}

function startOf(sheet: Sheet, header_row: Workbook['header_row']): number {
  if (header_row === 'find') return headerAmong(sheet)
  if (header_row !== undefined) return header_row - 1
  return sheet.findIndex((cells) => cells.some((cell) => cell !== null))
}

/** Dates, which Excel stores as numbers, become dates; other values become text as in a CSV. */
const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell ?? '')

function* linesOf(sheet: Sheet, header_row: Workbook['header_row']): Generator<ReaderLine> {
  const start = startOf(sheet, header_row)
  const columns = namesOf((sheet[start] ?? []).map((cell) => textOf(cell)))
  yield { columns, header_row: start + 1 }
  let size = 0
  for (const [index, cells] of sheet.entries()) {
    if (index <= start || cells.every((cell) => cell === null)) continue
    const texts = columns.map((_, at) => textOf(cells[at] ?? null))
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    size += Math.min(length, LONGEST_ROW)
    if (size > MOST_TEXT) throw new ImportRefused('The rows of the workbook have more than 256 MB of text.')
    yield { line: index + 1, cells: length > LONGEST_ROW ? null : texts }
  }
}

const write = (line: ReaderLine): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)

const { sheet, header_row }: Workbook = JSON.parse(process.argv[2] ?? '{}')
try {
  for (const line of linesOf(await openSheet(sheet), header_row)) write(line)
} catch (error) {
  if (!(error instanceof ImportRefused)) throw error
  write({ refused: error.message, french: error.french })
}
