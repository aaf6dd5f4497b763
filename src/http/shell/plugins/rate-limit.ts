import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressKey } from '../client-address.ts'
import { HttpProblem } from '../http-problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `false` on what the operator's own probes ask. */
    rateLimit?: false
  }
}

const WINDOW_S = 60

type RateLimit = { readonly perMinute: number; readonly onRefused?: () => void }

/**
 * Counts requests by client, and tells on each answer what is left. rate-limiter-flexible, not @fastify/rate-limit,
 * for its `reward`: what turns out to be a 304 is given back. Counted in memory: several processes behind one
 * address grant each their share, so set the limit for one of them.
 */
export function rateLimit(app: FastifyInstance, { perMinute, onRefused }: RateLimit): void {
  if (perMinute === 0) return
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S })
  const policy = `"default";q=${perMinute};w=${WINDOW_S}`
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return
    reply.header('ratelimit-policy', policy)
    const left = await limiter.consume(addressKey(request.ip)).catch(refusal)
    tell(reply, left)
    if (left.consumedPoints <= perMinute) return
    onRefused?.()
    const retryAfter = seconds(left)
    throw new HttpProblem('quota-exceeded', `More than ${perMinute} requests in ${WINDOW_S} seconds.`, {
      retryAfter
    })
  })
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 304 || !isCounted(request)) return
    tell(reply, await limiter.reward(addressKey(request.ip)))
  })
}

function isCounted(request: FastifyRequest): boolean {
  return request.method !== 'OPTIONS' && request.routeOptions.config.rateLimit !== false
}

/** The limiter refuses by rejecting with the count; anything else it rejects with is a fault. */
function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

function tell(reply: FastifyReply, left: RateLimiterRes): void {
  reply.header('ratelimit', `"default";r=${left.remainingPoints};t=${seconds(left)}`)
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
