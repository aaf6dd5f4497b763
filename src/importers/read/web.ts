import { EMAIL, EMAIL_CELL, isEmail } from '../clean/email.ts'
import { clean, type Repair } from '../clean/step.ts'
import { LINE } from '../clean/text.ts'
import { isWebAddress, URL_REPAIRS } from '../clean/url.ts'
import type { Cell, RowReader } from '../row.ts'

// A slash may occur before an @, so it separates addresses only after one.
const BETWEEN_EMAILS = /[|;,]|\s(?:ou|et)\s|\s\/\s|(?<=@[^\s/]+)\//i
// Commas and semicolons also occur inside URLs, so they only separate before another URL.
const BETWEEN_URLS = /\||[;,\s]+(?=https?:|www\.)/i

/**
 * All addresses in these columns. Words are never joined, so an address that contains a space is reported: in
 * "maison des@bayeux.example", the first word may or may not belong to the address.
 */
export function readEmails(row: RowReader, columns: readonly string[]): readonly string[] {
  const cells = row.cells(columns, BETWEEN_EMAILS, [...LINE, ...EMAIL_CELL])
  return [...new Set(cells.flatMap((cell) => addressesIn(row, cell)))]
}

function addressesIn(row: RowReader, { column, value }: Cell): readonly string[] {
  const words = value.split(' ').map((word) => ({ word, ...clean(EMAIL, word) }))
  const good = words.filter(({ value }) => isEmail(value))
  for (const reason of good.flatMap(({ applied }) => applied)) {
    row.report({ kind: 'repaired', field: column, reason })
  }
  if (good.length === 0) {
    row.report({ kind: 'unreadable', field: column, value, reason: 'not an e-mail address' })
    return []
  }
  const others = words.filter(({ value }) => !isEmail(value)).map(({ word }) => word)
  if (others.some((word) => /[\p{L}\p{N}]/u.test(word))) {
    const reason = 'text beside the e-mail address'
    row.report({ kind: 'unmapped-value', field: column, value: others.join(' '), reason })
  }
  return good.map(({ value }) => value)
}

export const readWebAddresses = (row: RowReader, columns: readonly string[]): readonly string[] =>
  accepted(row, row.cells(columns, BETWEEN_URLS, WEB))

export function readWebAddress(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, WEB)
  return accepted(row, cell === null ? [] : [cell])[0] ?? null
}

const WEB: readonly Repair[] = [...LINE, ...URL_REPAIRS]

function accepted(row: RowReader, cells: readonly Cell[]) {
  for (const { column, value } of cells.filter(({ value }) => !isWebAddress(value))) {
    row.report({ kind: 'unreadable', field: column, value, reason: 'not a web address' })
  }
  return [...new Set(cells.map(({ value }) => value).filter(isWebAddress))]
}
