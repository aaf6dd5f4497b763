import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { forgedCursor } from '../../../domain/errors.ts'
import type { Language } from '../../../domain/language.ts'
import { permission } from '../../../domain/permissions.ts'
import type { ReviewPosition } from '../../../domain/review/review.ts'
import { seal, unseal } from '../../../domain/seal.ts'
import { linkNext } from '../links.ts'
import { applyFormat, readFormat } from '../present/answer-format.ts'
import { presentQuestion } from '../present/review.ts'
import { answering } from '../schemas/documented.ts'
import { ReviewPage, ReviewQuery } from '../schemas/review.ts'

const PATH = '/v1/review'

export function listReview(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: ReviewQuery }>(PATH, { schema: SCHEMA, config: CONFIG }, async (request, reply) => {
    const { limit, cursor, lang } = request.query
    const format = readFormat(request, { lang })
    applyFormat(reply, { ...format, geojson: false })
    const secret = await deps.secret()
    const { items, next } = await deps.review.page(cursor === undefined ? null : read(cursor, secret), limit)
    const address =
      next && `${deps.config.PUBLIC_URL ?? ''}${PATH}?${pageQuery(seal('review', next, secret), limit, lang)}`
    linkNext(reply, address)
    return { items: items.map((each) => presentQuestion(each, format.lang)), next: address }
  })
}

function read(cursor: string, secret: string): ReviewPosition {
  const position = unseal('review', cursor, secret)
  // Cursors of earlier releases had another order.
  if (typeof position !== 'object' || position === null || !('misled' in position))
    throw forgedCursor('cursor')
  return position as ReviewPosition
}

const pageQuery = (cursor: string, limit: number, lang: Language | undefined): URLSearchParams =>
  new URLSearchParams({ cursor, limit: String(limit), ...(lang && { lang }) })

const CONFIG = { cacheControl: 'no-store', rateLimit: false, may: () => permission('review') } as const

const SCHEMA = {
  operationId: 'listReview',
  tags: ['Review'],
  summary: 'Places that may be the same one',
  description:
    'What the evidence leaves undecided, with the records side by side and the reasons for and against. Two places with several records each are one question, and so are up to eight places of which each two are alike. Questions that mislead most people come first: the population of the commune, times how near the probability is to one half. The person in charge is left out of the records.',
  security: [{ key: [] }],
  querystring: ReviewQuery,
  response: answering(ReviewPage, 401, 403)
}
