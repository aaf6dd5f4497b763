import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { PHONE } from '../clean/phone.ts'
import { LINE } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

/**
 * The numbering plans of France, by overseas territory; 0262… is a number of La Réunion, not of the plan FR.
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

const SEPARATORS = /[|;,]|\s\/\s?|\s(?:ou|et)\s/
// The standard uses +269, the prefix of the Comoros, for Mayotte. Comorian numbers have seven digits, those
// of Mayotte nine.
const MAYOTTE = /^\+269(?=(?:269|639|692|693)\d{6}$)/

/** The first valid number in E.164; a place has only one phone number, so further ones are reported. */
export function readPhone(
  row: RowReader,
  columns: readonly string[],
  department: string | null
): string | null {
  let phone: string | null = null
  for (const { column, value } of row.cells(columns, SEPARATORS, [...LINE, ...PHONE])) {
    const number = toE164(value.replace(MAYOTTE, '+262'), department)
    if (number === null) {
      row.report({ kind: 'unreadable', field: column, value, reason: 'not a number of the numbering plan' })
    } else if (phone === null) {
      if (MAYOTTE.test(value)) {
        row.report({
          kind: 'repaired',
          field: column,
          reason: 'replaced +269 with +262, the prefix of Mayotte'
        })
      }
      phone = number
    } else if (number !== phone) {
      row.report({
        kind: 'unmapped-value',
        field: column,
        value,
        reason: 'only the first phone number is kept'
      })
    }
  }
  return phone
}

function toE164(value: string, department: string | null): string | null {
  const first = PLAN_OF_DEPARTMENT[department ?? ''] ?? 'FR'
  for (const plan of [first, ...PLANS]) {
    const number = parsePhoneNumberFromString(value, plan)
    if (number?.isValid()) return number.number
  }
  return null
}
