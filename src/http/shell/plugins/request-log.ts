import type { FastifyInstance } from 'fastify'
import { coarseAddress } from '../client-address.ts'
import { whenOver } from '../reply-over.ts'

/**
 * Logs one line per request without personal data: parameters by name only, because `q` may contain a
 * person's name and `lat` and `lon` their home; and the client's network instead of the address.
 */
export function requestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // Read at this point, because the address is gone once the client hangs up.
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

// Callers choose the names of parameters too, and an unknown name could be the name of a person.
const NAME = /^[a-z_]{1,30}$/

function parameterNames(query: unknown): string[] {
  return Object.keys(query ?? {}).filter((name) => NAME.test(name))
}
