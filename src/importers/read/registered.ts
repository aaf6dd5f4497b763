import { type Repair, replace } from '../clean/step.ts'
import { PLACEHOLDER } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/** 14 zeros: the standard demands the field, so this is how producers say that they do not know. */
const UNKNOWN_PIVOT = /^0*$/

/** W, the département (58, 2A, 9R for La Réunion), and seven digits. */
export const isRna = (value: string): boolean => /^W[\dA-Z]{2}\d{7}$/i.test(value)

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
  replace('removed the decimals of a SIRET stored as a number', /^\s*(\d{14})[.,]0+\s*$/, '$1'),
  // Spreadsheets take it for a number; the check digits decide afterwards.
  replace('restored the leading zero of the SIRET', /^\s*(\d{13})(?:[.,]0+)?\s*$/, '0$1'),
  { name: 'removed separators in the SIRET', apply: (value) => value.replace(/[\s.]+/g, '') }
]

/** By which registers know who runs a place. The RNA is left out where there is none, as it is of a stored record. */
type Registered = { readonly siret: string | null; readonly rna?: string }

/**
 * The establishment's number or, in the same column or one of its own, that of the association: the standard's `pivot`
 * holds the one or the other, and some producers write the one in the column of the other.
 */
export function readRegistered(
  row: RowReader,
  columns: readonly string[],
  rnaColumns: readonly string[] = []
): Registered {
  const [said, own] = [readNumber(row, columns), readNumber(row, rnaColumns)]
  const numbers = [said, own].filter((number) => number !== null)
  const rna = numbers.find(isRna)?.toUpperCase()
  return { siret: numbers.find(isSiret) ?? null, ...(rna !== undefined && { rna }) }
}

function readNumber(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, PIVOT)
  if (cell === null || UNKNOWN_PIVOT.test(cell.value)) return null
  const { column: field, value } = cell
  if (isSiret(value) || isRna(value)) return value
  row.tell({ kind: 'unreadable', field, value, reason: 'not a SIRET: wrong length or check digit' })
  return null
}
