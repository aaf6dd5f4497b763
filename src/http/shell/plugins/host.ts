import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type InputFault, invalidInput } from '../../../domain/errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * Scheme and host under which the client sees this application, as far as it says; empty if it does not. The
     * client chooses the host, so an answer that contains it must not be cached.
     */
    readonly origin: string
  }
}

/** A name or an IPv4 address, or an IPv6 address in brackets, and a port. Names of containers may have underscores. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** The maximum length of a name in DNS, and a port. */
const LONGEST = 253 + 6

/**
 * Refuses requests without `Host`, with several of them, or with an implausible host (RFC 9112, 3.2), also from a
 * trusted proxy: some answers contain the host, and a proxy in front of us may read another one than we do.
 */
export function plausibleHost(app: FastifyInstance): void {
  app.decorateRequest('origin', {
    getter(this: FastifyRequest) {
      return this.host === '' ? '' : `${this.protocol === 'https' ? 'https' : 'http'}://${this.host}`
    }
  })
  app.addHook('onRequest', async ({ raw: { rawHeaders, httpVersion }, host }) => {
    const names = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host')
    if (names.length === 0 && httpVersion !== '1.0') throw invalidInput([MISSING])
    if (names.length > 1) throw invalidInput([TWICE])
    if (host !== '' && (host.length > LONGEST || !HOST.test(host))) throw invalidInput([IMPLAUSIBLE])
  })
}

const MISSING: InputFault = { detail: 'HTTP/1.1 requires the header Host.' }
const TWICE: InputFault = { detail: 'The header Host must be sent once.' }
const IMPLAUSIBLE: InputFault = { detail: 'The host is not a name or an IP address, with or without a port.' }
