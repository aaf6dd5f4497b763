import { createHash, randomBytes } from 'node:crypto'
import { FRESH_MS, SEEN_EVERY_MS, SESSION_MOST_MS, SESSION_UNSEEN_MS } from './periods.ts'

/** A browser or program that is signed in. Its token is not stored. */
export type Session = {
  readonly digest: Buffer
  readonly accountId: string
  readonly createdAt: Date
  readonly seenAt: Date
  /** Until then it may do what asks for a fresh code. */
  readonly freshUntil: Date
  readonly expiresAt: Date
  /** The family of the browser, so that people recognise it in a list. */
  readonly label: string | null
}

const SECRET_BYTES = 32
const TOKEN = /^ses_[A-Za-z0-9_-]{43}$/

export function newSession(
  accountId: string,
  label: string | null,
  now: Date
): { readonly token: string; readonly session: Session } {
  const secret = randomBytes(SECRET_BYTES)
  const session = {
    digest: createHash('sha256').update(secret).digest(),
    accountId,
    createdAt: now,
    seenAt: now,
    freshUntil: after(now, FRESH_MS),
    expiresAt: expiryOf(now, now),
    label
  }
  return { token: `ses_${secret.toString('base64url')}`, session }
}

/** The digest under which a session is stored; undefined if the token is not written as we write them. */
export function sessionDigest(token: string): Buffer | undefined {
  if (!TOKEN.test(token)) return undefined
  const secret = Buffer.from(token.slice('ses_'.length), 'base64url')
  // The last of the 43 characters has two bits more than the secret, so a token would have four spellings.
  if (`ses_${secret.toString('base64url')}` !== token) return undefined
  return createHash('sha256').update(secret).digest()
}

/** Whether a token is written like that of a session. */
export const isSessionToken = (token: string): boolean => sessionDigest(token) !== undefined

export const isSessionOpen = ({ expiresAt }: Session, now: Date): boolean => now < expiresAt

/** The session after a use of it; null if that need not be stored. */
export function seen(session: Session, now: Date): Session | null {
  if (now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS) return null
  return { ...session, seenAt: now, expiresAt: expiryOf(session.createdAt, now) }
}

const expiryOf = (createdAt: Date, seenAt: Date): Date =>
  new Date(Math.min(createdAt.getTime() + SESSION_MOST_MS, seenAt.getTime() + SESSION_UNSEEN_MS))

const after = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms)

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  // Without a window, it calls itself HeadlessChrome.
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari']
]

/** The family of a browser and nothing more of it: versions and devices would tell people apart. */
export const browserFamily = (agent: string | undefined): string | null =>
  FAMILIES.find(([pattern]) => pattern.test(agent ?? ''))?.[1] ?? null
