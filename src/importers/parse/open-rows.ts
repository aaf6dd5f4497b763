import { withHead } from './bytes.ts'
import { onlyNdjsonRows } from './ndjson.ts'
import type { Rows, Workbook } from './row.ts'
import { readRows } from './rows.ts'
import { decodeText } from './text.ts'
import { isZip, xlsxRows } from './xlsx.ts'

type OpenedRows = {
  readonly rows: Rows
  /** Warnings about the encoding, complete once the rows have been read to their end. */
  readonly warnings: () => readonly string[]
}

/**
 * Opens a workbook if the first bytes show that it is one, otherwise text. With `only`, nothing is detected: a body of the
 * API that is in fact a workbook must not be read as one.
 */
export async function openRows(
  bytes: AsyncIterable<Buffer>,
  workbook: Workbook = {},
  only?: 'ndjson'
): Promise<OpenedRows> {
  if (only === 'ndjson') return openText(bytes, onlyNdjsonRows)
  const { head, rest } = await withHead(bytes, 4)
  if (isZip(head)) return { rows: await xlsxRows(rest, workbook), warnings: () => [] }
  return openText(rest, (text) => readRows(text, workbook))
}

async function openText(
  bytes: AsyncIterable<Buffer>,
  read: (text: AsyncIterable<string>) => Promise<Rows>
): Promise<OpenedRows> {
  const { text, warnings, cut } = decodeText(bytes)
  const rows = await read(text)
  return { rows: { ...rows, cut: () => rows.cut?.() ?? cut() }, warnings }
}
