import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Coding,
  compressBody,
  compressStream,
  isCompressible,
  preferredCoding,
  WORTH_COMPRESSING
} from '../content-coding.ts'
import { entityTag, isFresh, tagOfCoding } from '../entity-tag.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `Cache-Control` of this route's answers, if it differs from the default. */
    cacheControl?: string
  }
}

// Places change a few times a day, so a delay of a minute does no harm. A CDN may answer from its copy while
// it fetches the new version, so that no request waits.
const READING = 'public, max-age=60, stale-while-revalidate=600'
/** For answers that contain the opening state, which must not be more than two minutes late. */
export const READING_NOW = 'public, max-age=60, stale-while-revalidate=60'

type Body = string | Buffer | Readable

/** Request headers that change the answer: JSON or GeoJSON, language of labels, compression. */
const VARY = 'Accept, Accept-Language, Accept-Encoding'

/**
 * Cache headers, ETag, 304 and compression, decided together. @fastify/etag and @fastify/compress decide
 * separately: they give three different bodies the same strong tag, compress a body that a 304 then discards,
 * send `Vary` with compressed answers only, and answer HEAD without the headers of GET.
 */
export function representation(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', cacheControl(request, reply))
    reply.header('vary', vary(reply))
    if (payload === null || payload === undefined || reply.statusCode === 204) return payload
    const body = bytesOf(payload as Body)
    const coding = codingFor(request, reply, body)
    if (isCacheable(request, reply)) {
      const tag = tagFor(reply, body)
      if (tag !== undefined) {
        const exact = tagOfCoding(tag, coding)
        reply.header('etag', exact)
        if (isFresh(request.headers['if-none-match'], exact)) return notModified(request, reply, body)
      }
    }
    if (request.method === 'HEAD' && body instanceof Readable) return withoutBody(request, body)
    return encode(reply, body, coding)
  })
}

/**
 * Encodes text once: otherwise its length, its tag and the socket would each encode it again (150 µs instead
 * of 55 µs for a page of 20 places).
 */
const bytesOf = (body: Body): Buffer | Readable => (typeof body === 'string' ? Buffer.from(body) : body)

function cacheControl(request: FastifyRequest, reply: FastifyReply): string {
  // Answers to POST are private to the caller, and errors may be over within a second.
  const reading = request.method === 'GET' || request.method === 'HEAD'
  return reading && reply.statusCode < 400
    ? (request.routeOptions.config.cacheControl ?? READING)
    : 'no-store'
}

function vary(reply: FastifyReply): string {
  const given = reply.getHeader('vary')
  return given === undefined ? VARY : `${VARY}, ${given}`
}

/** An answer with `no-store` needs no tag, because no client may keep it. */
function isCacheable(request: FastifyRequest, reply: FastifyReply): boolean {
  const reading = request.method === 'GET' || request.method === 'HEAD'
  return reading && reply.statusCode === 200 && !String(reply.getHeader('cache-control')).includes('no-store')
}

/** A stream has its own tag or none: hashing it would require holding it in memory. */
function tagFor(reply: FastifyReply, body: Buffer | Readable): string | undefined {
  const given = reply.getHeader('etag')
  if (typeof given === 'string') return given
  return body instanceof Readable ? undefined : entityTag(body)
}

function codingFor(request: FastifyRequest, reply: FastifyReply, body: Buffer | Readable): Coding {
  if (!isCompressible(reply.getHeader('content-type')) || reply.hasHeader('content-encoding'))
    return 'identity'
  if (!(body instanceof Readable) && body.length < WORTH_COMPRESSING) return 'identity'
  return preferredCoding(request.headers['accept-encoding'])
}

async function encode(reply: FastifyReply, body: Buffer | Readable, coding: Coding) {
  if (coding === 'identity') return body
  reply.header('content-encoding', coding).removeHeader('content-length')
  return body instanceof Readable ? compressStream(body, coding) : await compressBody(body, coding)
}

function notModified(request: FastifyRequest, reply: FastifyReply, body: Buffer | Readable) {
  reply.code(304).removeHeader('content-type').removeHeader('content-length').removeHeader('content-encoding')
  return withoutBody(request, body)
}

/**
 * The answer without its body. A stream is ended before its first row is read. For HEAD, the result is a stream that
 * has already ended, because Fastify's own hook for HEAD runs after this one: it would read a stream to its end, fail
 * on null, and send a length of 0 for empty text.
 */
function withoutBody(request: FastifyRequest, body: Buffer | Readable): Readable | null {
  if (body instanceof Readable) body.destroy()
  return request.method === 'HEAD' ? Readable.from([]) : null
}
