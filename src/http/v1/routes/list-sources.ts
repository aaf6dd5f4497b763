import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { EVERYTHING } from '../../../domain/search/search-question.ts'
import { presentSource } from '../present/source.ts'
import { SourceList } from '../schemas/answers.ts'
import { answering } from '../schemas/documented.ts'

export function listSources(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/sources', { schema: SCHEMA }, async () => {
    const counts = await deps.places.facets(EVERYTHING, ['source'])
    return { items: (await deps.sources.all()).map((source) => presentSource(source, counts)) }
  })
}

const SCHEMA = {
  operationId: 'listSources',
  tags: ['Sources'],
  summary: 'The directories federated here',
  description: 'The licence, last run, number of places and freshness of each source.',
  response: answering(SourceList)
}
