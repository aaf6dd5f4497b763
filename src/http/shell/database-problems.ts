import { type DomainError, databaseUnavailable } from '../../domain/errors.ts'
import { HttpProblem } from './http-problem.ts'

// PostgreSQL's query_canceled, raised by `statement_timeout`; then Prisma's timeout while waiting for a
// connection.
const TIMED_OUT = new Set(['57014', 'P2024'])

// Errors of sockets, then of PostgreSQL while it shuts down or starts up, then of Prisma.
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2037']
])

// SQLSTATE classes: connection exceptions (08) and insufficient resources (53).
const AWAY_CLASSES = /^(08|53)[0-9A-Z]{3}$/

// pg and pg-pool give these errors no code, so only the message identifies them; a test provokes each of
// them.
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/

const ASK_FOR_LESS =
  'Ask for less: a smaller radius or territory, fewer facets, or total=none. You can also try again after Retry-After seconds.'

/**
 * Translates a database error, also one nested in causes, for the caller; undefined if it is not a database
 * error.
 */
export function databaseProblem(error: unknown): DomainError | HttpProblem | undefined {
  for (const { code, message, syscall } of chain(error)) {
    if (TIMED_OUT.has(code)) {
      return new HttpProblem('too-slow', `The query took too long and was cancelled. ${ASK_FOR_LESS}`, {
        retryAfter: 5
      })
    }
    if (AWAY.has(code) || AWAY_CLASSES.test(code) || AWAY_WORDS.test(message)) return databaseUnavailable()
    // The socket file of the embedded database is missing while it restarts. A missing file anywhere else is
    // a bug.
    if (code === 'ENOENT' && syscall === 'connect') return databaseUnavailable()
    // pg raises this message, without a code, after `query_timeout`.
    if (message === 'Query read timeout') {
      return new HttpProblem('too-slow', `The database did not answer in time. ${ASK_FOR_LESS}`, {
        retryAfter: 5
      })
    }
  }
  return undefined
}

type Link = { readonly code: string; readonly message: string; readonly syscall: unknown }

// How many errors of a chain of causes are examined: enough for an error of pg inside an error of Prisma's adapter
// inside an error of Prisma. The limit also stops at circular causes.
const DEPTH = 5

function* chain(error: unknown): Generator<Link> {
  let link = error
  for (let depth = 0; depth < DEPTH && link instanceof Error; depth++) {
    const { code, syscall } = link as { readonly code?: unknown; readonly syscall?: unknown }
    yield { code: typeof code === 'string' ? code : '', message: link.message, syscall }
    link = link.cause
  }
}
