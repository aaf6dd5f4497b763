import { DomainError, type ErrorKind, type InputFault } from '../../domain/errors.ts'
import { databaseProblem } from './database-problems.ts'
import { HttpProblem } from './http-problem.ts'
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.ts'

/**
 * The only place where kinds of domain errors are mapped to HTTP statuses. A new kind does not compile until
 * it is listed here.
 */
export const STATUS = {
  unreadable: 400,
  'too-large': 413,
  foreign: 415,
  senseless: 422,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  stale: 412,
  forbidden: 403,
  'too-often': 429,
  unavailable: 503
} as const satisfies Record<ErrorKind, number>

/** A problem document of RFC 9457, with its pattern for reporting several errors at once. */
type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly errors?: readonly InputFault[]
}

export type Verdict = {
  readonly code: ProblemCode
  readonly status: number
  readonly detail: string
  readonly faults: readonly InputFault[]
  /** Seconds; set if trying again may help. */
  readonly retryAfter?: number
}

// Seconds to wait if the database is unavailable. It is back after seconds (restart) or minutes (failover): this wait
// is short enough for the first case and avoids a flood of requests in the second.
export const RETRY_AFTER_S = 5

// A caller may send 10 kB; the answer repeats only enough of it to make it recognisable.
const MAX_DETAIL = 300
const MAX_NAME = 100
const MAX_FAULTS = 50

/**
 * The answer to an error. The message of an unexpected error is never repeated, because it may contain
 * anything.
 */
export function judge(error: unknown, requestId: string): Verdict {
  const known = error instanceof DomainError || error instanceof HttpProblem ? error : databaseProblem(error)
  if (known instanceof DomainError) {
    const { kind, code, message, faults } = known
    const verdict = { code, status: STATUS[kind], detail: message, faults }
    return kind === 'unavailable' ? { ...verdict, retryAfter: RETRY_AFTER_S } : verdict
  }
  if (known) {
    const { code, message, faults, retryAfter } = known
    const verdict = { code, status: PROBLEM_TYPES[code].status, detail: message, faults }
    return retryAfter === undefined ? verdict : { ...verdict, retryAfter }
  }
  return frameworkVerdict(error) ?? internalError(requestId)
}

export function toProblem(verdict: Verdict, instance: string): Problem {
  const { code, status, detail, faults } = verdict
  const more = faults.length - MAX_FAULTS
  const problem = {
    type: `/problems/${code}`,
    title: PROBLEM_TYPES[code].title,
    status,
    detail:
      shorten(detail, MAX_DETAIL) +
      (more > 0 ? ` Only the first ${MAX_FAULTS} errors are listed; there are ${more} more.` : ''),
    instance
  }
  return faults.length === 0 ? problem : { ...problem, errors: faults.slice(0, MAX_FAULTS).map(shortFault) }
}

/** The path and the request id, in the characters that RFC 3986 allows in a path. */
export function instanceOf(url: string, requestId: string): string {
  const path = shorten(url.split('?', 1)[0] ?? '', MAX_DETAIL, '')
  const legal = path.replace(/[^\w\-.~%!$&'()*+,;=:@/]/g, (character) => encodeURIComponent(character))
  return `${legal}#${requestId}`
}

export function shorten(text: string, length: number, mark = '…'): string {
  return text.length > length ? text.slice(0, length) + mark : text
}

function shortFault(fault: InputFault): InputFault {
  return {
    ...(fault.parameter !== undefined && { parameter: shorten(fault.parameter, MAX_NAME) }),
    ...(fault.pointer !== undefined && { pointer: shorten(fault.pointer, MAX_DETAIL) }),
    detail: shorten(fault.detail, MAX_DETAIL),
    ...(fault.allowed !== undefined && { allowed: fault.allowed }),
    ...(fault.sent !== undefined && { sent: fault.sent }),
    ...(fault.current !== undefined && { current: fault.current })
  }
}

const FRAMEWORK: Readonly<Record<number, readonly [ProblemCode, string]>> = {
  400: ['invalid-input', 'The body is not valid JSON, or its length differs from the Content-Length header.'],
  404: ['route-not-found', 'Nothing is served at this path.'],
  406: ['not-acceptable', 'This path cannot answer in any format that the request accepts.'],
  413: ['body-too-large', 'The body is larger than this path accepts.'],
  414: ['uri-too-long', 'A part of the address is longer than the service accepts.'],
  415: ['unsupported-media-type', 'The body must be application/json.'],
  503: ['too-slow', 'The answer was not ready within the time limit.']
}

/** Errors of Fastify and its plugins, by their status; a status below 500 is a mistake of the caller. */
function frameworkVerdict(error: unknown): Verdict | undefined {
  const status = statusOf(error)
  if (status === undefined) return undefined
  const [code, detail] = FRAMEWORK[status] ?? (status < 500 ? FRAMEWORK[400] : undefined) ?? []
  if (code === undefined || detail === undefined) return undefined
  const verdict = { code, status: PROBLEM_TYPES[code].status, detail, faults: [] }
  return status === 503 ? { ...verdict, retryAfter: RETRY_AFTER_S } : verdict
}

/** Only errors of the framework (`FST_…`) count; the `statusCode` of other errors is not passed on. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) return undefined
  const { code, statusCode } = error
  const framework = typeof code === 'string' && code.startsWith('FST_')
  return framework && typeof statusCode === 'number' && statusCode >= 400 ? statusCode : undefined
}

function internalError(requestId: string): Verdict {
  const detail = `Something failed in the service. Please report it with the request id ${requestId}.`
  return { code: 'internal-error', status: 500, detail, faults: [] }
}
