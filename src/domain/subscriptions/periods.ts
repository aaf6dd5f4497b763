import { HOUR_MS, MINUTE_MS } from '../time.ts'

/* The chores and the page about personal data read the same numbers. */

/** How long a subscription waits for its code. After that, it is deleted. */
export const UNCONFIRMED_MS = 48 * HOUR_MS
/** The time between two mails to one address that wants to know at once. */
export const PAUSE_MS = 15 * MINUTE_MS
