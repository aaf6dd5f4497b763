import { DAY_MS, HOUR_MS } from '../time.ts'

/* How long things about claims last. The chores and the pages read the same numbers. */

/** Addresses and sites prove something if a source has had them for this long: a fresh one may be the claimant's own. */
export const PROVEN_AFTER_MS = 30 * DAY_MS
export const CODE_MS = 24 * HOUR_MS
/** How often a code may be tried. */
export const MOST_TRIES = 6
/** How long the mail to the place can be used to say "this is not me". */
export const CONTEST_MS = 14 * DAY_MS
/** How long the manager of a place has to answer, before a moderator does. */
export const MANAGER_ANSWERS_MS = 7 * DAY_MS
export const INVITATION_MS = 7 * DAY_MS
/** After this, a claim that was never answered ends, and its claimant gets a mail. */
export const UNANSWERED_MS = 180 * DAY_MS
/** A claim that came to nothing, because its code was not entered or it was never answered. */
export const LAPSED_KEPT_MS = 30 * DAY_MS
/** What was written about a claim, from the day on which it ended. */
export const TEXT_MONTHS = 12

/** Within a day. A person may run several places, but not twenty; a place must not be flooded with codes. */
export const LIMITS = { client: 20, account: 10, place: 3, invitation: 10, windowMs: DAY_MS } as const
