import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError } from 'fastify'
import { bareProblem } from './bare-problem.ts'
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.ts'
import { isUpload } from './upload.ts'

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout'
}

/**
 * Answers input that is not valid HTTP, directly on the socket: it never becomes a request, so no hook sees
 * it.
 */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isUpload(socket)) return
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { code, detail } = unreadable(error)
  const { status, body, headers } = bareProblem(code, detail)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries({ ...headers, connection: 'close' }).map((each) => each.join(': '))
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Answers a request with an `Expect` header that Node does not know; without this, it has no body. */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const { status, body, headers } = bareProblem(
    'expectation-failed',
    PROBLEM_TYPES['expectation-failed'].meaning
  )
  // A body that may follow is not read.
  response.writeHead(status, { ...headers, connection: 'close' }).end(request.method === 'HEAD' ? '' : body)
}

/** Explains the error. In a shell, `?q=médiathèque` is sent as raw bytes, which Node rejects in an address. */
function unreadable({ code: error }: ConnectionError): {
  readonly code: ProblemCode
  readonly detail: string
} {
  const code = CODES[error ?? ''] ?? 'invalid-input'
  if (code !== 'invalid-input') return { code, detail: PROBLEM_TYPES[code].meaning }
  return {
    code,
    detail:
      error === 'HPE_INVALID_URL'
        ? 'The address must be percent-encoded: m%C3%A9diath%C3%A8que, not médiathèque.'
        : 'This is not a valid HTTP/1.1 request.'
  }
}
