import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import type { Polygons } from '../../../domain/geo/geo.ts'
import * as search from '../../../domain/search/search-places.ts'
import { answerPage, refuseBesideCursor } from '../answer-page.ts'
import { costOfSearchByBody } from '../cost.ts'
import { pageByBodyAnswers } from '../schemas/documented.ts'
import { SearchBody } from '../schemas/search-body.ts'
import { toQuestion } from '../to-question.ts'

export function searchPlacesByBody(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: SearchBody }>(
    '/v1/places/search',
    { schema: SCHEMA, config: { cost: costOfSearchByBody } },
    async (request, reply) => {
      const { query, within } = request.body
      if (query.cursor !== undefined) refuseBesideCursor(query, { within })
      const answer =
        query.cursor === undefined
          ? await search.searchPlaces(deps, toQuestion(query, deps.clock(), within && asMultiPolygon(within)))
          : await search.continueSearch(deps, query.cursor)
      // The cursor contains the polygon too, so the next page is a plain link.
      return answerPage(deps, request, reply, { query, path: '/v1/places', answer })
    }
  )
}

function asMultiPolygon(within: NonNullable<SearchBody['within']>): Polygons {
  const polygons = within.type === 'Polygon' ? [within.coordinates] : within.coordinates
  const flat = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat] as const)))
  return { type: 'MultiPolygon', coordinates: flat }
}

const SCHEMA = {
  operationId: 'searchPlacesByBody',
  tags: ['Places'],
  summary: 'Search places within a polygon',
  description:
    'Takes the parameters of `GET /v1/places` as JSON, and `within`. A list of values means *or*; a list of lists means *and*.',
  body: SearchBody,
  response: pageByBodyAnswers
}
