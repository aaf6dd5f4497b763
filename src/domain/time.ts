export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
/** A day in UTC; local days are an hour shorter or longer when the clocks change. */
export const DAY_MS = 24 * HOUR_MS

/** `9` → `09`, as in dates and times. */
export const twoDigits = (number: number | string): string => String(number).padStart(2, '0')
