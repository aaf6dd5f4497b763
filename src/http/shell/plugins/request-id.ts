import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

// What proxies and tracers send (UUIDs, hexadecimal, ULIDs); nothing that could forge a log line, a header or
// a fragment of a URI, nor hold an e-mail address.
const SANE = /^[A-Za-z0-9_-]{8,64}$/

/** The caller's own id where it is sane, so that its log and ours can be read side by side. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID()
}

export function requestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
}
