import { twoDigits } from '../../domain/time.ts'
import { type Repair, replace } from '../clean/step.ts'
import type { Cell, RowReader } from '../row.ts'
import { mend } from './mend.ts'

const MONTHS = [
  /^janv/i,
  /^f[ée]v/i,
  /^mars$/i,
  /^avr/i,
  /^mai$/i,
  /^juin$/i,
  /^juil/i,
  /^ao[uû]t?$/i,
  /^sept/i,
  /^oct/i,
  /^nov/i,
  /^d[ée]c/i
]

/** The number of a French month, from 1; 0 if the text is not the name of a month. */
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.test(name)) + 1

const isoOf = (year: number | string, month: number | string, day: number | string): string =>
  `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`

/**
 * Day 0 of Excel. Its day 1 is 1 January 1900, but it also counts 29 February 1900, which did not exist, so later
 * days are counted from 30 December 1899.
 */
const EXCEL_BEGINS = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

const ofExcel = (serial: string): string =>
  new Date(EXCEL_BEGINS + Number(serial) * DAY).toISOString().slice(0, 10)

/** Completes a year of two digits: 00 to 69 become 2000 to 2069, as in spreadsheets. */
const fullYear = (year: string): string => (Number(year) < 70 ? `20${year}` : `19${year}`)

const DATE: readonly Repair[] = [
  { name: 'removed spaces around the date', apply: (value) => value.trim() },
  replace(
    'removed words before the date',
    /^(?:m(?:ise?|\.)\s*[àa]\s*j(?:our|\.)|le|du|au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|:|\s)+(?=\d)/i,
    ''
  ),
  replace('removed the time after the date', /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1'),
  {
    name: 'added the zeros of the date',
    apply: (value) =>
      value.replace(
        /^(\d{1,2})\/(\d{1,2})(?=\/\d{4})/,
        (_, day, month) => `${twoDigits(day)}/${twoDigits(month)}`
      )
  },
  replace('converted DD/MM/YYYY to YYYY-MM-DD', /^(\d{2})\/(\d{2})\/(\d{4})(?: .*)?$/, '$3-$2-$1'),
  {
    name: 'converted DD-MM-YYYY or DD.MM.YYYY to YYYY-MM-DD',
    apply: (value) =>
      value.replace(/^(\d{1,2})([-.])(\d{1,2})\2(\d{4})(?: .*)?$/, (_, day, __, month, year) =>
        isoOf(year, month, day)
      )
  },
  {
    name: 'converted YYYY/MM/DD or YYYYMMDD to YYYY-MM-DD',
    apply: (value) =>
      value.replace(
        /^((?:19|20)\d{2})(?:[/.](\d{1,2})[/.](\d{1,2})|(\d{2})(\d{2}))(?:[T ].*)?$/,
        (_, year, month, day, digits, others) => isoOf(year, month ?? digits, day ?? others)
      )
  },
  {
    // Dates with dashes are left alone, because 24-03-12 may begin with the year.
    name: 'completed a year of two digits',
    apply: (value) =>
      value.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{2})(?: .*)?$/, (_, day, month, year) =>
        isoOf(fullYear(year), month, day)
      )
  },
  {
    name: 'converted a date in words to YYYY-MM-DD',
    apply: (value) =>
      value.replace(/^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})(?:\s.*)?$/u, (date, day, name, year) =>
        monthOf(name) === 0 ? date : isoOf(year, monthOf(name), day)
      )
  },
  {
    // Only days from 1986 to 2064 are converted: other numbers of five digits are more likely something else.
    name: 'converted the number of a day in Excel to YYYY-MM-DD',
    apply: (value) => value.replace(/^([3-5]\d{4})(?:[.,]\d+)?$/, (_, serial) => ofExcel(serial))
  },
  // Dates that spreadsheets and databases show for 0: Excel's 0 and 1 January 1900, OpenDocument's 30 December
  // 1899, the first day of .NET, the first second of Unix time, and that second in time zones west of Greenwich.
  replace(
    'emptied a date that stands for a missing one, such as 1970-01-01',
    /^(?:1970-01-01|1969-12-31|1900-01-0[01]|1899-12-3[01]|0000-00-00|0001-01-01)$/,
    ''
  )
]

/** Matches a month with its year: "mars 2025", "03/2025", "2025-03". */
const MONTH = /^(?:(\p{L}+)\.?\s+(\d{4})|(\d{1,2})[/.-](\d{4})|(\d{4})[/-](\d{1,2}))$/u

/** Replaces a date that only gives a month by the first or the last day of the month. */
const inMonth = (end: 'first' | 'last'): Repair => ({
  name: `took the ${end} day of the month`,
  apply: (value) => {
    const [, name = '', ofName, number, ofNumber, ofIso, iso] = MONTH.exec(value) ?? []
    const [year, month] = [ofName ?? ofNumber ?? ofIso, Number(number ?? iso ?? monthOf(name))]
    if (year === undefined || month < 1 || month > 12) return value
    const day = end === 'first' ? 1 : new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
    return isoOf(year, month, day)
  }
})

const FIRST: readonly Repair[] = [...DATE, inMonth('first')]
const LAST: readonly Repair[] = [...DATE, inMonth('last')]

/** Whether the text is a valid date of the 20th or 21st century as YYYY-MM-DD: 2023-02-30 is not. */
export function isDay(value: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** The day on which a record was changed, or null. A day that cannot be the date of a change is reported. */
export function readChangedOn(row: RowReader, columns: readonly string[]): string | null {
  const cell = row.cell(columns, [])
  const day = dayOf(row, cell)
  const reason = day === null ? null : faultOfChange(day)
  if (cell === null || reason === null) return day
  row.report({ kind: 'unreadable', field: cell.column, value: cell.written, reason })
  return null
}

/** The earliest plausible year of a change: digital files of places are younger than the first website. */
const FIRST_YEAR = '1990'

function faultOfChange(day: string): string | null {
  if (day < FIRST_YEAR) return 'too old for the date of a change'
  return day > latestDay() ? 'in the future' : null
}

/** The latest day that it can be anywhere in France, because in Wallis-et-Futuna it may already be tomorrow. */
const latestDay = (): string => new Date(Date.now() + DAY / 2).toISOString().slice(0, 10)

/** Reads a date. If the cell only names a month, `end` decides whether its first or its last day is meant. */
export function dayOf(row: RowReader, cell: Cell | null, end: 'first' | 'last' = 'first'): string | null {
  const day = mend(row, cell, end === 'first' ? FIRST : LAST)
  if (day === null || isDay(day.value)) return day?.value ?? null
  row.report({ kind: 'unreadable', field: day.column, value: day.written, reason: 'not a valid date' })
  return null
}
