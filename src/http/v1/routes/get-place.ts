import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as domain from '../../../domain/places/get-place.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { redirectToSurvivor } from '../../shell/redirect.ts'
import { presentFeature, presentPlace, withWeek } from '../present/place.ts'
import { asWanted, readWanted } from '../present/wanted.ts'
import { PlacePath, placeAnswers } from '../schemas/documented.ts'
import { ShapeQuery } from '../schemas/search-query.ts'

export function getPlace(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: PlacePath; Querystring: ShapeQuery }>(
    '/v1/places/:id',
    { schema: SCHEMA, config: { cacheControl: READING_NOW } },
    async (request, reply) => {
      const gotten = await domain.getPlace(deps.places, request.params.id)
      if ('survivor' in gotten) return redirectToSurvivor(request, reply, gotten.survivor)
      const wanted = readWanted(request, request.query)
      asWanted(reply, wanted)
      const place = withWeek(gotten.place, await gotten.week(), wanted.lang)
      return (wanted.geojson ? presentFeature : presentPlace)(place, wanted.fields)
    }
  )
}

const SCHEMA = {
  operationId: 'getPlace',
  tags: ['Places'],
  summary: 'One place',
  description:
    'If the place was merged into another, the answer is a 301 to that place; if it was withdrawn, a 410.',
  params: PlacePath,
  querystring: ShapeQuery,
  response: placeAnswers
}
