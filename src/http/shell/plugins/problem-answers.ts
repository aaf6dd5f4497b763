import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../http-problem.ts'
import { instanceOf, judge, shorten, toProblem, type Verdict } from '../problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that was answered; empty when there was none. */
    problem: string
  }
}

/** Answers people who came to an address where nothing is; undefined for those who did not ask for a page. */
export type MissingPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined

/** Whatever goes wrong, wherever, is answered as `application/problem+json`, but for people who lost their way. */
export function problemAnswers(app: FastifyInstance, missingPage?: MissingPage): void {
  app.decorateRequest('problem', '')
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const verdict = judge(error, request.id)
    // A caller's mistake is told to the caller; the log keeps what only we can mend, whole. What we refuse on
    // purpose (quota, queue) is on the request's line: a stack each would be more load under load.
    if (verdict.status === 500) request.log.error({ err: error }, 'request failed')
    else if (verdict.status === 503 && !(error instanceof HttpProblem)) {
      request.log.warn({ err: error }, 'request not answered')
    }
    return answer(request, reply, verdict)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const allowed = methodsAt(app, path)
    if (allowed.length > 0) reply.header('allow', [...allowed, 'OPTIONS'].join(', '))
    const page = allowed.length === 0 ? missingPage?.(request, reply) : undefined
    if (page) return page
    throw allowed.length > 0
      ? new HttpProblem(
          'method-not-allowed',
          `This path does not support ${request.method}. It supports ${allowed.join(', ')}.`
        )
      : new HttpProblem('route-not-found', `Nothing is served at ${shorten(path, 100)}.`)
  })
}

function answer(request: FastifyRequest, reply: FastifyReply, verdict: Verdict): FastifyReply {
  request.problem = verdict.code
  if (verdict.retryAfter !== undefined) reply.header('retry-after', String(verdict.retryAfter))
  for (const header of OF_THE_ANSWER) {
    reply.removeHeader(header)
    // A stream that fails at its first row has already handed its headers to Node.
    if (!reply.raw.headersSent) reply.raw.removeHeader(header)
  }
  return reply
    .code(verdict.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(verdict, instanceOf(request.originalUrl, request.id))))
}

// What a route may have said of the answer it then could not give.
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
