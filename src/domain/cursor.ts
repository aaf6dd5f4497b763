import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { forgedCursor } from './errors.ts'
import type { After, Count, Part } from './ports.ts'
import type { Question } from './search-question.ts'

/** Where in an answer the next page begins. */
export type Position = {
  readonly part: Part
  readonly after: After | null
  /** Places already given: `min_results` counts on. */
  readonly seen: number
  /** Counted once, on the first page. */
  readonly total: Count | null
}

/** A cursor holds the whole question, so that following it can lose no filter. */
export type Resumption = { readonly question: Question; readonly position: Position }

const SIGNATURE_BYTES = 16
/** An outline of 2 000 corners deflates to some 12 kB; a short question is not worth deflating (40 µs). */
const DEFLATED_FROM = 1_000
/** No question that we accept is larger; a bomb would be. */
const INFLATED_MOST = 200_000

/** Opaque text, safe in a URL, signed: a cursor we did not make is refused, not half understood. */
export function encodeCursor(resumption: Resumption, secret: string): string {
  const plain = Buffer.from(JSON.stringify(resumption))
  const body =
    plain.length < DEFLATED_FROM
      ? Buffer.concat([PLAIN, plain])
      : Buffer.concat([DEFLATED, deflateRawSync(plain)])
  return Buffer.concat([sign(body, secret), body]).toString('base64url')
}

/** Throws `forgedCursor` on anything `encodeCursor` did not make with this secret. */
export function decodeCursor(text: string, secret: string): Resumption {
  const bytes = Buffer.from(text, 'base64url')
  const body = bytes.subarray(SIGNATURE_BYTES)
  // Decoding skips what is not base64url, so another spelling of the same bytes is a forgery as well.
  if (body.length < 2 || bytes.toString('base64url') !== text) throw forgedCursor()
  if (!timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(body, secret))) throw forgedCursor()
  const rest = body.subarray(1)
  const plain = body[0] === DEFLATED[0] ? inflateRawSync(rest, { maxOutputLength: INFLATED_MOST }) : rest
  return JSON.parse(plain.toString()) as Resumption
}

const PLAIN = Buffer.from('p')
const DEFLATED = Buffer.from('d')

const sign = (body: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest().subarray(0, SIGNATURE_BYTES)
