import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { clusterPlaces } from '../../../domain/search/cluster-places.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { presentCells } from '../present/cells.ts'
import { clusterAnswers } from '../schemas/clusters.ts'
import { ClustersQuery } from '../schemas/search-query.ts'
import { toFilters } from '../to-question.ts'

export function listClusters(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: ClustersQuery }>(
    '/v1/clusters',
    { schema: SCHEMA, config: { cacheControl: READING_NOW } },
    async ({ query }, reply) => {
      const { zoom, ...rest } = query
      const { bbox, ...filters } = toFilters(rest, deps.clock())
      // The schema requires a box, but the type of the shared filters does not.
      const cells = bbox ? await clusterPlaces(deps, { ...filters, bbox }, zoom) : []
      return reply.type('application/geo+json; charset=utf-8').send(JSON.stringify(presentCells(cells)))
    }
  )
}

const SCHEMA = {
  operationId: 'listClusters',
  tags: ['Maps'],
  summary: 'Places and clusters for a map',
  description:
    'Accepts all filters of the search. Places that would be within 64 pixels of each other form a cluster with a count; a single place comes with its id, name and types. The counts add up to the total of the search with the same filters, minus the places without a position. With `q`, these are the places of the box that fit the words: a town in `q` does not limit the map, a département or région does.',
  querystring: ClustersQuery,
  response: clusterAnswers
}
