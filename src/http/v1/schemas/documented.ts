import { z } from 'zod'
import { type Answer, PROBLEM_ANSWERS, problemAnswer } from '../../shell/problem-schema.ts'
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

const NOT_MODIFIED: Answer = {
  description:
    'The version in `If-None-Match` is still current. The request does not count against the rate limit.'
}
const MOVED: Answer = { description: 'The place was merged into another one, given in `Location`.' }

/** Additional statuses of paths for a single place. */
export const PLACE_STATUSES = [301, 404, 410] as const

/** The answers of a route: its own JSON, the answers that every route can give, and further answers by status. */
export function answering(schema: z.ZodType, ...more: readonly (number | readonly number[])[]) {
  return answeringContent({ 'application/json': { schema } }, ...more)
}

export function answeringContent(
  content: NonNullable<Answer['content']>,
  ...more: readonly (number | readonly number[])[]
) {
  const statuses = [400, 429, 500, 503, ...more.flat()]
  const others = statuses.map((status) => [status, status === 301 ? MOVED : PROBLEM_ANSWERS[status]])
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
export const alternativesAnswers = answeringContent(page, PLACE_STATUSES, 422)

export const placeAnswers = answeringContent(
  { 'application/json': { schema: Place }, 'application/geo+json': { schema: Feature } },
  PLACE_STATUSES
)

/** Answers of a path that needs a key and imports records. They are not cached, so there is no 304. */
export function writingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return {
    ...answers,
    413: problemAnswer('The body is larger than this path accepts.'),
    415: problemAnswer('This path does not accept the type of the body.'),
    422: problemAnswer(
      'No record in the body can be imported, or the Idempotency-Key was used for another request.'
    )
  }
}

/** Answers of a path that needs a key and records a decision. */
export function decidingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 409)
  return { ...answers, 415: problemAnswer('The body is not JSON.') }
}

/** Answers of a path that makes something. */
export function creatingAnswers(schema: z.ZodType, ...more: readonly number[]) {
  const { 200: made, 304: _kept, ...answers } = answering(schema, 401, 403, 413, 415, 422, ...more)
  return {
    201: { ...made, description: 'It was made, or had been made by the same request before.' },
    ...answers
  }
}

/** Answers of a path on which something is done that its state must allow. */
export function actingAnswers(schema: z.ZodType) {
  const { 304: _kept, ...answers } = answering(schema, 401, 403, 404, 413, 415, 422)
  return { ...answers, 409: problemAnswer('Its state does not allow this; `allowed` has what it does.') }
}
