import type { FastifyReply } from 'fastify'

type Over = {
  readonly status: number
  /** Whether the client left before the answer was complete. */
  readonly cut: boolean
  readonly ms: number
}

// The status nginx logs if the client leaves before there is an answer; it is never sent.
const CLIENT_LEFT = 499

/**
 * Calls back once, when the answer has been sent or the client has left. Fastify's `onResponse` hook only
 * runs in the first case: a counter or a slot would never be released for a client who leaves.
 */
export function whenOver(reply: FastifyReply, then: (over: Over) => void): void {
  let called = false
  const over = (cut: boolean) => {
    if (called) return
    called = true
    const status = reply.raw.headersSent ? reply.statusCode : CLIENT_LEFT
    // Nothing catches what an event listener throws: an exception here would end the process.
    try {
      then({ status, cut, ms: reply.elapsedTime })
    } catch (error) {
      reply.log.error({ err: error }, 'after the answer')
    }
  }
  // An injected answer is finished without `writableFinished`.
  reply.raw.once('finish', () => over(false))
  reply.raw.once('close', () => over(!reply.raw.writableFinished))
}
