import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts'

/* How long what belongs to accounts is kept. The chores and the page about personal data read the same numbers. */

/** How long a code and its link can be used. */
export const CODE_MS = 15 * MINUTE_MS
/** How long after a code a session may do what asks for a fresh one. */
export const FRESH_MS = 15 * MINUTE_MS
export const SIGN_IN_KEPT_MS = DAY_MS

/** A session ends after this time without use. */
export const SESSION_UNSEEN_MS = 30 * DAY_MS
/** A session ends after this time in any case. */
export const SESSION_MOST_MS = 180 * DAY_MS
/** The time of use is stored at most this often, so that reading a page rarely writes. */
export const SEEN_EVERY_MS = HOUR_MS

/** Months without use after which an account is warned, twice, and then closed. */
export const WARNED_AFTER_MONTHS = [22, 23] as const
export const CLOSED_AFTER_MONTHS = 24
