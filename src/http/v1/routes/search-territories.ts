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
    description: 'Beginning of a name or of one of its words, a postcode or a code.',
    examples: ['bayeux']
  }).optional(),
  kind: z
    .enum(TERRITORY_KINDS)
    .optional()
    .meta({ description: 'Of one kind only.', examples: ['commune'] }),
  bbox: box.optional(),
  limit: whole(1, 100, { description: 'At most so many; 20 by default.', examples: [5] }).optional()
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
    'Communes, intercommunalities, départements and régions by name, postcode or code, or those with a known centre in a box; the very name first, then the most peopled.',
  querystring: Query,
  response: answering(TerritoryList, 422)
}
