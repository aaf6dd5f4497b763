import type { FastifyInstance } from 'fastify'
import { coarseAddress } from '../client-address.ts'
import { whenOver } from '../reply-over.ts'

/**
 * One line a request, without personal data: parameters by name only, since `q` may hold anyone's name and `lat`
 * and `lon` their home; the client's network, not its address.
 */
export function requestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // Read now: a client who hangs up takes the address along.
    const client = coarseAddress(request.ip)
    whenOver(reply, ({ status, cut, ms }) => {
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'unmatched',
          parameters: parameterNames(request.query),
          status,
          ms: Math.round(ms * 10) / 10,
          client,
          ...(request.problem !== '' && { problem: request.problem }),
          ...(cut && { cut })
        },
        'request'
      )
    })
  })
}

// Names come from the caller too: a name that is none of ours could be somebody's.
const NAME = /^[a-z_]{1,30}$/

function parameterNames(query: unknown): string[] {
  return Object.keys(query ?? {}).filter((name) => NAME.test(name))
}
