import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { checkFineness, clusterPlaces, mapFilters } from '../../../domain/search/cluster-places.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { costOfMap, countingOf, inMapTurn } from '../cost.ts'
import { presentCells } from '../present/cells.ts'
import { clusterAnswers } from '../schemas/clusters.ts'
import { ClustersQuery } from '../schemas/search-query.ts'
import { toBBox, toFilters } from '../to-question.ts'

export function listClusters(app: FastifyInstance, deps: Deps): void {
  app.get<{ Querystring: ClustersQuery }>(
    '/v1/clusters',
    { schema: SCHEMA, config: { cacheControl: READING_NOW, cost } },
    async ({ query }, reply) => {
      const { zoom, ...rest } = query
      const { bbox = toBBox(query.bbox), ...asked } = toFilters(rest, deps.clock())
      checkFineness(bbox, zoom)
      const filters = await inMapTurn(reply, zoom, rest, () => mapFilters(deps, asked))
      const cells = await clusterPlaces(deps.places, filters, { bbox, zoom }, countingOf(reply))
      return reply.type('application/geo+json; charset=utf-8').send(JSON.stringify(presentCells(cells)))
    }
  )
}

const cost = ({ query }: FastifyRequest) => costOfMap((query as ClustersQuery).zoom)

const SCHEMA = {
  operationId: 'listClusters',
  tags: ['Maps'],
  summary: 'Places and clusters for a map',
  description:
    'Accepts all filters of the search. Places that would be within 64 pixels of each other form a cluster with a count; a single place comes with its id, name and types. The counts add up to the total of the search with the same filters, minus the places without a position. With `q`, these are the places of the box that fit the words: a town in `q` does not limit the map, a département or région does.',
  querystring: ClustersQuery,
  response: clusterAnswers
}
