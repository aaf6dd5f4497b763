import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether mail programs, which are no browsers, may send the form of this page. */
    fromPrograms?: boolean
  }
}

/**
 * Refuses forms that a page of another site sends in the name of its reader. The browser says where a request comes from
 * (`Sec-Fetch-Site`; older browsers, and those that reach us without TLS: `Origin` or `Referer`), so that no token in a
 * cookie is needed, and pages with forms are read without one. A page with `fromPrograms` also receives what mail programs
 * send (RFC 8058).
 */
export function refuseForgeries(
  scope: FastifyInstance,
  publicUrl: string | undefined,
  refuse: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const isExpected = request.routeOptions.config.fromPrograms === true && isFromProgram(request)
    if (!isExpected && !isFromOurPages(request, publicUrl)) return refuse(request, reply)
  })
}

/** No browser has sent it: a browser says at least one of these. */
const isFromProgram = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] === undefined && headers.origin === undefined && headers.referer === undefined

function isFromOurPages({ headers, origin: host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = headers.origin ?? originOf(headers.referer)
  return from !== undefined && (from === host || from === originOf(publicUrl))
}

const originOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
