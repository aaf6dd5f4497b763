import type { RoleHeld } from '../permissions.ts'
import { isSessionOpen, type Session, seen, sessionDigest } from './session.ts'

/** The session of a signed-in account, with the roles it has now. */
export type SignedIn = { readonly session: Session; readonly roles: readonly RoleHeld[] }

export type SessionReader = {
  /** A session of an account that is not closed, with the roles that the account has at this instant. */
  find(digest: Buffer, now: Date): Promise<SignedIn | null>
  /** Records that the session was used, and its account on this day. */
  used(session: Session): Promise<void>
}

/** Who has a token; null if it is not valid now. A digest of 256 random bits is looked up, so its timing tells nothing. */
export async function signedIn(sessions: SessionReader, token: string, now: Date): Promise<SignedIn | null> {
  const digest = sessionDigest(token)
  const found = digest === undefined ? null : await sessions.find(digest, now)
  if (found === null || !isSessionOpen(found.session, now)) return null
  const after = seen(found.session, now)
  if (after === null) return found
  await sessions.used(after)
  return { ...found, session: after }
}
