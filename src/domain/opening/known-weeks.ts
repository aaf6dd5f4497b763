/** For how long from today it is worked out when places are open: as far ahead as people plan a visit. */
export const KNOWN_WEEKS = 8

const DAY_MS = 86_400_000

/**
 * Epoch milliseconds. A day more at either end: it is yesterday still, or tomorrow already, somewhere in France; and
 * should a day's housekeeping fail, the weeks promised are there all the same.
 */
export function knownWeeks(now: Date): { readonly from: number; readonly to: number } {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  return { from: today - 2 * DAY_MS, to: today + (7 * KNOWN_WEEKS + 2) * DAY_MS }
}

/** The instants that can be asked for: from a day ago, so that a cursor of last night still leads on. */
export function askableInstants(now: Date): { readonly from: number; readonly to: number } {
  return { from: now.getTime() - DAY_MS, to: now.getTime() + 7 * KNOWN_WEEKS * DAY_MS }
}
