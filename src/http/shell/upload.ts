import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { HttpProblem } from './http-problem.ts'

/** As long as a request may take to arrive elsewhere, an upload may be silent. */
const SILENCE_MS = 30_000

const uploads = new WeakSet<Socket>()

/** Node's limit is on the whole request, for every path alike: an upload that moves is not what it is there to end. */
export const isUpload = (socket: Socket): boolean => uploads.has(socket)

/**
 * The body as it arrives, at the pace at which it is taken. Whoever stops in the middle can still answer, which
 * iterating over the request itself would not allow: it ends the connection.
 */
export async function* arriving(request: IncomingMessage): AsyncGenerator<Buffer> {
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
    if (!request.complete) letGo(request)
  }
}

async function nextOf(
  request: IncomingMessage,
  chunks: AsyncIterator<Buffer>
): Promise<IteratorResult<Buffer>> {
  // Counted only while we wait for the client, not while it waits for us.
  const silence = setTimeout(() => request.destroy(), SILENCE_MS)
  try {
    return await chunks.next()
  } catch (cause) {
    throw new HttpProblem('request-timeout', 'The body did not arrive completely.', { cause })
  } finally {
    clearTimeout(silence)
  }
}

/** The rest is read and dropped, so that the answer gets through to those who send all before they listen. */
function letGo(request: IncomingMessage): void {
  request.resume()
  const end = setTimeout(() => request.destroy(), SILENCE_MS).unref()
  request.once('close', () => clearTimeout(end))
}

/** SHA-256 of the rest of the body, in hexadecimal. */
export async function hashOf(body: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of body) hash.update(chunk)
  return hash.digest('hex')
}
