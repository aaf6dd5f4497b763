import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as domain from '../../../domain/places/get-place.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { redirectToSurvivor } from '../../shell/redirect.ts'
import { applyFormat, readFormat } from '../present/answer-format.ts'
import { closedIn, presentFeature, presentPlace, withWeek } from '../present/place.ts'
import { PlacePath, placeAnswers } from '../schemas/documented.ts'
import { ShapeQuery } from '../schemas/search-query.ts'

export function getPlace(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: PlacePath; Querystring: ShapeQuery }>(
    '/v1/places/:id',
    { schema: SCHEMA, config: { cost: 'cheap', cacheControl: READING_NOW } },
    async (request, reply) => {
      const gotten = await domain.getPlace(deps.places, request.params.id)
      if ('survivor' in gotten) return redirectToSurvivor(request, reply, gotten.survivor)
      const format = readFormat(request, request.query)
      applyFormat(reply, format)
      const place = withWeek(gotten.place, await gotten.week(), format.lang)
      const added = closedIn(await deps.reportedClosed(), place.id, format.fields)
      return (format.geojson ? presentFeature : presentPlace)(place, format.fields, added)
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
