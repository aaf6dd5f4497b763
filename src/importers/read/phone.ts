import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { isShortNumber } from '../../domain/places/phone.ts'
import { PHONE, PHONE_CELL } from '../clean/phone.ts'
import { clean } from '../clean/step.ts'
import { LINE } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'
import { type NotToUse, notToUse, type Span, spansIn } from './not-to-use.ts'

/**
 * The numbering plans of France: the plan FR and those of the overseas territories. 0262… is a number of La
 * Réunion, not of the plan FR.
 */
const PLANS: readonly CountryCode[] = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'NC', 'PF', 'WF']
const PLAN_OF_DEPARTMENT: Readonly<Record<string, CountryCode>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'GP',
  '978': 'GP',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC'
}

/** Prefixes of the overseas territories in the French numbering plan. No mainland number starts with them. */
const PREFIXES: readonly (readonly [CountryCode, RegExp])[] = [
  ['GP', /^(?:590|69[01])/],
  ['MQ', /^(?:596|69[67])/],
  ['GF', /^[56]94/],
  ['RE', /^(?:26[23]|69[23])/],
  ['YT', /^(?:269|639)/],
  ['PM', /^508/]
]

const NOWHERE = /(?!)/
const SPACES = /^[\s.\-–—_·()/]+|[\s.\-–—_·(/]+$/g

/** An extension after a number: "poste 429". */
const EXTENSION = /[\s,;(-]*(?<!\p{L})(?:poste|ext(?:ension)?)\.?\s*(?:n°\s*)?:?\s*\d{1,5}\)?(?![\s.-]*\d)/giu

/** Digits with the signs that people write between them. A slash only separates pairs: 02/31/92/11/08. */
const DIGITS = /[+(]*\d(?:(?:[\s.\-–—_·()]*\+?|\/(?=\d\d(?!\d)))\d)*/g

/**
 * Places at which digits are split if they may be several numbers, or a number and other digits. The patterns are
 * tried in this order.
 */
const CUTS: readonly RegExp[] = [/(?<=\d\D*)(?=\+)/, /\s*[(/–—-]\s*/]

/** A number as it is stored, as it is written in the cell, and the repairs that were applied. */
type Found = { readonly number: string; readonly written: string; readonly applied: readonly string[] }

/** A number in a cell; `refused` if the words beside it say that it is a fax or out of use. */
type FoundInCell = Found & { readonly refused: NotToUse | null }

/**
 * The first valid number of the cells: in E.164 format, or as it is dialled if it is a short number. A place has
 * only one phone number, so further numbers, extensions and other words in the cell are reported, and so are fax
 * numbers and numbers out of use.
 */
export function readPhone(
  row: RowReader,
  columns: readonly string[],
  department: string | null
): string | null {
  let phone: string | null = null
  for (const cell of row.cells(columns, NOWHERE, [...LINE, ...PHONE_CELL])) {
    const { found, rest, extensions } = numbersIn(cell.value, department)
    for (const { number, written, applied, refused } of found) {
      if (refused !== null) {
        report(row, cell, written, refused)
        continue
      }
      phone ??= number
      if (number === phone) reportRepairs(row, cell, applied)
      else report(row, cell, written, 'only the first phone number is kept')
    }
    for (const text of extensions) report(row, cell, text, 'an extension, which is not kept')
    if (found.length === 0)
      row.report({ kind: 'unreadable', field: cell.column, value: cell.written, reason: NOT_A_NUMBER })
    else if (rest !== '') report(row, cell, rest, 'text beside the phone number')
  }
  return phone
}

/**
 * The first phone number in the texts of other columns, such as "https://… ou 02 31 92 11 08", for a place without
 * one.
 */
export function phoneBeside(
  row: RowReader,
  cells: readonly Cell[],
  department: string | null
): string | null {
  for (const cell of cells) {
    const found = numbersIn(cell.value, department).found.find(
      ({ number, refused }) => refused === null && !isShortNumber(number)
    )
    if (found === undefined) continue
    reportRepairs(row, cell, ['took a phone number from a column of addresses'])
    return found.number
  }
  return null
}

const NOT_A_NUMBER = 'not a number of the numbering plan'

const report = (row: RowReader, { column }: Cell, value: string, reason: string): void =>
  row.report({ kind: 'unmapped-value', field: column, value, reason })

function reportRepairs(row: RowReader, { column }: Cell, applied: readonly string[]): void {
  for (const reason of applied) row.report({ kind: 'repaired', field: column, reason })
}

/** The numbers in a cell, in order; the remaining text without the words between numbers; and the extensions. */
function numbersIn(cell: string, department: string | null) {
  const extensions: string[] = []
  const text = cell.replace(EXTENSION, (extension, at: number) => {
    // "La Poste : 3631" is no extension, because no number comes before it.
    if (!/\d/.test(cell.slice(0, at))) return extension
    extensions.push(trimmed(extension))
    return ' '
  })
  const found: Found[] = []
  const spans: Span[] = []
  const rest = text.replace(DIGITS, (digits, at: number) => {
    const { numbers, left } = numbersOf(digits, department, found.length === 0)
    found.push(...numbers)
    const written = numbers.map((each) => each.written)
    spans.push(...spansIn(digits, written).map(([start, end]): Span => [at + start, at + end]))
    return left
  })
  // If no number is found, the extension belongs to the unreadable text.
  if (found.length === 0) return { found: [], rest: trimmed(cell), extensions: [] }
  const isBetween = trimmed(rest.replace(BETWEEN, ' ')) === ''
  const refusals = notToUse(text, spans)
  const judged = found.map((each, index): FoundInCell => ({ ...each, refused: refusals[index] ?? null }))
  return { found: judged, rest: isBetween ? '' : trimmed(rest.replace(/\s+/g, ' ')), extensions }
}

const BETWEEN = /(?<!\p{L})(?:ou|et)(?!\p{L})|[/|;,]+/giu

/** Removes punctuation at both ends; returns an empty string if the text has no letter or digit. */
function trimmed(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '') : ''
}

function numbersOf(digits: string, department: string | null, isFirst: boolean) {
  const whole = numberOf(digits, department)
  // Four digits after another number are a time or a price, not a short number.
  if (whole !== null && (isFirst || !isShortNumber(whole.number))) return { numbers: [whole], left: ' ' }
  for (const parts of waysToCut(digits)) {
    const read = parts.map((part) => ({ part, found: numberOf(part, department) }))
    if (parts.length < 2 || !read[0]?.found) continue
    const numbers = read.flatMap(({ found }) => found ?? [])
    const left = read.flatMap(({ part, found }) => (found === null ? [part] : []))
    return { numbers, left: ` ${left.join(' ')} ` }
  }
  return { numbers: [], left: digits }
}

function waysToCut(digits: string): readonly (readonly string[])[] {
  return [everyTenDigits(digits), ...CUTS.map((cut) => digits.split(cut))]
}

/**
 * Splits French numbers that are written without separators between them, "04 95 36 17 62 06 75 96 07 56": each has
 * ten digits and starts with 0.
 */
function everyTenDigits(digits: string): readonly string[] {
  const plain = digits.replace(/\D/g, '')
  return !digits.includes('+') && /^(?:0[1-9]\d{8}){2,}$/.test(plain)
    ? (digits.match(/(?:\D*\d){10}/g) ?? [])
    : []
}

function numberOf(digits: string, department: string | null): Found | null {
  const written = digits.replace(SPACES, '')
  const { value, applied } = clean(PHONE, written)
  if (isShortNumber(value)) return { number: value, written, applied }
  const national = NATIONAL.exec(value)?.[1] ?? null
  const overseas = PREFIXES.find(([, prefix]) => national !== null && prefix.test(national))?.[0]
  if (overseas !== undefined) {
    const number = validNumber(`0${national}`, [overseas])
    if (number === null) return null
    return { number, written, applied: value.startsWith('+') ? [...applied, OVERSEAS] : applied }
  }
  const number = validNumber(value, [PLAN_OF_DEPARTMENT[department ?? ''] ?? 'FR', ...PLANS])
  if (number !== null) return { number, written, applied }
  // The number is not checked against a list of the plan, because blocks are assigned faster than lists of them are
  // published.
  return national === null ? null : { number: `+33${national}`, written, applied }
}

const NATIONAL = /^(?:\+33|0)([1-9]\d{8})$/
const OVERSEAS = 'replaced +33 with the prefix of the overseas territory'

function validNumber(value: string, plans: readonly CountryCode[]): string | null {
  for (const plan of plans) {
    const number = parsePhoneNumberFromString(value, plan)
    if (number?.isValid()) return number.number
  }
  return null
}
