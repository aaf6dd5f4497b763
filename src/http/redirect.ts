import type { FastifyReply, FastifyRequest } from 'fastify'

/** To the same address with the id of the place that remains after a merge: the question is kept. */
export function redirectToSurvivor(
  request: FastifyRequest,
  reply: FastifyReply,
  survivor: string
): FastifyReply {
  const { id } = request.params as { readonly id: string }
  const [path = '', query] = request.url.split('?', 2)
  return reply.redirect(`${path.replace(id, survivor)}${query === undefined ? '' : `?${query}`}`, 301)
}
