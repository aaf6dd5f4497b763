import accepts from '@fastify/accepts'
import { type FastifyInstance, type FastifyServerOptions, fastify, LogController } from 'fastify'
import { answerClientError } from './client-error.ts'
import { health } from './operation/health.ts'
import { metrics } from './operation/metrics.ts'
import { type Admission, admission } from './plugins/admission.ts'
import { closing } from './plugins/closing.ts'
import { cors } from './plugins/cors.ts'
import { type Measures, measures, type PoolCounts, type SourceAges } from './plugins/measures.ts'
import { type Pressure, pressure } from './plugins/pressure.ts'
import { type MissingPage, problemAnswers } from './plugins/problem-answers.ts'
import { problemPages } from './plugins/problem-pages.ts'
import { rateLimit } from './plugins/rate-limit.ts'
import { readableText, routableUrl } from './plugins/readable-text.ts'
import { representation } from './plugins/representation.ts'
import { requestId, requestIds } from './plugins/request-id.ts'
import { requestLog } from './plugins/request-log.ts'
import { security } from './plugins/security.ts'
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
  readonly missingPage?: MissingPage
  /** Registers what gathers the reference, which only sees the routes that come after it. */
  readonly describe?: (app: FastifyInstance) => Promise<void>
}

// Address and headers together. A parameter of 10 kB is still read, percent-encoded (30 kB), so as to be refused by name.
const MAX_HEADERS = 64 * 1024

/** Everything around the routes: how each request is let in, and how each answer goes out. */
export async function createShell(options: ShellOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.logger ?? false,
    // Our own line, in plugins/request-log.ts; Fastify's hold addresses and query strings.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: requestId,
    rewriteUrl: routableUrl,
    clientErrorHandler: answerClientError,
    // A polygon of 20 000 points.
    bodyLimit: 1024 * 1024,
    // For the whole request to arrive: what takes longer is a client that holds a socket, not one that asks.
    requestTimeout: 30_000,
    // While closing, requests that come on open connections are answered like those before them.
    return503OnClosing: false,
    http: { maxHeaderSize: MAX_HEADERS },
    // A parameter too long is refused by its schema, which names it; the router would only say 414.
    routerOptions: { maxParamLength: MAX_HEADERS }
  })
  const counted = measures(app, options)
  await guard(app, options, counted)
  await options.describe?.(app)
  health(app, options)
  metrics(app, counted.registry)
  problemPages(app)
  return app
}

/** In the order in which a request meets them: what costs least, and what answers must have in any case, first. */
async function guard(app: FastifyInstance, options: ShellOptions, { refused }: Measures): Promise<void> {
  closing(app)
  problemAnswers(app, options.missingPage)
  requestIds(app)
  requestLog(app)
  await app.register(accepts)
  await security(app)
  await cors(app)
  // Before the rate limit, which gives back what this one found to be a 304.
  representation(app)
  rateLimit(app, { perMinute: options.requestsPerMinute, onRefused: () => refused('quota') })
  await pressure(app, { ...options.pressure, onRefused: () => refused('pressure') })
  readableText(app)
  validation(app)
  admission(app, { ...options.admission, onRefused: () => refused('queue') })
}
