import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { createLane, type Lane, type LaneLimits, type Leave } from '../lane.ts'
import { whenOver } from '../reply-over.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `stream`: the answer is written row by row for as long as the reader takes. `records`: the body is read
     * line by line for as long as the writer takes. `question`: everything else in /v1.
     */
    lane?: 'question' | 'stream' | 'records'
  }
}

export type Admission = {
  readonly question: LaneLimits
  readonly stream: LaneLimits
  /** If the handler has not answered within this time, a 503 is sent instead. */
  readonly handlerTimeoutMs: number
  readonly onRefused?: () => void
}

/**
 * Limits for a pool of `connections`. Questions use all connections but one, which stays free for the readiness
 * probe. More requests would wait in the pool anyway, where their wait cannot be limited. Up to 50 requests may wait
 * per connection: a common search takes milliseconds, so they are answered within a second. If searches are slow,
 * the wait ends after `patienceMs`.
 */
export function admissionFor(connections: number, queryTimeoutMs: number): Admission {
  const streams = Math.max(1, Math.floor(connections / 4))
  return {
    question: { concurrent: Math.max(1, connections - 1), waiting: connections * 50, patienceMs: 2_000 },
    // Exports last minutes, so they get at most a quarter of the connections, and none waits for another to
    // end.
    stream: { concurrent: streams, waiting: 0, patienceMs: 0 },
    // The wait in the queue, then two queries at their time limit.
    handlerTimeoutMs: 2_000 + 2 * queryTimeoutMs
  }
}

/** Imports commit one after another anyway, and each holds a connection of its own. */
const RECORDS: LaneLimits = { concurrent: 1, waiting: 0, patienceMs: 0 }

/**
 * A bounded queue in front of the database: no request hangs, and no work is done for clients who have left.
 */
export function admission(app: FastifyInstance, options: Admission): void {
  const lanes = {
    question: createLane(options.question),
    stream: createLane(options.stream),
    records: createLane(RECORDS)
  }
  const turns = new WeakMap<FastifyRequest, () => void>()
  app.addHook('preHandler', async (request, reply) => {
    const name = laneOf(request)
    if (name === undefined) return
    const leave = await enter(lanes[name], reply)
    if (leave === 'full') {
      options.onRefused?.()
      throw busy(name)
    }
    if (leave === 'gone') return reply.hijack()
    if (name !== 'question') return whenOver(reply, leave)
    turns.set(request, untilAnswered(reply, leave, options.handlerTimeoutMs))
  })
  // Sending an answer needs no connection, so the slot is free at this point. It is not freed when the client
  // leaves, because the query is still running.
  app.addHook('onSend', async (request) => turns.get(request)?.())
}

/**
 * Frees the slot when the answer is ready, or sends a 503 if the handler is late. Fastify's `handlerTimeout`
 * cannot be used: it stops counting once the body of a POST has been read, and would end an export while it
 * streams.
 */
function untilAnswered(reply: FastifyReply, leave: Leave, ms: number): () => void {
  const timer = setTimeout(() => {
    leave()
    if (reply.sent || reply.raw.destroyed) return
    reply.send(
      new HttpProblem('too-slow', 'The answer was not ready within the time limit.', { retryAfter: 5 })
    )
  }, ms).unref()
  return () => {
    clearTimeout(timer)
    leave()
  }
}

type LaneName = 'question' | 'stream' | 'records'

function laneOf({ routeOptions: { url, config } }: FastifyRequest): LaneName | undefined {
  return url?.startsWith('/v1/') ? (config.lane ?? 'question') : undefined
}

async function enter(lane: Lane, reply: FastifyReply) {
  if (reply.raw.destroyed) return 'gone'
  const gone = new AbortController()
  const abort = () => gone.abort()
  reply.raw.once('close', abort)
  const turn = await lane.enter(gone.signal)
  reply.raw.off('close', abort)
  return turn
}

function busy(name: LaneName): HttpProblem {
  const [detail, retryAfter] = BUSY[name]
  return new HttpProblem('temporary-reduced-capacity', detail, { retryAfter })
}

const BUSY: Readonly<Record<LaneName, readonly [detail: string, retryAfter: number]>> = {
  question: ['Too many requests are waiting for the database.', 2],
  stream: ['Too many exports are running at the same time.', 30],
  records: ['The records of another source are being imported.', 30]
}
