import { withHead } from './bytes.ts'
import type { Rows, Workbook } from './row.ts'
import { readRows } from './rows.ts'
import { decodeText } from './text.ts'
import { isZip, xlsxRows } from './xlsx.ts'

type OpenedRows = {
  readonly rows: Rows
  /** Warnings about the encoding, complete once the rows have been read to their end. */
  readonly warnings: () => readonly string[]
}

/** Opens a workbook if the first bytes show that it is one, otherwise text. */
export async function openRows(
  bytes: AsyncIterable<Buffer>,
  readText: (text: AsyncIterable<string>, workbook: Workbook) => Promise<Rows> = readRows,
  workbook: Workbook = {}
): Promise<OpenedRows> {
  const { head, rest } = await withHead(bytes, 4)
  if (isZip(head)) return { rows: await xlsxRows(rest, workbook), warnings: () => [] }
  const { text, warnings, cut } = decodeText(rest)
  const rows = await readText(text, workbook)
  return { rows: { ...rows, cut: () => rows.cut?.() ?? cut() }, warnings }
}
