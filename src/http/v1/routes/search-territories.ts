import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { TERRITORY_KINDS } from '../../../domain/territories/territory.ts'
import { TerritoryList } from '../schemas/answers.ts'
import { answering } from '../schemas/documented.ts'
import { text, whole } from '../schemas/parameters.ts'
import { box } from '../schemas/search-query.ts'
import { toBBox } from '../to-question.ts'

const Query = z.strictObject({
  q: text(100, {
    description: 'The beginning of a name or of a word in it, a postcode or an official code.',
    examples: ['bayeux']
  }).optional(),
  kind: z
    .enum(TERRITORY_KINDS)
    .optional()
    .meta({ description: 'Only territories of this kind.', examples: ['commune'] }),
  bbox: box.optional(),
  limit: whole(1, 100, {
    description: 'Maximum number of territories; 20 by default.',
    examples: [5]
  }).optional()
})
type Query = z.output<typeof Query>

export function searchTerritories(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: Query }>('/v1/territories', { schema: SCHEMA }, async ({ query }) => ({
    items: await deps.territories.search({
      ...query,
      bbox: query.bbox && toBBox(query.bbox),
      limit: query.limit ?? 20
    })
  }))
}

const SCHEMA = {
  operationId: 'searchTerritories',
  tags: ['Territories'],
  summary: 'Find territories',
  description:
    'Finds communes, intercommunalities, départements and régions by name, postcode or code, or those whose centre is in a box. Exact names come first, then the most populous territories.',
  querystring: Query,
  response: answering(TerritoryList, 422)
}
