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
    /** `Cache-Control` of this route's answers, where it is not the usual one. */
    cacheControl?: string
  }
}

// Places change a few times a day: a minute late does no harm, and a CDN may then answer from its copy while it
// asks for the new one, so that nobody waits.
const READING = 'public, max-age=60, stale-while-revalidate=600'
/** For answers that say whether a place is open: told two minutes late, it is the clock of the town hall. */
export const READING_NOW = 'public, max-age=60, stale-while-revalidate=60'

type Body = string | Buffer | Readable

/** What the same address answers differently by: JSON or GeoJSON, the language of labels, the coding. */
const VARY = 'Accept, Accept-Language, Accept-Encoding'

/**
 * Cache headers, ETag, 304 and compression, decided together. @fastify/etag and @fastify/compress decide apart,
 * and so give one strong tag to three different bodies, compress what a 304 then throws away, tell `Vary` on
 * compressed answers only, and answer HEAD without the headers of GET.
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
 * Text becomes bytes once: its length, its tag and the socket would each encode it anew (150 µs for a page of 20
 * places, 55 so).
 */
const bytesOf = (body: Body): Buffer | Readable => (typeof body === 'string' ? Buffer.from(body) : body)

function cacheControl(request: FastifyRequest, reply: FastifyReply): string {
  // Answers to POST are nobody else's; errors pass, sometimes within a second.
  const reading = request.method === 'GET' || request.method === 'HEAD'
  return reading && reply.statusCode < 400
    ? (request.routeOptions.config.cacheControl ?? READING)
    : 'no-store'
}

function vary(reply: FastifyReply): string {
  const given = reply.getHeader('vary')
  return given === undefined ? VARY : `${VARY}, ${given}`
}

/** A tag on what nobody may keep would be a tag for nobody. */
function isCacheable(request: FastifyRequest, reply: FastifyReply): boolean {
  const reading = request.method === 'GET' || request.method === 'HEAD'
  return reading && reply.statusCode === 200 && !String(reply.getHeader('cache-control')).includes('no-store')
}

/** A stream brings its own tag or has none: to hash it would be to hold it whole in memory. */
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
 * Ends a stream before its first row is read. Fastify's own hook for HEAD comes after this one: it would drain a
 * stream to its end, fail on null and tell a length of 0 for empty text, so it is given a stream that has ended.
 */
function withoutBody(request: FastifyRequest, body: Buffer | Readable): Readable | null {
  if (body instanceof Readable) body.destroy()
  return request.method === 'HEAD' ? Readable.from([]) : null
}
