import type { FastifyServerOptions } from 'fastify'

type LogOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>

type Destination = { readonly write: (line: string) => void }

/** JSON lines on standard output, or wherever `destination` says, that hold no personal data. */
export function logOptions(level: string, destination?: Destination): LogOptions {
  return {
    level,
    // Where it runs is known to whoever collects the lines.
    base: null,
    serializers: { err: (error) => describeError(error), req: nothing, res: nothing },
    ...(destination && { stream: destination })
  }
}

/** Nobody should log a whole request; whoever does so by mistake logs no header and no address. */
const nothing = () => ({})

type Described = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly cause?: Described
}

// Prisma wraps its adapter, which wraps pg, which wraps a socket. A cause may also lead back to itself.
const MAX_CAUSES = 4

/**
 * Only what finds the fault. PostgreSQL's errors also carry `detail` and `where`, which repeat the row they stumbled
 * on, with the person in charge and their phone.
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

// French numbers as people write them, and E.164.
const PHONE = /(?:\+\d{1,3}[\s.-]?(?:\(0\))?|\b0)[1-9](?:[\s.-]?\d{2}){4}\b|\+\d{8,15}\b/g

// A connection string in a message would tell the database's password.
const CREDENTIALS = /\/\/[^\s/@]*@/g

/** Messages quote what they failed on. */
export function scrub(text: string): string {
  return text.replace(CREDENTIALS, '//[credentials]@').replace(EMAIL, '[e-mail]').replace(PHONE, '[phone]')
}
