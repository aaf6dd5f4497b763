import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const SIGNATURE_BYTES = 16
/** An outline of 2 000 corners deflates to some 12 kB; a short question is not worth deflating (40 µs). */
const DEFLATED_FROM = 500
/** No question that we accept is larger; a bomb would be. */
const INFLATED_MOST = 200_000

/** What a sealed text is for: signed along, so that the cursor of one answer is a forgery to every other. */
type Purpose = 'search' | 'changes' | 'review'

/** Opaque text, safe in a URL, signed: what we did not make is refused, not half understood. */
export function seal(purpose: Purpose, value: unknown, secret: string): string {
  const plain = Buffer.from(JSON.stringify(value))
  const body =
    plain.length < DEFLATED_FROM
      ? Buffer.concat([PLAIN, plain])
      : Buffer.concat([DEFLATED, deflateRawSync(plain)])
  return Buffer.concat([sign(purpose, body, secret), body]).toString('base64url')
}

/** Undefined for anything that `seal` did not make for this purpose with this secret. */
export function unseal(purpose: Purpose, text: string, secret: string): unknown {
  const bytes = Buffer.from(text, 'base64url')
  const body = bytes.subarray(SIGNATURE_BYTES)
  // Decoding skips what is not base64url, so another spelling of the same bytes is a forgery as well.
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
