import type { FastifyReply, FastifyRequest } from 'fastify'

/** To the same address with the id of the place that remains after a merge: the question is kept. */
export function redirectToSurvivor(
  request: FastifyRequest,
  reply: FastifyReply,
  survivor: string
): FastifyReply {
  // From the route, not the address: there the id may be percent-encoded, and the redirect would lead to itself.
  const path = (request.routeOptions.url ?? '').replace(':id', survivor)
  const start = request.url.indexOf('?')
  return reply.redirect(start < 0 ? path : path + request.url.slice(start), 301)
}
