import { type PublicHoliday, publicHolidaysOf } from '../domain/opening/public-holidays.ts'
import type { SchoolCalendar } from '../domain/opening/school-calendar.ts'
import type { Definitions } from './library.ts'

export function definitionsOf(area: string, school: SchoolCalendar | undefined): Definitions {
  return { PH: publicHolidaysOf(area).map(publicHoliday), ...(school && { SH: schoolHolidays(school) }) }
}

const publicHoliday = ({ fr, on }: PublicHoliday): object =>
  typeof on === 'number' ? { name: fr, variable_date: 'easter', offset: on } : { name: fr, fixed_date: on }

/**
 * Number of years after the known school calendar for which an invented holiday is added. To find the next change
 * of a season, the library looks years ahead, and it fails if it finds no holiday.
 */
const YEARS_BEYOND = 20

function schoolHolidays({ holidays, knownUntil }: SchoolCalendar): readonly object[] {
  const last = Number(knownUntil.slice(0, 4))
  const begun = new Set(holidays.map(({ first }) => Number(first.slice(0, 4))))
  const years = Array.from({ length: YEARS_BEYOND }, (_, index) => last + index).filter(
    (year) => !begun.has(year)
  )
  const beyond = Object.fromEntries(years.map((year) => [year, [12, 31, 12, 31]]))
  const known = holidays.map(({ name, first, last }) => ({
    name,
    [Number(first.slice(0, 4))]: [...monthAndDay(first), ...monthAndDay(last)]
  }))
  return [...known, { name: 'beyond what is known', ...beyond }]
}

const monthAndDay = (day: string): readonly number[] => [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
