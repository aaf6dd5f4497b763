import { z } from 'zod'

export const Problem = z
  .object({
    type: z.string().meta({
      description: 'What went wrong, as a stable address that explains it.',
      examples: ['/problems/invalid-input']
    }),
    title: z.string().meta({ description: 'The same in words.', examples: ['The request cannot be read'] }),
    status: z.int().meta({ description: 'The HTTP status.', examples: [400] }),
    detail: z
      .string()
      .meta({ description: 'What went wrong this time.', examples: ['The request cannot be read.'] }),
    instance: z.string().meta({
      description: 'The request, by its path and id: quote it when asking.',
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
          detail: z
            .string()
            .meta({ description: 'What is wrong with it.', examples: ['The value "EPX" is not known.'] }),
          allowed: z
            .array(z.string())
            .optional()
            .meta({ description: 'What would be accepted.', examples: [['EPN', 'FABLAB']] })
        })
      )
      .optional()
      .meta({ description: 'Each fault of the input.' })
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })

/** What a path answers with one status, for OpenAPI. */
export type Answer = {
  readonly description: string
  readonly content?: Readonly<Record<string, { schema: z.ZodType }>>
}

export const problemAnswer = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: Problem } }
})

export const PROBLEM_ANSWERS: Readonly<Record<number, Answer>> = {
  400: problemAnswer('A parameter is unknown, doubled, or cannot be read.'),
  401: problemAnswer('No key, or none that is valid: `WWW-Authenticate` tells how to give one.'),
  403: problemAnswer('The key has not the scope that is needed.'),
  404: problemAnswer('Nothing has this id, code or name.'),
  409: problemAnswer('The same is under way already.'),
  410: problemAnswer('The place has been withdrawn.'),
  413: problemAnswer('The body is larger than 1 MB.'),
  415: problemAnswer('The body is not JSON in UTF-8.'),
  422: problemAnswer('The parameters read, but make no sense together.'),
  429: problemAnswer('Too many requests: `Retry-After` tells how long to wait.'),
  500: problemAnswer('Something broke on our side; the problem tells an id to quote.'),
  503: problemAnswer('Too busy, or the database is away: `Retry-After` tells how long to wait.')
}

/** Answers of these statuses, as any path gives them. */
export const refusing = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, PROBLEM_ANSWERS[status]]))
