import { DAY_MS, HOUR_MS } from '../time.ts'

/* How long what people wrote is kept. The page on personal data reads the same constants. */

/** A report with an address that was never confirmed, and the validity of its code. */
export const UNCONFIRMED_MS = 48 * HOUR_MS
/** The key of the client, which tells whether two reports come from one device. */
export const CLIENT_KEY_MS = 30 * DAY_MS
/** Text, proposal and address, from the day on which it was closed. */
export const TEXT_MONTHS = 12
