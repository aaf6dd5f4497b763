import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Asks this application on behalf of the client of `request`, without a socket. It costs the client nothing but
     * turns: the page that asks has been counted already.
     */
    askInside: (
      request: FastifyRequest,
      url: string,
      asking?: InnerRequest
    ) => Promise<LightMyRequestResponse>
  }
  interface FastifyRequest {
    /** Whether this application sent the request to itself. */
    isInner: boolean
  }
}

type InnerRequest = {
  /** GET, if left out. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** The body of the answer is read while it is written. */
  readonly asStream?: true
}

const HEADER = 'x-annuaire-inner'

/**
 * An inner request carries a token that only this process knows and that is good for one request, so no client can
 * forge it.
 */
export function innerRequests(app: FastifyInstance): void {
  const tokens = new Set<string>()
  app.decorateRequest('isInner', false)
  app.addHook('onRequest', async (request) => {
    const token = request.headers[HEADER]
    request.isInner = typeof token === 'string' && tokens.delete(token)
  })
  app.decorate('askInside', async ({ ip }, url, { method, body, headers, asStream } = {}) => {
    const token = randomUUID()
    tokens.add(token)
    return app.inject({
      method: method ?? 'GET',
      url,
      remoteAddress: ip,
      headers: { ...headers, [HEADER]: token },
      ...(body && { payload: body }),
      payloadAsStream: asStream !== undefined
    })
  })
}
