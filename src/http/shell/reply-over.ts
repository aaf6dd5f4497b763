import type { FastifyReply } from 'fastify'

type Over = {
  readonly status: number
  /** Whether the client left before the answer was complete. */
  readonly cut: boolean
  readonly ms: number
}

// nginx's number for a client who left before there was an answer; nothing is sent with it.
const CLIENT_LEFT = 499

/**
 * Calls back once when the answer has been sent, or its client has left. Fastify's `onResponse` hook only knows
 * the first: what is counted or held for a client who leaves would be so for ever.
 */
export function whenOver(reply: FastifyReply, then: (over: Over) => void): void {
  let told = false
  const over = () => {
    if (told) return
    told = true
    const { writableFinished, headersSent } = reply.raw
    const status = headersSent ? reply.statusCode : CLIENT_LEFT
    // An event has nobody above it to catch what it throws: a fault here would end the process.
    try {
      then({ status, cut: !writableFinished, ms: reply.elapsedTime })
    } catch (error) {
      reply.log.error({ err: error }, 'after the answer')
    }
  }
  reply.raw.once('finish', over)
  reply.raw.once('close', over)
}
