import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { createLane, type Lane, type LaneLimits } from '../lane.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `stream` for what is answered row by row for as long as the reader takes; `question` is all the rest of /v1. */
    lane?: 'question' | 'stream'
  }
}

export type Admission = {
  readonly question: LaneLimits
  readonly stream: LaneLimits
  /** A handler that has not answered by then is answered for, with 503. */
  readonly handlerTimeoutMs: number
  readonly onRefused?: () => void
}

/**
 * As many questions at once as there are connections to ask them with; more would wait in the pool all the same,
 * where no one could tell them how long. Ten times as many may wait here, two seconds at most: a common search
 * takes milliseconds, so whoever is further back is better told to come again.
 */
export function admissionFor(connections: number, queryTimeoutMs: number): Admission {
  const streams = Math.max(1, Math.floor(connections / 4))
  return {
    question: { concurrent: connections, waiting: connections * 10, patienceMs: 2_000 },
    // A quarter of the connections at most go to exports, which last minutes: nobody waits for one to end.
    stream: { concurrent: streams, waiting: 0, patienceMs: 0 },
    // The wait, then two queries at their limit.
    handlerTimeoutMs: 2_000 + 2 * queryTimeoutMs
  }
}

/** A bounded queue in front of the database: never a hung request, and none for a client who has gone. */
export function admission(app: FastifyInstance, options: Admission): void {
  const lanes = { question: createLane(options.question), stream: createLane(options.stream) }
  const held = new WeakMap<FastifyRequest, () => void>()
  const release = (request: FastifyRequest) => held.get(request)?.()
  app.addHook('onRoute', (route) => {
    if (laneOf(route) === 'question') route.handlerTimeout ??= options.handlerTimeoutMs
  })
  app.addHook('preHandler', async (request, reply) => {
    const name = laneOf(request.routeOptions)
    if (name === undefined) return
    const leave = await enter(lanes[name], request, reply)
    if (leave === 'full') {
      options.onRefused?.()
      throw busy(name)
    }
    if (leave === 'gone') return reply.hijack()
    held.set(request, leave)
    // A stream works until its last row is read or its reader leaves; the rest is done once there is an answer.
    if (name === 'stream') reply.raw.once('close', leave)
  })
  app.addHook('onSend', async (request) => {
    if (laneOf(request.routeOptions) === 'question') release(request)
  })
  app.addHook('onResponse', async (request) => release(request))
}

type LaneName = 'question' | 'stream'

type Routed = {
  readonly url?: string | undefined
  readonly config?: { readonly lane?: LaneName } | undefined
}

function laneOf({ url, config }: Routed): LaneName | undefined {
  return url?.startsWith('/v1/') ? (config?.lane ?? 'question') : undefined
}

async function enter(lane: Lane, request: FastifyRequest, reply: FastifyReply) {
  const gone = new AbortController()
  const abort = () => gone.abort()
  reply.raw.once('close', abort)
  const outcome = await lane.enter(gone.signal)
  reply.raw.off('close', abort)
  if (outcome !== 'full' && outcome !== 'gone' && request.raw.destroyed) {
    outcome()
    return 'gone'
  }
  return outcome
}

function busy(name: LaneName): HttpProblem {
  return name === 'question'
    ? new HttpProblem('temporary-reduced-capacity', 'Too many questions are waiting for the database.', {
        retryAfter: 2
      })
    : new HttpProblem('temporary-reduced-capacity', 'Too many exports are running at once.', {
        retryAfter: 30
      })
}
