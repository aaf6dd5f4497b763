import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.ts'
import { toProblem } from './problems.ts'
import { isUpload } from './upload.ts'

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout'
}

/**
 * Answers input that is not valid HTTP, directly on the socket: it never becomes a request, so no hook sees
 * it.
 */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isUpload(socket)) return
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code = CODES[error.code ?? ''] ?? 'invalid-input'
  const { status, meaning } = PROBLEM_TYPES[code]
  const detail = code === 'invalid-input' ? unreadable(error.code) : meaning
  const body = JSON.stringify(toProblem({ code, status, detail, faults: [] }, `urn:uuid:${randomUUID()}`))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'access-control-allow-origin: *',
    'cache-control: no-store',
    'connection: close'
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Explains the error. In a shell, `?q=médiathèque` is sent as raw bytes, which Node rejects in an address. */
function unreadable(code: string | undefined): string {
  return code === 'HPE_INVALID_URL'
    ? 'The address must be percent-encoded: m%C3%A9diath%C3%A8que, not médiathèque.'
    : 'This is not a valid HTTP/1.1 request.'
}
