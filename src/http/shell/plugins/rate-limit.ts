import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressKey } from '../client-address.ts'
import { HttpProblem } from '../http-problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `false` on paths that the operator's own probes use. */
    rateLimit?: false
  }
}

const WINDOW_S = 60
const LATE_MS = 1_000

type RateLimit = { readonly perMinute: number; readonly onRefused?: () => void }

/**
 * Counts requests by client and reports the remaining number in each answer. It uses rate-limiter-flexible
 * instead of @fastify/rate-limit for its `reward`, which gives back the point of a request that turns out to
 * be a 304. The count is kept in memory, so each process behind the same address allows the full number: set
 * the limit per process.
 */
export function rateLimit(app: FastifyInstance, { perMinute, onRefused }: RateLimit): void {
  if (perMinute === 0) return
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S })
  const policy = `"default";q=${perMinute};w=${WINDOW_S}`
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return
    reply.header('ratelimit-policy', policy)
    const left = await limiter.consume(addressKey(request.ip)).catch(refusal)
    setRemaining(reply, left)
    if (left.consumedPoints <= perMinute) return
    onRefused?.()
    await lateFor(left, perMinute)
    const retryAfter = seconds(left)
    throw new HttpProblem('quota-exceeded', `More than ${perMinute} requests in ${WINDOW_S} seconds.`, {
      retryAfter
    })
  })
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 304 || !isCounted(request)) return
    setRemaining(reply, await limiter.reward(addressKey(request.ip)))
  })
}

function isCounted(request: FastifyRequest): boolean {
  return request.method !== 'OPTIONS' && request.routeOptions.config.rateLimit !== false && !request.isInner
}

/**
 * A client that goes on asking far beyond its limit gets each refusal late: two hundred connections that ask again at
 * once would otherwise keep this process busy with refusing.
 */
export async function lateFor({ consumedPoints }: RateLimiterRes, limit: number): Promise<void> {
  if (consumedPoints > 2 * limit) await wait(LATE_MS)
}

/** The limiter refuses by rejecting with a RateLimiterRes; any other rejection is an error. */
function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

function setRemaining(reply: FastifyReply, left: RateLimiterRes): void {
  reply.header('ratelimit', `"default";r=${left.remainingPoints};t=${seconds(left)}`)
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
