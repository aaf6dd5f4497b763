import { z } from 'zod'

export const Problem = z
  .object({
    type: z.string().meta({
      description: 'Kind of problem, as a stable address that leads to an explanation.',
      examples: ['/problems/invalid-input']
    }),
    title: z
      .string()
      .meta({ description: 'Kind of problem in words.', examples: ['The request cannot be read'] }),
    status: z.int().meta({ description: 'HTTP status.', examples: [400] }),
    detail: z
      .string()
      .meta({ description: 'What went wrong in this request.', examples: ['The request cannot be read.'] }),
    instance: z.string().meta({
      description: 'Path and id of the request, to quote in a report.',
      examples: ['/v1/places#f3b0']
    }),
    errors: z
      .array(
        z.object({
          parameter: z
            .string()
            .optional()
            .meta({ description: 'The parameter at fault.', examples: ['type'] }),
          pointer: z
            .string()
            .optional()
            .meta({ description: 'JSON pointer of the property at fault.', examples: ['/within'] }),
          detail: z.string().meta({ description: 'What is wrong.', examples: ['Unknown value "EPX".'] }),
          allowed: z
            .array(z.string())
            .optional()
            .meta({ description: 'Accepted values.', examples: [['EPN', 'FABLAB']] }),
          sent: z
            .unknown()
            .optional()
            .meta({
              description: 'With `stale-version`: the value that was sent.',
              examples: ['+33231000000']
            }),
          current: z
            .unknown()
            .optional()
            .meta({ description: 'With `stale-version`: the present value.', examples: ['+33231111111'] })
        })
      )
      .optional()
      .meta({ description: 'Every error in the input.' })
  })
  .meta({ id: 'Problem', description: 'Problem document (RFC 9457).' })

/** OpenAPI's description of the responses of a path that have the same status. */
export type Answer = {
  readonly description: string
  readonly content?: Readonly<Record<string, { schema: z.ZodType }>>
}

export const problemAnswer = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: Problem } }
})

export const PROBLEM_ANSWERS: Readonly<Record<number, Answer>> = {
  400: problemAnswer('A parameter is unknown, repeated, or cannot be read.'),
  401: problemAnswer('The key or session is missing or not valid; `WWW-Authenticate` shows how to send one.'),
  403: problemAnswer('The key lacks the required scope, or the account the role or a new code.'),
  404: problemAnswer('Nothing with this id, code or name exists.'),
  409: problemAnswer('The same operation is already in progress.'),
  410: problemAnswer('The place has been withdrawn.'),
  413: problemAnswer('The body is larger than 1 MB.'),
  415: problemAnswer('The body is not JSON in UTF-8.'),
  417: problemAnswer('The `Expect` header asks for something other than `100-continue`.'),
  422: problemAnswer('Each parameter is valid, but the combination is not.'),
  429: problemAnswer('Too many requests; `Retry-After` gives the seconds to wait.'),
  431: problemAnswer('The address and headers together are longer than 64 kB.'),
  500: problemAnswer('Something failed in the service; the problem contains a request id to quote.'),
  503: problemAnswer(
    'The service is busy or the database is unavailable; `Retry-After` gives the seconds to wait.'
  )
}

/** OpenAPI's descriptions of the error responses with these statuses, which are the same for every path. */
export const refusing = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, PROBLEM_ANSWERS[status]]))
