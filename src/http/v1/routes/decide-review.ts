import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { REVIEW_SCOPE } from '../../../domain/access/api-keys.ts'
import { decidingAnswers } from '../schemas/documented.ts'
import { ReviewBody, ReviewDecision, ReviewPath } from '../schemas/review.ts'

type Route = { Params: ReviewPath; Body: ReviewBody }

export function decideReview(app: FastifyInstance, deps: Deps): void {
  app.post<Route>('/v1/review/:id', { schema: SCHEMA, config: CONFIG }, async ({ params, body, keyId }) =>
    deps.review.decide(params.id, body.verdict, body.by ? `${body.by} (key ${keyId})` : `key ${keyId}`)
  )
}

const CONFIG = { lane: 'records', rateLimit: false, scope: () => REVIEW_SCOPE } as const

const SCHEMA = {
  operationId: 'decideReview',
  tags: ['Review'],
  summary: 'Decide whether two records describe the same place',
  description:
    'The decision holds against every later import until it is undone. You can decide any two records, even if they are not in the queue. If two places become one, the older keeps its id and the other answers 301. If the decision is undone or changed, both places are restored exactly as they were. Sending the same verdict again changes nothing.',
  security: [{ key: [] }],
  params: ReviewPath,
  body: ReviewBody,
  response: decidingAnswers(ReviewDecision)
}
