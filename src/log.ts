import type { FastifyServerOptions } from 'fastify'

type LogOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>

type Destination = { readonly write: (line: string) => void }

/** Options for logging JSON lines without personal data to standard output, or to `destination` if given. */
export function logOptions(level: string, destination?: Destination): LogOptions {
  return {
    level,
    // Leaves out pid and hostname, which the log collector knows.
    base: null,
    serializers: { err: (error) => describeError(error), req: nothing, res: nothing },
    ...(destination && { stream: destination })
  }
}

/**
 * Logs nothing of a request or an answer. They must not be logged as a whole; if it happens by mistake, no header
 * and no address is logged.
 */
const nothing = () => ({})

type Described = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly cause?: Described
}

// Maximum depth of logged causes: enough for an error of a socket inside errors of pg, of Prisma's adapter and of
// Prisma. There is a limit because causes may be circular.
const MAX_CAUSES = 4

/**
 * Returns only the parts of an error that are needed to find the fault. PostgreSQL errors also have `detail` and
 * `where`, which repeat the row, including the person in charge and their phone number.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)), stack: '' }
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: name,
    message: scrub(message),
    stack: scrub(stack ?? ''),
    ...(code !== undefined && { code }),
    ...(cause instanceof Error && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) })
  }
}

const EMAIL = /[^\s@"'(<]+@[^\s@"')>]+\.[^\s@"')>.]+/g

// French numbers in common notations, and E.164.
const PHONE = /(?:\+\d{1,3}[\s.-]?(?:\(0\))?|\b0)[1-9](?:[\s.-]?\d{2}){4}\b|\+\d{8,15}\b/g

// A connection string in a message contains the password of the database.
const CREDENTIALS = /\/\/[^\s/@]*@/g

/** Removes personal data and credentials, because messages quote the values that caused them. */
export function scrub(text: string): string {
  return text.replace(CREDENTIALS, '//[credentials]@').replace(EMAIL, '[e-mail]').replace(PHONE, '[phone]')
}
