import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { REVIEW_SCOPE } from '../../../domain/access/api-keys.ts'
import { forgedCursor } from '../../../domain/errors.ts'
import type { ReviewPosition } from '../../../domain/review/review.ts'
import { seal, unseal } from '../../../domain/seal.ts'
import { linkNext } from '../links.ts'
import { presentPair } from '../present/review.ts'
import { answering } from '../schemas/documented.ts'
import { ReviewPage, ReviewQuery } from '../schemas/review.ts'

const PATH = '/v1/review'

export function listReview(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: ReviewQuery }>(
    PATH,
    { schema: SCHEMA, config: CONFIG },
    async ({ query }, reply) => {
      const { limit, cursor } = query
      const secret = await deps.secret()
      const { items, next } = await deps.review.page(
        cursor === undefined ? null : read(cursor, secret),
        limit
      )
      const address =
        next && `${deps.config.PUBLIC_URL ?? ''}${PATH}?${pageQuery(seal('review', next, secret), limit)}`
      linkNext(reply, address)
      return { items: items.map(presentPair), next: address }
    }
  )
}

function read(cursor: string, secret: string): ReviewPosition {
  const position = unseal('review', cursor, secret)
  if (position === undefined) throw forgedCursor('cursor')
  return position as ReviewPosition
}

const pageQuery = (cursor: string, limit: number): URLSearchParams =>
  new URLSearchParams({ cursor, limit: String(limit) })

const CONFIG = { cacheControl: 'no-store', rateLimit: false, scope: () => REVIEW_SCOPE } as const

const SCHEMA = {
  operationId: 'listReview',
  tags: ['Review'],
  summary: 'Pairs of records that may describe the same place',
  description:
    'Pairs that the evidence leaves undecided, the likeliest first, with the reasons for and against. The person in charge is left out of both records.',
  security: [{ key: [] }],
  querystring: ReviewQuery,
  response: answering(ReviewPage, 401, 403)
}
