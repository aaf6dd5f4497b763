import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { HttpProblem } from '../http-problem.ts'
import { refusing } from '../problem-schema.ts'
import { PROBLEM_TYPES } from '../problem-types.ts'

const Page = z.object({
  type: z
    .string()
    .describe('The `type` of problems of this kind')
    .meta({ example: '/problems/place-not-found' }),
  status: z.int().describe('HTTP status of the answer').meta({ example: 404 }),
  title: z.string().describe('The problem in a few words').meta({ example: 'No such place' }),
  meaning: z
    .string()
    .describe('What happened')
    .meta({ example: 'This id does not belong to any place and never did.' }),
  remedy: z
    .string()
    .describe('What the caller can do')
    .meta({ example: 'Search for the place with `GET /v1/places`.' })
})

const PAGES = Object.entries(PROBLEM_TYPES).map(([code, page]) => ({ type: `/problems/${code}`, ...page }))

// The pages change only with a release.
const config = { cacheControl: 'public, max-age=86400' }

/** The pages to which the `type` of problem documents points. */
export function problemPages(app: FastifyInstance): void {
  app.get('/problems', { config, schema: LIST }, () => ({ problems: PAGES }))
  app.get<{ Params: { code: string } }>('/problems/:code', { config, schema: ONE }, ({ params }) => {
    const page = PAGES.find(({ type }) => type === `/problems/${params.code}`)
    if (page) return page
    throw new HttpProblem('route-not-found', 'No problem has this code; GET /problems lists all codes.')
  })
}

const LIST = {
  operationId: 'listProblems',
  tags: ['Operation'],
  summary: 'All kinds of problems',
  description: 'What each kind of problem means, and what to do about it.',
  querystring: z.strictObject({}),
  response: { 200: z.object({ problems: z.array(Page).describe('All of them') }).describe('The problems') }
}

const ONE = {
  operationId: 'getProblem',
  tags: ['Operation'],
  summary: 'One kind of problem, explained',
  description: 'The page to which the `type` of a problem document points.',
  params: z.object({
    code: z.string().describe('Code of the problem').meta({ example: 'place-not-found' })
  }),
  querystring: z.strictObject({}),
  response: { 200: Page.describe('The problem'), ...refusing(404) }
}
