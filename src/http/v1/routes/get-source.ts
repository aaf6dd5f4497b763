import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../deps.ts'
import { sourceNotFound } from '../../../domain/errors.ts'
import { EVERYTHING } from '../../../domain/search/search-question.ts'
import { presentSourceWhole } from '../present/source.ts'
import { SourceWhole } from '../schemas/answers.ts'
import { answering } from '../schemas/documented.ts'

const Path = z.strictObject({
  slug: z
    .string()
    .max(100)
    .meta({ description: 'Slug of the source.', examples: ['mednum'] })
})
type Path = z.output<typeof Path>

export function getSource(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: Path }>('/v1/sources/:slug', { schema: SCHEMA }, async ({ params }) => {
    const source = await deps.sources.find(params.slug)
    if (!source) throw sourceNotFound(params.slug)
    return presentSourceWhole(source, await deps.places.facets(EVERYTHING, ['source']))
  })
}

const SCHEMA = {
  operationId: 'getSource',
  tags: ['Sources'],
  summary: 'One source',
  description:
    'Licence, last run, last successful run, number of places, freshness, and the columns and values of its last file that could not be mapped.',
  params: Path,
  response: answering(SourceWhole, 404)
}
