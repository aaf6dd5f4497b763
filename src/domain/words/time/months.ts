/** In French and English, the first as it is written. */
export const MONTH_NAMES = [
  'janvier january janv jan',
  'fevrier february fevr fev feb',
  'mars march',
  'avril april avr apr',
  'mai may',
  'juin june',
  'juillet july juil',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec'
].map((names) => names.split(' '))
const DAYS_OF = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

type Month = { readonly month: number; readonly days: number }
export const MONTHS: ReadonlyMap<string, Month> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    names.map((name) => [name, { month: index + 1, days: DAYS_OF[index] ?? 31 }] as const)
  )
)
