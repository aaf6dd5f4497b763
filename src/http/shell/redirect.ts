import type { FastifyReply, FastifyRequest } from 'fastify'

/** Redirects to the same address with the id of the surviving place; the query string is kept. */
export function redirectToSurvivor(
  request: FastifyRequest,
  reply: FastifyReply,
  survivor: string
): FastifyReply {
  // Built from the route, because in the address the id may be percent-encoded: it would not be replaced, and
  // the redirect would lead to itself.
  const path = (request.routeOptions.url ?? '').replace(':id', survivor)
  const start = request.url.indexOf('?')
  return reply.redirect(start < 0 ? path : path + request.url.slice(start), 301)
}
