import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * On closing, waits for running requests only. Node itself would also wait for connections that browsers opened in
 * advance without sending anything (a minute), and for connections whose last answer was sent during closing
 * (`keepAliveTimeout`).
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
    // For a stream whose headers were sent before closing began: its connection is idle once the stream has
    // ended.
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
