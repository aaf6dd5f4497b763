import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { limited, type Spooled, spool } from '../spool.ts'
import { readBody } from '../upload.ts'

declare module 'fastify' {
  interface FastifyReply {
    /**
     * Receives the body of the request, at most `megabytes`, and then works with it. Throws `body-too-large`,
     * `request-timeout`, and `temporary-reduced-capacity` if this client or all together send too many at once.
     */
    withBody: <Value>(megabytes: number, work: (body: Spooled) => Promise<Value>) => Promise<Value>
    /** The SHA-256 of the body, in hexadecimal. Nothing of it is kept, so no turn is needed. */
    bodyHash: (megabytes: number) => Promise<string>
  }
}

/** `ms`: the time in which a body must arrive, whatever its size. */
export function uploads(app: FastifyInstance, ms: number): void {
  app.decorateReply('withBody', function <
    Value
  >(this: FastifyReply, megabytes: number, work: (body: Spooled) => Promise<Value>) {
    return this.inTurn('upload', async () => {
      const body = await spool(limited(readBody(this.request.raw), { ms, megabytes }))
      try {
        return await work(body)
      } finally {
        await body.drop()
      }
    })
  })
  app.decorateReply('bodyHash', async function (this: FastifyReply, megabytes: number) {
    const hash = createHash('sha256')
    for await (const chunk of limited(readBody(this.request.raw), { ms, megabytes })) hash.update(chunk)
    return hash.digest('hex')
  })
}
