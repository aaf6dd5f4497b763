import { readSheet } from 'read-excel-file/node'
import { ImportRefused } from '../refused.ts'
import { namesOf } from './header.ts'
import { headerAmong } from './header-row.ts'
import type { Row, Rows, Workbook } from './row.ts'

/**
 * A workbook is a zip archive with its directory at the end, so it cannot be streamed and is held in memory.
 */
const MOST_MEGABYTES = 64
const MEGABYTE = 1024 * 1024

export const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

export async function xlsxRows(
  bytes: AsyncIterable<Buffer>,
  { sheet: name, header_row }: Workbook = {}
): Promise<Rows> {
  const sheet = await openSheet(await whole(bytes), name)
  const start = startOf(sheet, header_row)
  const columns = namesOf((sheet[start] ?? []).map((cell) => textOf(cell)))
  const rows = rowsOf(sheet.slice(start + 1), columns, start + 2)
  return { format: 'xlsx', columns, header_row: start + 1, rows }
}

function startOf(sheet: Sheet, header_row: Workbook['header_row']): number {
  if (header_row === 'find') return headerAmong(sheet)
  if (header_row !== undefined) return header_row - 1
  return sheet.findIndex((cells) => cells.some((cell) => cell !== null))
}

async function openSheet(workbook: Buffer, name: string | undefined): Promise<Sheet> {
  try {
    // The package declares `typeof Date` for dates.
    return (await readSheet(workbook, name)) as unknown as Sheet
  } catch (error) {
    const { message } = error as Error
    if (name !== undefined && message.startsWith('Sheet')) throw new ImportRefused(message)
    throw new ImportRefused(
      `The input is a zip archive, but not a readable Excel workbook (.xlsx): ${message}. If the file was cut, fetch it again.`,
      'input',
      `Le fichier est une archive zip, mais pas un classeur Excel (.xlsx) lisible : ${message}. S’il est incomplet, téléchargez-le de nouveau.`
    )
  }
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST_MEGABYTES * MEGABYTE) {
      throw new ImportRefused(
        `The workbook is larger than ${MOST_MEGABYTES} MB: save it as CSV (UTF-8) first.`,
        'input',
        `Le classeur dépasse ${MOST_MEGABYTES} Mo : enregistrez-le d’abord en CSV (UTF-8).`
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type Cell = string | number | boolean | Date | null
type Sheet = readonly (readonly Cell[])[]

async function* rowsOf(sheet: Sheet, columns: readonly string[], first: number): AsyncIterable<Row> {
  for (const [index, cells] of sheet.entries()) {
    if (cells.every((cell) => cell === null)) continue
    const raw = Object.fromEntries(columns.map((column, at) => [column, textOf(cells[at] ?? null)]))
    yield { line: first + index, raw }
  }
}

/** Dates, which Excel stores as numbers, become dates; other values become text as in a CSV. */
const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell ?? '')
