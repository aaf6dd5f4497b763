import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { answering } from '../schemas/documented.ts'
import { text, whole } from '../schemas/parameters.ts'
import { OutlineCollection } from '../schemas/territories.ts'

const DIGITS = 2

const Query = z.strictObject({
  kind: z
    .enum(['department', 'region'])
    .meta({ description: 'Kind of the territories.', examples: ['department'] }),
  region: text(20, { description: 'Only départements of this région.', examples: ['28'] }).optional(),
  digits: whole(1, 3, {
    description: 'Decimals of the degrees; 2, about a kilometre, by default.',
    examples: [2]
  }).optional()
})
type Query = z.output<typeof Query>

export function listOutlines(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: Query }>('/v1/territories/outlines', { schema: SCHEMA }, async ({ query }) => {
    const outlines = await deps.territories.outlines({ ...query, digits: query.digits ?? DIGITS })
    return {
      type: 'FeatureCollection',
      features: outlines.map(({ territory, geometry }) => ({
        type: 'Feature',
        id: territory.code,
        geometry,
        properties: territory
      }))
    }
  })
}

const SCHEMA = {
  operationId: 'listOutlines',
  tags: ['Territories'],
  summary: 'Outlines of régions or départements',
  description:
    'Outlines for maps of the whole country or of a région, with the number of places in each. The list is empty if the operator has not loaded the outlines.',
  querystring: Query,
  response: answering(OutlineCollection)
}
