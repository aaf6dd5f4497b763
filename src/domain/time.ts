export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
/** Of a day without a change of the clocks; between midnights of UTC every day is one. */
export const DAY_MS = 24 * HOUR_MS

/** `9` → `09`, as dates and clocks are written. */
export const twoDigits = (number: number | string): string => String(number).padStart(2, '0')
