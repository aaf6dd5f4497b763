import type { FastifyInstance, FastifyRequest } from 'fastify'
import { bareProblem } from '../bare-problem.ts'
import type { Lane } from '../lane.ts'
import { type Cost, costOf } from './admission.ts'

/** By how many milliseconds the event loop may be late before a request of this cost is refused. */
const MOST_DELAY_MS = { heavy: 100, question: 400 } as const

type Shed = keyof typeof MOST_DELAY_MS

type LoadShedding = {
  readonly lanes: Readonly<Record<Shed, Pick<Lane, 'waiting'>>>
  /** By how many milliseconds the event loop is late. */
  readonly delayMs: () => number
  readonly onRefused?: () => void
}

/**
 * Refuses an expensive request before anything else is done for it, if the process itself is late and others wait in
 * the same lane already. A refusal in the lane passes all hooks and takes ten times as long: with ten times the requests
 * that can be answered, the process had no time left for the answers. A refusal is counted, but has no line in the log.
 */
export function loadShedding(app: FastifyInstance, { lanes, delayMs, onRefused }: LoadShedding): void {
  app.addHook('onRequest', (request, reply, done) => {
    const cost = expectedCost(request)
    if (request.isInner || !isShed(cost) || lanes[cost].waiting() === 0 || delayMs() <= MOST_DELAY_MS[cost]) {
      done()
      return
    }
    onRefused?.()
    const { status, headers, body } = OVERLOADED()
    reply.hijack()
    reply.raw.writeHead(status, { ...headers, 'retry-after': '5' }).end(request.method === 'HEAD' ? '' : body)
  })
}

const OVERLOADED = () => bareProblem('temporary-reduced-capacity', 'The service is overloaded at the moment.')

const isShed = (cost: Cost): cost is Shed => cost === 'heavy' || cost === 'question'

/** A body has not arrived yet, so its search counts as heavy. */
const expectedCost = (request: FastifyRequest): Cost =>
  request.method === 'POST' && typeof request.routeOptions.config.cost === 'function'
    ? 'heavy'
    : costOf(request)
