// A keep-alive connection that sends one request at a time. Unlike that of `http-load.ts`, it survives all that an
// overloaded server does: refusals, silence, and closed connections.
import { connect, type Socket } from 'node:net'

export type Reply = {
  /** 0 if there was no complete answer in time. */
  readonly status: number
  readonly ms: number
}

export type Connection = {
  /** Sends the bytes of a request, and waits for the end of the answer. */
  readonly send: (request: string) => Promise<Reply>
  readonly close: () => void
}

/** People, and most programs, have given up by then. */
const PATIENCE_MS = 3_000

export function openConnection(port: number): Connection {
  let socket: Socket | undefined
  const connected = (): Socket => {
    if (socket && !socket.destroyed && socket.writable) return socket
    socket = connect({ port, host: '127.0.0.1', noDelay: true })
    return socket
  }
  return {
    send: (request) => {
      const begun = performance.now()
      const current = connected()
      return new Promise((resolve) => {
        const read = answerReader()
        const end = (status: number) => {
          clearTimeout(timer)
          current.removeAllListeners()
          // An error after the answer must not end the bench.
          current.on('error', () => {})
          if (status === 0) current.destroy()
          resolve({ status, ms: performance.now() - begun })
        }
        const timer = setTimeout(() => end(0), PATIENCE_MS)
        current.on('error', () => end(0))
        current.on('close', () => end(0))
        current.on('data', (chunk) => {
          const status = read(chunk)
          if (status !== undefined) end(status)
        })
        current.write(request)
      })
    },
    close: () => socket?.destroy()
  }
}

/** The bytes of a GET by the client with this address, which the server believes because it trusts its proxy. */
export const getBy = (
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {}
): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `X-Forwarded-For: ${address}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n'
  ].join('\r\n')

/** The bytes of a POST of JSON by the client with this address. */
export const postBy = (address: string, path: string, body: string): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `X-Forwarded-For: ${address}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body
  ].join('\r\n')

/** Consumes chunks, and returns the status when the answer is complete. */
function answerReader(): (chunk: Buffer) => number | undefined {
  let head: Buffer = Buffer.alloc(0)
  let answer: { readonly status: number; readonly isComplete: (body: Buffer) => boolean } | undefined
  return (chunk) => {
    if (answer) return answer.isComplete(chunk) ? answer.status : undefined
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return undefined
    const lines = head.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
    const isComplete = length === undefined ? lastChunkSeen() : bytesSeen(Number(length))
    answer = { status: Number(lines.slice(9, 12)), isComplete }
    return isComplete(head.subarray(end + 4)) ? answer.status : undefined
  }
}

function bytesSeen(length: number): (body: Buffer) => boolean {
  let missing = length
  return (body) => {
    missing -= body.length
    return missing <= 0
  }
}

/** A stream ends with an empty chunk. */
const LAST_CHUNK = '0\r\n\r\n'

function lastChunkSeen(): (body: Buffer) => boolean {
  let tail = ''
  return (body) => {
    tail = (tail + body.toString('latin1', Math.max(0, body.length - LAST_CHUNK.length))).slice(
      -LAST_CHUNK.length
    )
    return tail === LAST_CHUNK
  }
}
