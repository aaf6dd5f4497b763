import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

// Ids as proxies and tracers send them (UUIDs, hexadecimal, ULIDs). Anything that could forge a log line, a
// header or a URI fragment, or contain an e-mail address, is excluded.
const SANE = /^[A-Za-z0-9_-]{8,64}$/

/** Keeps the caller's id if it is safe, so that the caller's log can be compared with ours. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID()
}

export function requestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
}
