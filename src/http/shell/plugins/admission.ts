import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { createLane, type Lane, type LaneLimits, type Leave } from '../lane.ts'
import { whenOver } from '../reply-over.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * `stream` for what is answered row by row for as long as the reader takes, `records` for what is read line by line
     * for as long as the writer takes; `question` is all the rest of /v1.
     */
    lane?: 'question' | 'stream' | 'records'
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
 * As many questions at once as there are connections to ask them with, but for one, left to the readiness probe;
 * more would wait in the pool all the same, where no one could tell them how long. Fifty may wait behind each: a
 * common search takes milliseconds, so they are answered within a second. When searches are slow, patience ends first.
 */
export function admissionFor(connections: number, queryTimeoutMs: number): Admission {
  const streams = Math.max(1, Math.floor(connections / 4))
  return {
    question: { concurrent: Math.max(1, connections - 1), waiting: connections * 50, patienceMs: 2_000 },
    // A quarter of the connections at most go to exports, which last minutes: nobody waits for one to end.
    stream: { concurrent: streams, waiting: 0, patienceMs: 0 },
    // The wait, then two queries at their limit.
    handlerTimeoutMs: 2_000 + 2 * queryTimeoutMs
  }
}

/** Runs commit one after another in any case, and each holds a connection of its own. */
const RECORDS: LaneLimits = { concurrent: 1, waiting: 0, patienceMs: 0 }

/** A bounded queue in front of the database: never a hung request, and none for a client who has gone. */
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
  // Once there is an answer, sending it needs no connection. Not when the client leaves: the query still runs.
  app.addHook('onSend', async (request) => turns.get(request)?.())
}

/**
 * Ends the turn at the answer, or gives one when the handler has none in time. Not by Fastify's `handlerTimeout`:
 * it stops counting as soon as the body of a POST has been read, and would end an export while it streams.
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
