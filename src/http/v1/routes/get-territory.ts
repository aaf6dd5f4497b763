import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { territoryNotFound } from '../../../domain/errors.ts'
import { TERRITORY_KINDS } from '../../../domain/territories/territory.ts'
import { answering } from '../schemas/documented.ts'
import { Territory } from '../schemas/territories.ts'

const Path = z.strictObject({
  kind: z.enum(TERRITORY_KINDS).meta({ description: 'Kind of territory.', examples: ['commune'] }),
  code: z
    .string()
    .max(20)
    .meta({ description: 'INSEE code, SIREN, or official code.', examples: ['14047'] })
})
type Path = z.output<typeof Path>

export function getTerritory(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: Path }>(
    '/v1/territories/:kind/:code',
    { schema: SCHEMA, config: { cost: 'cheap' } },
    async ({ params }) => {
      const { kind, code } = params
      const territory = await deps.territories.find(kind, code)
      if (!territory) throw territoryNotFound(kind, code)
      return territory
    }
  )
}

const SCHEMA = {
  operationId: 'getTerritory',
  tags: ['Territories'],
  summary: 'One territory',
  description: 'For the former code of a commune, the answer is the commune that it belongs to today.',
  params: Path,
  response: answering(Territory, 404)
}
