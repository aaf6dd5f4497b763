import { type Repair, replace } from '../clean/step.ts'
import { PLACEHOLDER } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/** 14 zeros mean unknown: the standard requires the field, so producers fill it in this way. */
const UNKNOWN_PIVOT = /^0*$/

/**
 * Whether the text has the form of an RNA number: W, the département (58, 2A, 9R for La Réunion) and seven digits.
 */
export const isRna = (value: string): boolean => /^W[\dA-Z]{2}\d{7}$/i.test(value)

/**
 * The SIREN of La Poste. It has more establishments than the Luhn check allows, so the digits of its SIRET numbers
 * add up to a multiple of 5 instead.
 */
const LA_POSTE = '356000000'

export const isSiret = (value: string): boolean => faultOfSiret(value) === null

/**
 * The reason why a value is not a SIRET; null if it is one. The first nine digits are a SIREN, which has a
 * check digit of its own.
 */
function faultOfSiret(value: string): string | null {
  if (!/^\d{14}$/.test(value) || UNKNOWN_PIVOT.test(value)) return 'wrong length or check digit'
  const digits = Array.from(value, Number)
  const plain = digits.reduce((sum, digit) => sum + digit, 0)
  if (!isLuhn(digits) && !(value.startsWith(LA_POSTE) && plain % 5 === 0))
    return 'wrong length or check digit'
  if (!isLuhn(digits.slice(0, 9))) return 'wrong check digit of its SIREN'
  // Numbers of establishments start at 00001. Producers fill up the field by appending zeros to a SIREN.
  return value.endsWith('00000') ? NO_ESTABLISHMENT : null
}

const NO_ESTABLISHMENT = 'no establishment has the number 00000'

const isLuhn = (digits: readonly number[]): boolean =>
  digits.toReversed().reduce((sum, digit, index) => sum + luhnWeight(digit, index), 0) % 10 === 0

function luhnWeight(digit: number, index: number): number {
  if (index % 2 === 0) return digit
  return digit > 4 ? digit * 2 - 9 : digit * 2
}

const PIVOT: readonly Repair[] = [
  { ...PLACEHOLDER, apply: (value) => PLACEHOLDER.apply(value.trim()) },
  replace('removed the decimals of a SIRET stored as a number', /^\s*(\d{14})[.,]0+\s*$/, '$1'),
  // Spreadsheets store the SIRET as a number. Whether the result is a SIRET is decided by its check digits
  // afterwards.
  replace('restored the leading zero of the SIRET', /^\s*(\d{13})(?:[.,]0+)?\s*$/, '0$1'),
  { name: 'removed separators in the SIRET', apply: (value) => value.replace(/[\s.]+/g, '') }
]

/**
 * The official numbers of the organisation that runs a place. `rna` is omitted if unknown, as in stored
 * records.
 */
type Registered = { readonly siret: string | null; readonly rna?: string }

/**
 * Reads the SIRET of the establishment and the RNA of the association, from the same column or from separate ones.
 * The column `pivot` of the standard contains either, and some producers write a SIRET in the column for the RNA,
 * or an RNA in the column for the SIRET.
 */
export function readRegistered(
  row: RowReader,
  columns: readonly string[],
  rnaColumns: readonly string[] = []
): Registered {
  const [declared, own] = [readNumber(row, columns), readNumber(row, rnaColumns)]
  const numbers = [declared, own].filter((number) => number !== null)
  const rna = numbers.find(isRna)?.toUpperCase()
  return { siret: numbers.find(isSiret) ?? null, ...(rna !== undefined && { rna }) }
}

function readNumber(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, PIVOT)
  if (cell === null || UNKNOWN_PIVOT.test(cell.value)) return null
  const { column: field, value, written } = cell
  if (isSiret(value) || isRna(value)) return value
  row.report({ kind: 'unreadable', field, value: written, reason: `not a SIRET: ${faultOfSiret(value)}` })
  return null
}
