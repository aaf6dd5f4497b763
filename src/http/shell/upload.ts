import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { HttpProblem } from './http-problem.ts'

/** An upload may be silent for as long as other requests may take to arrive. */
const SILENCE_MS = 30_000

const uploads = new WeakSet<Socket>()

/**
 * Whether the socket is receiving an upload. Node's `requestTimeout` covers the whole request on every path, and must
 * not end an upload that makes progress.
 */
export const isUpload = (socket: Socket): boolean => uploads.has(socket)

/**
 * The body as it arrives, with backpressure. A consumer that stops in the middle can still answer; iterating
 * over the request itself would close the connection.
 */
export async function* readBody(request: IncomingMessage): AsyncGenerator<Buffer> {
  uploads.add(request.socket)
  const chunks = (request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[
    Symbol.asyncIterator
  ]()
  try {
    while (true) {
      const next = await nextOf(request, chunks)
      if (next.done === true) return
      yield next.value
    }
  } finally {
    uploads.delete(request.socket)
    if (!request.complete) discardRest(request)
  }
}

async function nextOf(
  request: IncomingMessage,
  chunks: AsyncIterator<Buffer>
): Promise<IteratorResult<Buffer>> {
  // The timer runs only while we wait for the client, not while the client waits for us.
  const silence = setTimeout(() => request.destroy(), SILENCE_MS)
  try {
    return await chunks.next()
  } catch (cause) {
    throw new HttpProblem('request-timeout', 'The body did not arrive completely.', { cause })
  } finally {
    clearTimeout(silence)
  }
}

/**
 * Reads and drops the rest of the body, so that the answer reaches clients that send everything before they
 * read.
 */
function discardRest(request: IncomingMessage): void {
  request.resume()
  const end = setTimeout(() => request.destroy(), SILENCE_MS).unref()
  request.once('close', () => clearTimeout(end))
}
