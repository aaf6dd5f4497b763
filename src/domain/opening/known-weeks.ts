import { DAY_MS } from '../time.ts'

/** Openings are computed this many weeks ahead, which covers the time in which people plan a visit. */
export const KNOWN_WEEKS = 8

/**
 * The range for which openings are computed, in epoch milliseconds. It has one extra day at either end for time
 * zones, and another so that the promised weeks are there even if the chores fail for a day.
 */
export function knownWeeks(now: Date): { readonly from: number; readonly to: number } {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  return { from: today - 2 * DAY_MS, to: today + (7 * KNOWN_WEEKS + 2) * DAY_MS }
}

/**
 * The range of instants that can be searched. It starts a day ago, so that a cursor from last night still
 * works.
 */
export function askableInstants(now: Date): { readonly from: number; readonly to: number } {
  return { from: now.getTime() - DAY_MS, to: now.getTime() + 7 * KNOWN_WEEKS * DAY_MS }
}
