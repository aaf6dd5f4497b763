import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { senselessQuestion } from '../../../domain/errors.ts'
import { answeredFilters } from '../../../domain/search/other-reading.ts'
import { withinReach } from '../../../domain/search/relevance/within-reach.ts'
import { presentLatest } from '../present/changes.ts'
import { LatestChanges, LatestChangesQuery } from '../schemas/changes.ts'
import { answering } from '../schemas/documented.ts'
import { toFilters } from '../to-question.ts'

export function latestChanges(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: LatestChangesQuery }>(
    '/v1/changes/latest',
    { schema: SCHEMA, config: { cost: 'heavy' } },
    async ({ query: { place, limit, ...filters } }) => {
      if (place === undefined) {
        const read = await answeredFilters(deps, toFilters(filters, deps.clock()), null)
        return presentLatest(await deps.places.changesAmong(await withinReach(deps, read), limit))
      }
      if (Object.keys(filters).length > 0)
        throw senselessQuestion([{ parameter: 'place', detail: 'place excludes all filters.' }])
      return presentLatest(await deps.places.changesOf(place, limit))
    }
  )
}

const SCHEMA = {
  operationId: 'latestChanges',
  tags: ['Places'],
  summary: 'Latest changes of some places',
  description:
    'The latest changes of a place, or of the places that match the filters of the search, the newest first: what the Atom feeds of the pages show. Places that have left the directory are included, unless `q` is given. To follow all changes without missing any, use `/v1/changes`.',
  querystring: LatestChangesQuery,
  response: answering(LatestChanges, 422)
}
