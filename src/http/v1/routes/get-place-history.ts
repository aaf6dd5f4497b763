import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { placeHistory } from '../../../domain/history/place-history.ts'
import { redirectToSurvivor } from '../../shell/redirect.ts'
import { answering, PLACE_STATUSES, PlacePath } from '../schemas/documented.ts'
import { PlaceHistory } from '../schemas/people/history.ts'

export function getPlaceHistory(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: PlacePath }>('/v1/places/:id/history', OPTIONS, async (request, reply) => {
    const { id } = request.params
    const history = await placeHistory(deps, id)
    if ('survivor' in history) return redirectToSurvivor(request, reply, history.survivor)
    return { place: id, items: history }
  })
}

const SCHEMA = {
  operationId: 'getPlaceHistory',
  tags: ['Contributions'],
  summary: 'What happened to a place',
  description:
    'Changes from its sources, corrections with the value before and after, and who manages it, the latest first, at most 200. Authors are given by role, never by name; values in which a person may be named are left out.',
  params: PlacePath,
  response: answering(PlaceHistory, PLACE_STATUSES)
}

const OPTIONS = { schema: SCHEMA, config: { cost: 'cheap' } } as const
