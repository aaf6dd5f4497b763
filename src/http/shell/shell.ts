import { METHODS } from 'node:http'
import accepts from '@fastify/accepts'
import { type FastifyInstance, type FastifyServerOptions, fastify, LogController } from 'fastify'
import type { Admission } from './admission-limits.ts'
import { answerClientError, refuseExpectation } from './client-error.ts'
import { eventLoopDelay } from './event-loop-delay.ts'
import { health } from './operation/health.ts'
import { metrics } from './operation/metrics.ts'
import { actors } from './plugins/actor.ts'
import { admission, type Lanes, lanesOf } from './plugins/admission.ts'
import { closing } from './plugins/closing.ts'
import { cors } from './plugins/cors.ts'
import { plausibleHost } from './plugins/host.ts'
import { innerRequests } from './plugins/inner.ts'
import { loadShedding } from './plugins/load-shedding.ts'
import {
  type Measures,
  measureRequests,
  measures,
  type PoolCounts,
  type SourceAges
} from './plugins/measures.ts'
import { type Pressure, pressure } from './plugins/pressure.ts'
import { type ProblemPage, problemAnswers } from './plugins/problem-answers.ts'
import { problemPages } from './plugins/problem-pages.ts'
import { rateLimit } from './plugins/rate-limit.ts'
import { readableText, routableUrl } from './plugins/readable-text.ts'
import { representation } from './plugins/representation.ts'
import { requestId, requestIds } from './plugins/request-id.ts'
import { requestLog } from './plugins/request-log.ts'
import { security } from './plugins/security.ts'
import { stalledReaders } from './plugins/stalled-readers.ts'
import { untrustedProxy } from './plugins/untrusted-proxy.ts'
import { uploads } from './plugins/uploads.ts'
import { validation } from './plugins/validation.ts'

export type ShellOptions = {
  readonly logger: FastifyServerOptions['logger']
  readonly trustProxy: NonNullable<FastifyServerOptions['trustProxy']>
  readonly requestsPerMinute: number
  readonly admission: Admission
  readonly pressure: Pressure
  readonly ping: () => Promise<void>
  readonly pool?: PoolCounts
  readonly dataVersion?: () => number | undefined
  readonly sourceAges?: SourceAges
  readonly problemPage?: ProblemPage
  /** Registers the plugin that collects the API reference; it only sees routes registered after it. */
  readonly describe?: (app: FastifyInstance) => Promise<void>
}

// Maximum size in bytes of the address and headers together. A parameter of 10 kB, percent-encoded up to 30 kB, still
// fits, so that its schema can refuse it by name.
const MAX_HEADERS = 64 * 1024

/** Everything around the routes: how requests are admitted and how answers are sent. */
export async function createShell(options: ShellOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.logger ?? false,
    // plugins/request-log.ts writes one line per request; Fastify's own lines contain addresses and query
    // strings.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: requestId,
    rewriteUrl: routableUrl,
    clientErrorHandler: answerClientError,
    // Enough for a polygon of 20 000 points.
    bodyLimit: 1024 * 1024,
    // Limit for the whole request to arrive. A slower client only keeps a socket busy.
    requestTimeout: 30_000,
    // While closing, requests on open connections are still answered normally.
    return503OnClosing: false,
    // Node itself would answer 400 without a body; plugins/host.ts explains it.
    http: { maxHeaderSize: MAX_HEADERS, requireHostHeader: false },
    // The schema refuses a parameter that is too long and names it; the router would only answer 414.
    routerOptions: { maxParamLength: MAX_HEADERS }
  })
  // Otherwise Fastify requires a Content-Type of a method that no path supports, instead of saying that.
  if (METHODS.includes('QUERY')) app.addHttpMethod('QUERY', { overrideExisting: true })
  app.server.on('checkExpectation', refuseExpectation)
  const counted = measures(options)
  const lanes = lanesOf(options.admission)
  innerRequests(app)
  actors(app)
  shed(app, options.pressure, lanes, counted)
  measureRequests(app, counted)
  await guard(app, options, lanes, counted)
  await options.describe?.(app)
  health(app, options)
  metrics(app, counted.registry)
  problemPages(app)
  return app
}

/**
 * Registers the plugins in the order in which a request passes them: the cheapest checks, and headers that every
 * answer needs, come first.
 */
async function guard(
  app: FastifyInstance,
  options: ShellOptions,
  lanes: Lanes,
  { refused }: Measures
): Promise<void> {
  closing(app)
  problemAnswers(app, options.problemPage)
  requestIds(app)
  requestLog(app)
  untrustedProxy(app, options.trustProxy)
  await app.register(accepts)
  await security(app)
  await cors(app)
  plausibleHost(app)
  stalledReaders(app, options.admission.stalledMs)
  // Before the rate limit, which gives back the points of requests that turn out to be a 304.
  representation(app)
  rateLimit(app, { perMinute: options.requestsPerMinute, onRefused: () => refused('quota') })
  await pressure(app, { ...options.pressure, onRefused: () => refused('pressure') })
  readableText(app)
  validation(app)
  admission(app, { ...options.admission, onRefused: () => refused('queue') }, lanes)
  uploads(app, options.admission.uploadMs)
}

function shed(app: FastifyInstance, { delayMs }: Pressure, lanes: Lanes, { refused }: Measures): void {
  const measured = eventLoopDelay()
  app.addHook('onClose', async () => measured.stop())
  loadShedding(app, { lanes, delayMs: delayMs ?? measured.delayMs, onRefused: () => refused('shed') })
}
