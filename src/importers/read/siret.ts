import { type Repair, replace } from '../clean/step.ts'
import { PLACEHOLDER } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/** 14 zeros: the standard demands the field, so this is how producers say that they do not know. */
const UNKNOWN_PIVOT = /^0*$/

const isRna = (value: string): boolean => /^W[\dA-Z]\d{8}$/i.test(value)

/** La Poste has more establishments than Luhn's check leaves room for: theirs add up to a multiple of 5 instead. */
const LA_POSTE = '356000000'

export function isSiret(value: string): boolean {
  if (!/^\d{14}$/.test(value) || UNKNOWN_PIVOT.test(value)) return false
  const digits = Array.from(value, Number)
  const plain = digits.reduce((sum, digit) => sum + digit, 0)
  return isLuhn(digits) || (value.startsWith(LA_POSTE) && plain % 5 === 0)
}

const isLuhn = (digits: readonly number[]): boolean =>
  digits.toReversed().reduce((sum, digit, index) => sum + luhnWeight(digit, index), 0) % 10 === 0

function luhnWeight(digit: number, index: number): number {
  if (index % 2 === 0) return digit
  return digit > 4 ? digit * 2 - 9 : digit * 2
}

const PIVOT: readonly Repair[] = [
  { ...PLACEHOLDER, apply: (value) => PLACEHOLDER.apply(value.trim()) },
  replace('dropped the decimals of a SIRET read as a number', /^\s*(\d{14})[.,]0+\s*$/, '$1'),
  // Spreadsheets take it for a number; the check digits decide afterwards.
  replace('restored the leading zero of the SIRET', /^\s*(\d{13})(?:[.,]0+)?\s*$/, '0$1'),
  { name: 'dropped separators of the SIRET', apply: (value) => value.replace(/[\s.]+/g, '') }
]

/** The establishment's number. The standard puts associations' RNA numbers in the same column; those we cannot place. */
export function readSiret(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, PIVOT)
  if (cell === null || UNKNOWN_PIVOT.test(cell.value)) return null
  const { column: field, value } = cell
  if (isSiret(value)) return value
  if (isRna(value)) {
    row.tell({ kind: 'unmapped-value', field, value, reason: 'an RNA number: kept in the raw record' })
  } else {
    row.tell({ kind: 'unreadable', field, value, reason: 'not a SIRET: wrong length or check digit' })
  }
  return null
}
