import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/**
 * Warns once if a proxy seems to be in front and none is trusted: then all its clients share one address, and so one
 * rate limit and one share of the connections.
 */
export function untrustedProxy(app: FastifyInstance, trustProxy: FastifyServerOptions['trustProxy']): void {
  if (trustProxy !== false) return
  let warned = false
  app.addHook('onRequest', async ({ headers, log }) => {
    if (warned || headers['x-forwarded-for'] === undefined) return
    warned = true
    log.warn(
      'A request with X-Forwarded-For arrived, but TRUST_PROXY is not set. If a reverse proxy sends the requests, all its clients share one rate limit: set TRUST_PROXY to the number of proxies, or to their addresses.'
    )
  })
}
