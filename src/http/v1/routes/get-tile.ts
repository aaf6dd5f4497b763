import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { mapFilters, tilePlaces } from '../../../domain/search/cluster-places.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { costOfMap, countingOf, inMapTurn } from '../cost.ts'
import { presentTile } from '../present/cells.ts'
import { TilePath, tileAnswers } from '../schemas/clusters.ts'
import { TileQuery } from '../schemas/search-query.ts'
import { toFilters } from '../to-question.ts'

export function getTile(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: TilePath; Querystring: TileQuery }>(
    '/v1/tiles/:z/:x/:y.mvt',
    { schema: SCHEMA, config: { cacheControl: READING_NOW, cost } },
    async ({ params, query }, reply) => {
      const tile = { zoom: params.z, x: params.x, y: params.y }
      const asked = toFilters(query, deps.clock())
      const filters = await inMapTurn(reply, tile.zoom, query, () => mapFilters(deps, asked))
      const cells = await tilePlaces(deps.places, filters, tile, countingOf(reply))
      return reply.type('application/vnd.mapbox-vector-tile').send(presentTile(cells, tile))
    }
  )
}

const cost = ({ params }: FastifyRequest) => costOfMap((params as TilePath).z)

const SCHEMA = {
  operationId: 'getTile',
  tags: ['Maps'],
  summary: 'Places and counts for a map, as a vector tile',
  description:
    'A Mapbox Vector Tile with one layer of points, `places`. Each point has a `count`. A single place also has `id`, `name` and `types` (separated by commas); a cluster has the bounding box of its places (`west`, `south`, `east`, `north`). At each zoom, a place is in exactly one tile. A tile without places is empty. With `q`, these are the places that fit the words: a town in `q` does not limit the map, a département or région does.',
  params: TilePath,
  querystring: TileQuery,
  response: tileAnswers
}
