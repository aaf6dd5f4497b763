import { type Repair, replace } from './step.ts'

export const POSTCODE: readonly Repair[] = [
  replace('dropped the country of the postcode', /^\s*F(?:R)?\s*-?\s*(?=\d)/i, ''),
  replace('dropped the decimals of a postcode read as a number', /^(\d{4,5})[.,]0+$/, '$1'),
  { name: 'dropped spaces of the postcode', apply: (value) => value.replace(/[\s ]+/g, '') },
  // Spreadsheets read 01000 as a number.
  replace('restored the leading zero of the postcode', /^([1-9]\d{3})$/, '0$1')
]

export const isPostcode = (value: string): boolean => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(value)

export const INSEE_CODE: readonly Repair[] = [
  replace('dropped the decimals of an INSEE code read as a number', /^(\d{4,5})[.,]0+$/, '$1'),
  { name: 'upper-cased the INSEE code', apply: (value) => value.trim().toUpperCase() },
  replace('restored the leading zero of the INSEE code', /^([1-9]\d{3})$/, '0$1')
]
