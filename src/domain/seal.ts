import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const SIGNATURE_BYTES = 16
/**
 * Texts of at least this many bytes are deflated: a polygon with 2 000 corners shrinks to about 12 kB, but for a
 * short question deflating is not worth the 40 µs.
 */
const DEFLATED_FROM = 500
/** Maximum size in bytes after inflating: more than any accepted question, but less than a decompression bomb. */
const INFLATED_MOST = 200_000

/**
 * The purpose of a sealed text, which is part of the signature: a cursor of one kind of answer is not valid
 * for another.
 */
type Purpose =
  | 'search'
  | 'changes'
  | 'review'
  | 'form'
  | 'sign-in'
  | 'subscription'
  | 'feedback'
  | 'claim'
  | 'invitation'

/** Opaque, signed text that is safe in a URL; text that we did not create is refused. */
export function seal(purpose: Purpose, value: unknown, secret: string): string {
  const plain = Buffer.from(JSON.stringify(value))
  const body =
    plain.length < DEFLATED_FROM
      ? Buffer.concat([PLAIN, plain])
      : Buffer.concat([DEFLATED, deflateRawSync(plain)])
  return Buffer.concat([sign(purpose, body, secret), body]).toString('base64url')
}

/** The sealed value; undefined if `seal` did not create the text for this purpose with this secret. */
export function unseal(purpose: Purpose, text: string, secret: string): unknown {
  const bytes = Buffer.from(text, 'base64url')
  const body = bytes.subarray(SIGNATURE_BYTES)
  // Decoding ignores characters outside base64url, so other spellings of the same bytes are refused too.
  if (body.length < 2 || bytes.toString('base64url') !== text) return undefined
  if (!timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(purpose, body, secret))) return undefined
  const rest = body.subarray(1)
  const plain = body[0] === DEFLATED[0] ? inflateRawSync(rest, { maxOutputLength: INFLATED_MOST }) : rest
  return JSON.parse(plain.toString())
}

const PLAIN = Buffer.from('p')
const DEFLATED = Buffer.from('d')

const sign = (purpose: Purpose, body: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n`).update(body).digest().subarray(0, SIGNATURE_BYTES)

/** A key of its own for each purpose, from the secret of the database (RFC 5869). */
export const keyFor = (purpose: KeyPurpose, secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `annuaire ${purpose}`, 32))

type KeyPurpose =
  | 'email'
  | 'sign-in code'
  | 'client'
  | 'contribution code'
  | 'subscription code'
  | 'claim code'

/**
 * The key of a client, for limits and bursts: its address is never stored, and from one day to the next nothing connects
 * two of its keys.
 */
export const clientKey = (address: string, secret: string, now: Date): Buffer =>
  createHmac('sha256', keyFor('client', secret))
    .update(`${now.toISOString().slice(0, 10)} ${address}`)
    .digest()
