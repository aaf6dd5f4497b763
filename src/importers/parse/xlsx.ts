import type { Row, Rows, Workbook } from './row.ts'
import { startReader, type WorkbookReader } from './workbook/start-reader.ts'

export const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

/** Reads a sheet of a workbook in a process of its own; see `workbook/reader.ts`. */
export async function xlsxRows(bytes: AsyncIterable<Buffer>, workbook: Workbook = {}): Promise<Rows> {
  const reader = await startReader(bytes, workbook)
  const { columns, header_row } = reader.header
  return { format: 'xlsx', columns, header_row, rows: rowsOf(reader), close: reader.close }
}

async function* rowsOf({ header, rows, close }: WorkbookReader): AsyncIterable<Row> {
  try {
    for await (const { line, cells } of rows) {
      if (cells === null) yield { line, raw: {}, broken: 'is longer than one megabyte' }
      else
        yield { line, raw: Object.fromEntries(header.columns.map((column, at) => [column, cells[at] ?? ''])) }
    }
  } finally {
    close()
  }
}
