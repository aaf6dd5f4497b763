import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type AccessKey, authenticate, type KeyReader } from '../../../domain/access/api-keys.ts'
import { addressKey } from '../client-address.ts'
import { HttpProblem } from '../http-problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope that a key needs for this path. Paths without it need no key. */
    scope?: (params: Readonly<Record<string, string>>) => string
  }
  interface FastifyRequest {
    /** Id of the key that came with the request; empty on paths that need none. */
    keyId: string
  }
}

const WINDOW_S = 60

/**
 * A source sends its records a few times a day. More than one request per second means that the program is
 * broken.
 */
const REQUESTS_A_KEY = 60

/** A secret of 256 bits cannot be guessed; the limit protects the database from the attempts. */
const FAILURES_AN_ADDRESS = 30

/**
 * Checks the bearer key before the body is read. Requests with a valid key are counted by key, whatever their
 * address; all others are counted by address.
 */
export function authorisation(app: FastifyInstance, keys: KeyReader, limited: boolean): void {
  const used = new RateLimiterMemory({ points: REQUESTS_A_KEY, duration: WINDOW_S })
  const failed = new RateLimiterMemory({ points: FAILURES_AN_ADDRESS, duration: WINDOW_S })
  app.decorateRequest('keyId', '')
  app.addHook('onRequest', async (request, reply) => {
    const { scope } = request.routeOptions.config
    if (scope === undefined) return
    const address = addressKey(request.ip)
    const past = await failed.get(address)
    if (limited && past !== null && past.consumedPoints >= FAILURES_AN_ADDRESS)
      throw tooMany(past, FAILURES_AN_ADDRESS)
    const key = await keyOf(request, reply, keys).catch(async (error: unknown) => {
      await failed.consume(address).catch(refusal)
      throw error
    })
    if (limited) await count(used, key, reply)
    const needed = scope(request.params as Readonly<Record<string, string>>)
    if (!key.scopes.includes(needed)) throw missing(needed, reply)
    request.keyId = key.id
  })
}

async function keyOf(request: FastifyRequest, reply: FastifyReply, keys: KeyReader): Promise<AccessKey> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) {
    reply.header('www-authenticate', 'Bearer realm="annuaire"')
    throw new HttpProblem('key-missing', 'Send a key in the header Authorization: Bearer ann_….')
  }
  const key = await authenticate(keys, token, new Date())
  if (key !== null) return key
  reply.header('www-authenticate', 'Bearer realm="annuaire", error="invalid_token"')
  throw new HttpProblem('key-not-valid', 'The key is unknown, has been revoked or has expired.')
}

function missing(scope: string, reply: FastifyReply): HttpProblem {
  const needed = scope.replace(/[^\w:-]/g, '')
  reply.header('www-authenticate', `Bearer realm="annuaire", error="insufficient_scope", scope="${needed}"`)
  return new HttpProblem('scope-missing', `The key lacks the scope ${needed}.`)
}

async function count(limiter: RateLimiterMemory, { id }: AccessKey, reply: FastifyReply): Promise<void> {
  const left = await limiter.consume(id).catch(refusal)
  reply.header('ratelimit-policy', `"key";q=${REQUESTS_A_KEY};w=${WINDOW_S}`)
  reply.header('ratelimit', `"key";r=${left.remainingPoints};t=${seconds(left)}`)
  if (left.consumedPoints > REQUESTS_A_KEY) throw tooMany(left, REQUESTS_A_KEY)
}

const tooMany = (left: RateLimiterRes, most: number): HttpProblem =>
  new HttpProblem('quota-exceeded', `More than ${most} requests in ${WINDOW_S} seconds.`, {
    retryAfter: seconds(left)
  })

/** The limiter refuses by rejecting with a RateLimiterRes; any other rejection is an error. */
function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
