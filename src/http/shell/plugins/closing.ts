import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Closing lets requests under way finish, and waits for nothing else. By itself Node would wait for connections
 * that browsers opened ahead and asked nothing on (a minute), and for those whose last answer went out while
 * closing (`keepAliveTimeout`).
 */
export function closing(app: FastifyInstance): void {
  let leaving = false
  const silent = new Set<Socket>()
  app.server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    silent.delete(socket)
    // For a stream whose headers went out before; once the answer is out, its connection is idle.
    response.once('finish', () => leaving && setImmediate(() => app.server.closeIdleConnections()))
  })
  app.addHook('onSend', async (_request, reply) => {
    if (leaving) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    leaving = true
    for (const socket of silent) socket.destroy()
  })
}
