import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { admissionFor } from '../../../src/http/shell/admission-limits.ts'
import { UNPRESSED } from '../../../src/http/shell/plugins/pressure.ts'
import { createShell, type ShellOptions } from '../../../src/http/shell/shell.ts'

/** Creates the real shell with all its plugins, around routes of the test. */
export function tinyApp(options: Partial<ShellOptions> = {}): Promise<FastifyInstance> {
  return createShell({
    logger: false,
    trustProxy: false,
    requestsPerMinute: 600,
    admission: admissionFor(10, 3_000),
    // Most tests ask how requests wait and are refused, which a busy machine must not change.
    pressure: UNPRESSED,
    ping: async () => undefined,
    ...options
  })
}

export async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

/** Sends raw bytes, which no HTTP client would send; returns the answer as text. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })
}
