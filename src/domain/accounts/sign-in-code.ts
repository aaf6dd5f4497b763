import { createHmac } from 'node:crypto'
import { randomSpoken, readSpoken, SPOKEN } from './spoken-code.ts'

declare const READ: unique symbol

/** Eight characters of Crockford's base 32, in capitals: 40 bits. */
export type SignInCode = string & { readonly [READ]: true }

const LENGTH = 8
const CODE = new RegExp(`^[${SPOKEN}]{${LENGTH}}$`)

/** How often a code may be tried: five guesses of 2^40. */
export const MOST_TRIES = 5

export const newCode = (): SignInCode => randomSpoken(LENGTH) as SignInCode

/** The code that was typed; undefined if it is not written like one. */
export function readCode(text: string): SignInCode | undefined {
  const code = readSpoken(text)
  return CODE.test(code) ? (code as SignInCode) : undefined
}

/** As the mail shows it: two groups of four are easier to keep in mind. */
export const writeCode = (code: SignInCode): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** The id is part of the digest, so that a digest is worth nothing for another sign-in. */
export const codeDigest = (id: string, code: SignInCode, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`${id}\n${code}`).digest()
