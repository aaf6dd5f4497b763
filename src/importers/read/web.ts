import { EMAIL, isEmail } from '../clean/email.ts'
import type { Repair } from '../clean/step.ts'
import { LINE } from '../clean/text.ts'
import { isWebAddress, URL_REPAIRS } from '../clean/url.ts'
import type { Cell, RowReader } from '../row.ts'

const BETWEEN_EMAILS = /[|;,]|\s(?:ou|et)\s|\s\/\s/
// Commas and semicolons also occur inside URLs, so they only separate before another URL.
const BETWEEN_URLS = /\||[;,\s]+(?=https?:|www\.)/i

export const readEmails = (row: RowReader, columns: readonly string[]): readonly string[] =>
  accepted(row, row.cells(columns, BETWEEN_EMAILS, [...LINE, ...EMAIL]), isEmail, 'not an e-mail address')

export const readWebAddresses = (row: RowReader, columns: readonly string[]): readonly string[] =>
  accepted(row, row.cells(columns, BETWEEN_URLS, WEB), isWebAddress, 'not a web address')

export function readWebAddress(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, WEB)
  return accepted(row, cell === null ? [] : [cell], isWebAddress, 'not a web address')[0] ?? null
}

const WEB: readonly Repair[] = [...LINE, ...URL_REPAIRS]

function accepted(
  row: RowReader,
  cells: readonly Cell[],
  isValid: (value: string) => boolean,
  reason: string
) {
  for (const { column, value } of cells.filter(({ value }) => !isValid(value))) {
    row.report({ kind: 'unreadable', field: column, value, reason })
  }
  return [...new Set(cells.map(({ value }) => value).filter(isValid))]
}
