import { z } from 'zod'
import { Feature, FeatureCollection, FeatureExport, PlacePage } from './answers.ts'
import { Place } from './place.ts'

/*
 * What a route answers, for OpenAPI. Fastify itself does not read these: answers are checked against them by tests.
 */

export const PlacePath = z.strictObject({
  id: z.uuid('Give the id of a place, a UUID.').meta({
    description: 'Id of the place.',
    examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
  })
})
export type PlacePath = z.output<typeof PlacePath>

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

type Answer = {
  readonly description: string
  readonly content?: Readonly<Record<string, { schema: z.ZodType }>>
}

const problem = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: Problem } }
})

const PROBLEMS: Readonly<Record<number, Answer>> = {
  400: problem('A parameter is unknown, doubled, or cannot be read.'),
  401: problem('No key, or none that is valid: `WWW-Authenticate` tells how to give one.'),
  403: problem('The key has not the scope that is needed.'),
  404: problem('Nothing has this id, code or name.'),
  409: problem('The same is under way already.'),
  410: problem('The place has been withdrawn.'),
  413: problem('The body is larger than 1 MB.'),
  415: problem('The body is not JSON in UTF-8.'),
  422: problem('The parameters read, but make no sense together.'),
  429: problem('Too many requests: `Retry-After` tells how long to wait.'),
  500: problem('Something broke on our side; the problem tells an id to quote.'),
  503: problem('Too busy, or the database is away: `Retry-After` tells how long to wait.')
}

/** Answers of these statuses, as any path gives them. */
export const refusing = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, PROBLEMS[status]]))

const NOT_MODIFIED: Answer = {
  description: 'What `If-None-Match` names is still right. It costs nothing of the quota.'
}
const MOVED: Answer = { description: 'The place was merged into another, which `Location` names.' }

/** A place's own paths answer these besides. */
export const movable = [301, 404, 410] as const

/** Answers of a route: its own, those that any route may give, and more of them by status. */
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

/** Streams: to OpenAPI, what is not one JSON document is text. */
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

/** What a path answers that needs a key and takes records; nobody keeps such answers. */
export function writingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return {
    ...answers,
    413: problem('The body is larger than this path reads.'),
    415: problem('The body is not of a type that this path reads.'),
    422: problem('Nothing of the body can be taken in, or the Idempotency-Key was used for another request.')
  }
}

/** What a path answers that needs a key and decides something. */
export function decidingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return { ...answers, 415: problem('The body is not JSON.') }
}
