import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nameOf } from '../../../domain/permissions.ts'
import type { Admission, LaneName } from '../admission-limits.ts'
import { addressKey } from '../client-address.ts'
import { HttpProblem } from '../http-problem.ts'
import { createLanes, type Lane, type Leave } from '../lane.ts'
import { whenOver } from '../reply-over.ts'

/** The lane of a route. `none`: it needs no connection, or takes its turns with `inTurn`. */
export type Cost = 'none' | 'cheap' | 'question' | 'heavy' | 'records'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the answer costs, as a function if that depends on the request; `question` by default in /v1. */
    cost?: Cost | ((request: FastifyRequest) => Cost)
    /** The answer is a stream: each client may receive one at a time. */
    stream?: true
  }
  interface FastifyReply {
    /**
     * Does the work in a turn of the lane. Throws `temporary-reduced-capacity` if others come first for too long, or if
     * the client leaves.
     */
    inTurn: <Value>(lane: LaneName, work: () => Promise<Value>) => Promise<Value>
  }
}

/**
 * Puts bounded queues in front of the database, by cost and by client: no request hangs, no work is done for clients
 * who have left, and one client cannot take the service from others. A turn does not depend on the pace of its client.
 */
export function admission(app: FastifyInstance, options: Admission, lanes: Lanes): void {
  const refuse = (name: LaneName): HttpProblem => {
    options.onRefused?.()
    const [detail, retryAfter] = BUSY[name]
    return new HttpProblem('temporary-reduced-capacity', detail, { retryAfter })
  }
  oneStreamAClient(app, options)
  const turns = new WeakMap<FastifyRequest, () => void>()
  app.addHook('preHandler', async (request, reply) => {
    const name = costOf(request)
    if (name === 'none') return
    const leave = await enter(lanes[name], reply)
    if (leave === 'full') throw refuse(name)
    if (leave === 'gone') return reply.hijack()
    turns.set(request, name === 'records' ? leave : untilAnswered(reply, leave, options.handlerTimeoutMs))
    if (name === 'records') whenOver(reply, leave)
  })
  // Sending an answer needs no connection, so the turn is over at this point. It is not when the client leaves, because
  // the query is still running.
  app.addHook('onSend', async (request) => turns.get(request)?.())
  app.decorateReply('inTurn', async function <
    Value
  >(this: FastifyReply, name: LaneName, work: () => Promise<Value>) {
    const leave = await enter(lanes[name], this)
    if (leave === 'full') throw refuse(name)
    if (leave === 'gone') throw new HttpProblem('temporary-reduced-capacity', 'The client has left.')
    return work().finally(leave)
  })
}

/**
 * A batch of an export does not count against the client's other questions, and neither does an import: each client
 * has one at a time.
 */
export function lanesOf({ lanes, clientTurns, clientUploads }: Admission) {
  const { map, stream, inside, upload, records, ...answers } = lanes
  return {
    ...createLanes(answers, clientTurns),
    ...createLanes({ upload }, clientUploads),
    ...createLanes({ map }, 1),
    ...createLanes({ stream }, 1),
    ...createLanes({ inside }, 1),
    ...createLanes({ records }, 1)
  }
}

export type Lanes = ReturnType<typeof lanesOf>

/** The turns of a key or an account are its own, whatever its address. */
const clientOf = ({ actor, ip }: FastifyRequest): string =>
  actor.kind === 'anonymous' ? addressKey(ip) : nameOf(actor)

export function costOf(request: FastifyRequest): Cost {
  const { url, config } = request.routeOptions
  if (!url?.startsWith('/v1/')) return 'none'
  const { cost = 'question' } = config
  return typeof cost === 'function' ? cost(request) : cost
}

async function enter(lane: Lane, reply: FastifyReply) {
  if (reply.raw.destroyed) return 'gone'
  const gone = new AbortController()
  const abort = () => gone.abort()
  reply.raw.once('close', abort)
  const turn = await lane.enter(clientOf(reply.request), gone.signal)
  reply.raw.off('close', abort)
  return turn
}

/**
 * Ends the turn when the answer is ready, or sends a 503 if the handler is late. Fastify's `handlerTimeout`
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

/** Exports go on at the pace of their readers, so their number is limited, in all and by client. */
function oneStreamAClient(app: FastifyInstance, { openStreams, onRefused }: Admission): void {
  const open = new Set<string>()
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.stream !== true || request.isInner || reply.raw.destroyed) return
    const client = clientOf(request)
    if (open.has(client)) {
      onRefused?.()
      throw new HttpProblem('quota-exceeded', 'This client is still receiving another export.', {
        retryAfter: 10
      })
    }
    if (open.size >= openStreams) {
      onRefused?.()
      throw new HttpProblem('temporary-reduced-capacity', 'Too many exports are running at the same time.', {
        retryAfter: 30
      })
    }
    open.add(client)
    whenOver(reply, () => open.delete(client))
  })
}

const BUSY: Readonly<Record<LaneName, readonly [detail: string, retryAfter: number]>> = {
  cheap: ['Too many requests are waiting for the database.', 2],
  question: ['Too many requests are waiting for the database.', 2],
  heavy: [
    'Too many searches that count or read everything are waiting. Ask without facets, or with total=none.',
    5
  ],
  map: ['Too many maps are waiting for their counts.', 5],
  stream: ['Too many exports are running at the same time.', 30],
  inside: ['Too many lists are being made at the same time.', 10],
  upload: ['Too many bodies are arriving at the same time.', 30],
  records: ['The records of other sources are being imported.', 30]
}
