import { z } from 'zod'
import { Feature, FeatureCollection, FeatureExport, PlacePage } from './answers.ts'
import { Place } from './place.ts'

/* The answers of routes, for OpenAPI. Fastify does not use them; tests check answers against them. */

export const PlacePath = z.strictObject({
  id: z.uuid('Must be the id of a place, a UUID.').meta({
    description: 'Id of the place.',
    examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
  })
})
export type PlacePath = z.output<typeof PlacePath>

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
            .meta({ description: 'Accepted values.', examples: [['EPN', 'FABLAB']] })
        })
      )
      .optional()
      .meta({ description: 'Every error in the input.' })
  })
  .meta({ id: 'Problem', description: 'Problem document (RFC 9457).' })

type Answer = {
  readonly description: string
  readonly content?: Readonly<Record<string, { schema: z.ZodType }>>
}

const problem = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: Problem } }
})

const PROBLEMS: Readonly<Record<number, Answer>> = {
  400: problem('A parameter is unknown, repeated, or cannot be read.'),
  401: problem('The key is missing or not valid; `WWW-Authenticate` shows how to send one.'),
  403: problem('The key lacks the required scope.'),
  404: problem('Nothing with this id, code or name exists.'),
  409: problem('The same operation is already in progress.'),
  410: problem('The place has been withdrawn.'),
  413: problem('The body is larger than 1 MB.'),
  415: problem('The body is not JSON in UTF-8.'),
  422: problem('Each parameter is valid, but the combination is not.'),
  429: problem('Too many requests; `Retry-After` gives the seconds to wait.'),
  500: problem('Something failed in the service; the problem contains a request id to quote.'),
  503: problem('The service is busy or the database is unavailable; `Retry-After` gives the seconds to wait.')
}

/** The answers with these statuses, which are the same on every path. */
export const refusing = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, PROBLEMS[status]]))

const NOT_MODIFIED: Answer = {
  description:
    'The version in `If-None-Match` is still current. The request does not count against the rate limit.'
}
const MOVED: Answer = { description: 'The place was merged into another one, given in `Location`.' }

/** Additional statuses of the paths of one place. */
export const movable = [301, 404, 410] as const

/** Answers of a route: the given one, those of every route, and further ones by status. */
export function answering(schema: z.ZodType, ...more: readonly (number | readonly number[])[]) {
  return answeringContent({ 'application/json': { schema } }, ...more)
}

export function answeringContent(
  content: NonNullable<Answer['content']>,
  ...more: readonly (number | readonly number[])[]
) {
  const statuses = [400, 429, 500, 503, ...more.flat()]
  const others = statuses.map((status) => [status, status === 301 ? MOVED : PROBLEMS[status]])
  return { 200: { description: 'The answer.', content }, 304: NOT_MODIFIED, ...Object.fromEntries(others) }
}

/** Answers of a stream. In OpenAPI, anything other than a single JSON document is text. */
export const exportAnswers = (type: string, description: string) => {
  const text = z.string().meta({ description, examples: [] })
  return answeringContent({ [type]: { schema: type === 'application/geo+json' ? FeatureExport : text } }, 422)
}

const page = {
  'application/json': { schema: PlacePage },
  'application/geo+json': { schema: FeatureCollection }
}

export const pageAnswers = answeringContent(page, 422)
export const pageByBodyAnswers = answeringContent(page, 413, 415, 422)
export const alternativesAnswers = answeringContent(page, movable, 422)

export const placeAnswers = answeringContent(
  { 'application/json': { schema: Place }, 'application/geo+json': { schema: Feature } },
  movable
)

/** Answers of a path that needs a key and imports records. They are not cached, so there is no 304. */
export function writingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return {
    ...answers,
    413: problem('The body is larger than this path accepts.'),
    415: problem('This path does not accept the type of the body.'),
    422: problem(
      'No record in the body can be imported, or the Idempotency-Key was used for another request.'
    )
  }
}

/** Answers of a path that needs a key and records a decision. */
export function decidingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return { ...answers, 415: problem('The body is not JSON.') }
}
