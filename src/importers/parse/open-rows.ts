import { withHead } from './bytes.ts'
import type { Rows } from './row.ts'
import { readRows } from './rows.ts'
import { decodeText } from './text.ts'
import { isZip, xlsxRows } from './xlsx.ts'

type OpenedRows = {
  readonly rows: Rows
  /** What had to be guessed about the encoding, whole once the rows have been read to their end. */
  readonly warnings: () => readonly string[]
}

/** A workbook by its first bytes, anything else as text. */
export async function openRows(
  bytes: AsyncIterable<Buffer>,
  readText: (text: AsyncIterable<string>) => Promise<Rows> = readRows
): Promise<OpenedRows> {
  const { head, rest } = await withHead(bytes, 4)
  if (isZip(head)) return { rows: await xlsxRows(rest), warnings: () => [] }
  const { text, warnings } = decodeText(rest)
  return { rows: await readText(text), warnings }
}
