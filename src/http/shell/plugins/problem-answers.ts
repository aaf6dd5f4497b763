import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { instanceOf, judge, RETRY_AFTER_S, shorten, toProblem, type Verdict } from '../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Code of the problem document that was sent; empty if there was none. */
    problem: string
  }
}

/**
 * Sends an HTML page if a browser asks for an address that does not exist or cannot be answered. Returns
 * undefined if the request did not ask for a page.
 */
export type ProblemPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number
) => FastifyReply | undefined

/** Answers every error as `application/problem+json`, or with a page if a browser asked for one. */
export function problemAnswers(app: FastifyInstance, problemPage?: ProblemPage): void {
  app.decorateRequest('problem', '')
  const fixed = fixedPaths(app)
  // The router would take `GET /v1/places/search` for the place with the id "search".
  app.addHook('onRequest', async (request, reply) => {
    const pattern = request.routeOptions.url
    if (pattern?.includes(':') && fixed.has(pathOf(request))) return reply.callNotFound()
  })
  // Pages answer 503 themselves, if one of their own questions was not answered.
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 503 && !reply.hasHeader('retry-after'))
      reply.header('retry-after', RETRY_AFTER_S)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const verdict = judge(error, request.id)
    // Mistakes of the caller are reported to the caller. The log keeps the full error only for faults that we can
    // fix. Intended refusals (quota, queue) appear in the request's own log line: under load, a stack trace for each
    // would add to the load.
    if (verdict.status === 500) request.log.error({ err: error }, 'request failed')
    else if (verdict.status === 503 && !(error instanceof HttpProblem)) {
      request.log.warn({ err: error }, 'request not answered')
    }
    prepare(request, reply, verdict)
    return problemPage?.(request, reply, verdict.status) ?? answer(request, reply, verdict)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const allowed = fixed.get(path) ?? methodsAt(app, path)
    if (allowed.length > 0) reply.header('allow', [...allowed, 'OPTIONS'].join(', '))
    const page = allowed.length === 0 ? problemPage?.(request, reply, 404) : undefined
    if (page) return page
    throw allowed.length > 0
      ? new HttpProblem(
          'method-not-allowed',
          `This path does not support ${request.method}. It supports ${allowed.join(', ')}.`
        )
      : new HttpProblem('route-not-found', `Nothing is served at ${shorten(path, 100)}.`)
  })
}

/**
 * Sets the headers that every error answer has, and removes the headers that the route had set for its own
 * answer.
 */
function prepare(request: FastifyRequest, reply: FastifyReply, verdict: Verdict): void {
  request.problem = verdict.code
  if (verdict.retryAfter !== undefined) reply.header('retry-after', String(verdict.retryAfter))
  for (const header of OF_THE_ANSWER) {
    reply.removeHeader(header)
    // A stream that fails at its first row has already passed its headers to Node.
    if (!reply.raw.headersSent) reply.raw.removeHeader(header)
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, verdict: Verdict): FastifyReply {
  return reply
    .code(verdict.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(verdict, instanceOf(request.originalUrl, request.id))))
}

// Headers that a route may have set for the answer that failed.
const OF_THE_ANSWER = [
  'etag',
  'link',
  'content-disposition',
  'content-encoding',
  'content-language',
  'location'
]

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? ''

/** The paths without parameters of all routes that are registered from now on, with their methods. */
function fixedPaths(app: FastifyInstance): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>()
  app.addHook('onRoute', ({ url, method }) => {
    if (/[:*]/.test(url)) return
    const methods = [...(paths.get(url) ?? []), method].flat()
    paths.set(
      url,
      METHODS.filter((each) => methods.includes(each))
    )
  })
  return paths
}

function methodsAt(app: FastifyInstance, path: string): readonly string[] {
  return METHODS.filter((method) => app.findRoute({ method, url: path }) !== null)
}
