import type { Language } from './language.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
/** A day in UTC; local days are an hour shorter or longer when the clocks change. */
export const DAY_MS = 24 * HOUR_MS

/** `9` → `09`, as in dates and times. */
export const twoDigits = (number: number | string): string => String(number).padStart(2, '0')

/**
 * A formatter of days and instants in words. French says the first of a month as an ordinal, which `Intl` does not: "1er
 * décembre". Days without a time (`YYYY-MM-DD`) stay the same day in the time of Paris.
 */
export function wordedTime(
  language: Language,
  parts: Intl.DateTimeFormatOptions
): (at: Date | number) => string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'Europe/Paris',
    ...parts
  })
  if (language === 'en') return (at) => format.format(at)
  return (at) =>
    format
      .formatToParts(at)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join('')
}
