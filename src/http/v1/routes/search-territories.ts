import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { TERRITORY_KINDS } from '../../../domain/territories/territory.ts'
import { answering } from '../schemas/documented.ts'
import { text, whole } from '../schemas/parameters.ts'
import { box } from '../schemas/search-query.ts'
import { TerritoryList } from '../schemas/territories.ts'
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
  epci: text(20, {
    description: 'Only communes of this intercommunality.',
    examples: ['241400555']
  }).optional(),
  department: text(20, { description: 'Only communes of this département.', examples: ['14'] }).optional(),
  region: text(20, {
    description: 'Only communes and départements of this région.',
    examples: ['28']
  }).optional(),
  limit: whole(1, 100, {
    description: 'Maximum number of territories; 20 by default.',
    examples: [5]
  }).optional()
})
type Query = z.output<typeof Query>

export function searchTerritories(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: Query }>(
    '/v1/territories',
    { schema: SCHEMA, config: { cost: 'cheap' } },
    async ({ query }) => ({
      items: await deps.territories.search({
        ...query,
        bbox: query.bbox && toBBox(query.bbox),
        limit: query.limit ?? 20
      })
    })
  )
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
