import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { instanceOf, judge, shorten, toProblem, type Verdict } from '../problems.ts'

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
    const path = request.url.split('?', 1)[0] ?? ''
    const allowed = methodsAt(app, path)
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

function methodsAt(app: FastifyInstance, path: string): string[] {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
  return methods.filter((method) => app.findRoute({ method, url: path }) !== null)
}
