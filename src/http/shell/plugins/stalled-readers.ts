import type { FastifyInstance } from 'fastify'

/**
 * Cuts the connection of a client who takes nothing of its answer for `ms`. Node counts a socket as active while its
 * queue gets shorter, and sets another time limit once the answer is complete.
 */
export function stalledReaders(app: FastifyInstance, ms: number): void {
  app.addHook('onSend', async ({ raw: { socket } }) => {
    // The socket of an injected request has no clock.
    socket.setTimeout?.(ms)
  })
}
