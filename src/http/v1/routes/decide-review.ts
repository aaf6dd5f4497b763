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
  summary: 'Say whether two records are one place',
  description:
    'Holds for ever against every later import, until it is undone. Any two records can be decided, whether or not they are in the queue. Two places that become one: the older keeps its id, and the other answers 301. Undone, or decided otherwise, both are again exactly what they were. The same verdict again changes nothing.',
  security: [{ key: [] }],
  params: ReviewPath,
  body: ReviewBody,
  response: decidingAnswers(ReviewDecision)
}
