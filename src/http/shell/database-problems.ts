import { type DomainError, databaseUnavailable } from '../../domain/errors.ts'
import { HttpProblem } from './http-problem.ts'

// PostgreSQL: query_canceled, which is what `statement_timeout` raises.
const TIMED_OUT = new Set(['57014', 'P2024'])

// Sockets, then PostgreSQL shutting down or starting up, then Prisma, on the way to the same server.
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2037']
])

// Connection exceptions and insufficient resources, whatever their last three characters.
const AWAY_CLASSES = /^(08|53)[0-9A-Z]{3}$/

// pg and pg-pool give these no code, so their words are all there is; a test makes each of them happen.
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/

/** What an error of the database, however deep in its causes, means to a caller; undefined when it is none. */
export function databaseProblem(error: unknown): DomainError | HttpProblem | undefined {
  for (const { code, message, syscall } of chain(error)) {
    if (TIMED_OUT.has(code)) {
      return new HttpProblem('too-slow', 'The query took too long and was cancelled.', {
        retryAfter: 5
      })
    }
    if (AWAY.has(code) || AWAY_CLASSES.test(code) || AWAY_WORDS.test(message)) return databaseUnavailable()
    // The embedded database's socket file is missing while it restarts; a missing file anywhere else is a fault.
    if (code === 'ENOENT' && syscall === 'connect') return databaseUnavailable()
    // A client that gives up waiting for an answer (`query_timeout`) says only this.
    if (message === 'Query read timeout') {
      return new HttpProblem('too-slow', 'The database did not answer in time.', { retryAfter: 5 })
    }
  }
  return undefined
}

type Link = { readonly code: string; readonly message: string; readonly syscall: unknown }

// Deep enough for Prisma's error around its adapter's around pg's, and an end to causes that go in a circle.
const DEPTH = 5

function* chain(error: unknown): Generator<Link> {
  let link = error
  for (let depth = 0; depth < DEPTH && link instanceof Error; depth++) {
    const { code, syscall } = link as { readonly code?: unknown; readonly syscall?: unknown }
    yield { code: typeof code === 'string' ? code : '', message: link.message, syscall }
    link = link.cause
  }
}
