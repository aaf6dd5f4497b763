import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { getPlace } from '../../../domain/places/get-place.ts'
import { readPlace } from '../../../domain/places/place.ts'
import * as domain from '../../../domain/search/find-alternatives.ts'
import { READING_NOW } from '../../shell/plugins/representation.ts'
import { redirectToSurvivor } from '../../shell/redirect.ts'
import { answerPage, refuseBesideCursor } from '../answer-page.ts'
import { costOfSearch } from '../cost.ts'
import { alternativesAnswers, PlacePath } from '../schemas/documented.ts'
import { AlternativesQuery } from '../schemas/search-query.ts'
import { toQuestion } from '../to-question.ts'

export function findAlternatives(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: PlacePath; Querystring: AlternativesQuery }>(
    '/v1/places/:id/alternatives',
    { schema: SCHEMA, config: { cacheControl: READING_NOW, cost: costOfSearch } },
    async (request, reply) => {
      const { query } = request
      if (query.cursor !== undefined) refuseBesideCursor(query)
      const gotten = await getPlace(deps.places, request.params.id)
      if ('survivor' in gotten) return redirectToSurvivor(request, reply, gotten.survivor)
      const answer = await domain.findAlternatives(
        deps,
        readPlace(gotten.place),
        toQuestion(query, deps.clock(), undefined, true),
        query.cursor
      )
      return answerPage(deps, request, reply, {
        query,
        path: `/v1/places/${gotten.place.id}/alternatives`,
        answer
      })
    }
  )
}

const SCHEMA = {
  operationId: 'findAlternatives',
  tags: ['Places'],
  summary: 'Nearby places that offer what this one lacks',
  description:
    'The filters say what is lacking; without filters, it is any service that this place does not offer. Results are ordered by distance from the place, or from `lat` and `lon` if they are given; `radius` is measured from the same point.',
  params: PlacePath,
  querystring: AlternativesQuery,
  response: alternativesAnswers
}
