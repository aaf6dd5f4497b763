import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { nameOf, permission } from '../../../domain/permissions.ts'
import { decidingAnswers } from '../schemas/documented.ts'
import { ReviewBody, ReviewDecision, ReviewPath } from '../schemas/review.ts'

type Route = { Params: ReviewPath; Body: ReviewBody }

export function decideReview(app: FastifyInstance, deps: Deps): void {
  app.post<Route>('/v1/review/:id', { schema: SCHEMA, config: CONFIG }, async ({ params, body, actor }) =>
    deps.review.decide(
      params.id,
      body.verdict,
      body.by ? `${body.by} (${nameOf(actor)})` : nameOf(actor),
      body.without
    )
  )
}

const CONFIG = { cost: 'records', rateLimit: false, may: () => permission('review') } as const

const SCHEMA = {
  operationId: 'decideReview',
  tags: ['Review'],
  summary: 'Decide whether records describe the same place',
  description:
    'The decision holds against every later import until it is undone. It can be about any two to eight records, even if they are not in the queue; of a group, single members can be left out. If places become one, the oldest keeps its id and the others answer 301. If the decision is undone or changed, the places are restored exactly as they were. Sending the same verdict again changes nothing.',
  security: [{ key: [] }],
  params: ReviewPath,
  body: ReviewBody,
  response: decidingAnswers(ReviewDecision)
}
