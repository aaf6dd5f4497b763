import type { FastifyInstance } from 'fastify'
import { DAY_MS } from '../../../domain/time.ts'

type SecurityText = {
  /** An e-mail address, or the https address of a page. */
  readonly contact: string
  /** The public address of the directory, if it is known. */
  readonly publicUrl: string | undefined
  /** Epoch milliseconds. */
  readonly clock: () => number
}

/** RFC 9116 asks for less than a year. As long as the program serves it, the operator stands by it. */
const VALID_MS = 180 * DAY_MS

/** Where to report a vulnerability (RFC 9116). */
export function securityText(app: FastifyInstance, { contact, publicUrl, clock }: SecurityText): void {
  const config = { hidden: true, cacheControl: 'public, max-age=86400' }
  app.get('/.well-known/security.txt', { config, schema: {} }, (_request, reply) => {
    // From midnight, so that all answers of a day are the same.
    const expires = new Date(Math.floor(clock() / DAY_MS) * DAY_MS + VALID_MS).toISOString()
    const lines = [
      `Contact: ${URL.canParse(contact) ? contact : `mailto:${contact}`}`,
      `Expires: ${expires}`,
      'Preferred-Languages: fr, en',
      ...(publicUrl ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : [])
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}
