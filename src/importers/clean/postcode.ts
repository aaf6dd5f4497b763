import { type Repair, replace } from './step.ts'

export const POSTCODE: readonly Repair[] = [
  replace('removed the country before the postcode', /^\s*F(?:R)?\s*-?\s*(?=\d)/i, ''),
  replace('removed the decimals of a postcode stored as a number', /^(\d{4,5})[.,]0+$/, '$1'),
  { name: 'removed spaces in the postcode', apply: (value) => value.replace(/[\s ]+/g, '') }
]

export const FOUR_DIGITS = /^[1-9]\d{3}$/

/**
 * Restores the zero of postcodes such as 01000, which spreadsheets store as a number. It is only for French
 * addresses, because Belgium and Switzerland have postcodes of four digits, too.
 */
export const LEADING_ZERO: readonly Repair[] = [
  replace('restored the leading zero of the postcode', /^([1-9]\d{3})$/, '0$1')
]

export const isPostcode = (value: string): boolean => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(value)

export const INSEE_CODE: readonly Repair[] = [
  replace('removed the decimals of an INSEE code stored as a number', /^(\d{4,5})[.,]0+$/, '$1'),
  { name: 'wrote the INSEE code in upper case', apply: (value) => value.trim().toUpperCase() },
  replace('restored the leading zero of the INSEE code', /^([1-9]\d{3})$/, '0$1')
]
