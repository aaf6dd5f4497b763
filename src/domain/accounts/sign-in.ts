import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { seal, unseal } from '../seal.ts'
import { HOUR_MS } from '../time.ts'
import type { Email } from './email.ts'
import { CODE_MS } from './periods.ts'
import { codeDigest, MOST_TRIES, newCode, type SignInCode } from './sign-in-code.ts'

/**
 * Starts a sign-in for an address. The answer is the same with and without an account, so that only the reader of the
 * mail can find out.
 */
export type SignIn = {
  readonly id: string
  readonly email: Email
  readonly codeDigest: Buffer
  /** Digest of the secret that the asking browser keeps. */
  readonly browserDigest: Buffer
  readonly tries: number
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** What is asked for, with the secrets that are not stored: the code for the mail, the other for the browser. */
type NewSignIn = {
  readonly stored: SignIn
  readonly code: SignInCode
  readonly browser: string
}

/** Sign-ins that one address and one client may ask for in an hour, and codes of an address that are valid at a time. */
export const SIGN_IN_LIMITS = { address: 5, client: 20, live: 3, windowMs: HOUR_MS } as const

const BROWSER_BYTES = 32

export function newSignIn(id: string, email: Email, now: Date, key: Buffer): NewSignIn {
  const code = newCode()
  const secret = randomBytes(BROWSER_BYTES)
  return {
    stored: {
      id,
      email,
      codeDigest: codeDigest(id, code, key),
      browserDigest: sha256(secret),
      tries: 0,
      expiresAt: new Date(now.getTime() + CODE_MS),
      usedAt: null
    },
    code,
    browser: secret.toString('base64url')
  }
}

/**
 * The id in the mailed link. Only the mail contains it, so a request with it comes from the reader of the mail, or from a program
 * that opens the links in mails. The asker only gets the plain id.
 */
export const linkId = (id: string, secret: string): string => seal('sign-in', id, secret)

/** The sign-in that an id means, and whether the id is that of the mailed link; undefined if it is neither. */
export function readSignInId(
  text: string,
  secret: string
): { readonly id: string; readonly isLink: boolean } | undefined {
  if (UUID.test(text)) return { id: text.toLowerCase(), isLink: false }
  const id = unseal('sign-in', text, secret)
  return typeof id === 'string' ? { id, isLink: true } : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A code, or the secret of the browser that asked; the latter counts only with the mailed link. */
export type Proof =
  | { readonly by: 'code'; readonly code: SignInCode }
  | { readonly by: 'browser'; readonly browser: string; readonly isLink: boolean }

type SignInState = 'open' | 'used' | 'expired' | 'exhausted'

export type Outcome = 'signed-in' | 'refused' | Exclude<SignInState, 'open'>

function stateOf({ usedAt, expiresAt, tries }: SignIn, now: Date): SignInState {
  if (usedAt !== null) return 'used'
  if (expiresAt <= now) return 'expired'
  return tries >= MOST_TRIES ? 'exhausted' : 'open'
}

/** Whether a refused proof is counted: only codes can be guessed. */
export const isCounted = ({ by }: Proof): boolean => by === 'code'

/** What comes of a proof. `tries` are those before this one. */
export function judgeProof(signIn: SignIn, proof: Proof, now: Date, key: Buffer): Outcome {
  const state = stateOf(signIn, now)
  if (state !== 'open') return state
  return holds(signIn, proof, key) ? 'signed-in' : 'refused'
}

function holds(signIn: SignIn, proof: Proof, key: Buffer): boolean {
  if (proof.by === 'code') return timingSafeEqual(codeDigest(signIn.id, proof.code, key), signIn.codeDigest)
  const digest = sha256(Buffer.from(proof.browser, 'base64url'))
  return timingSafeEqual(digest, signIn.browserDigest) && proof.isLink
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
