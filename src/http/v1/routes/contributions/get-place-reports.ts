import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { reportsOnPlace } from '../../../../domain/contributions/follow-report.ts'
import { redirectToSurvivor } from '../../../shell/redirect.ts'
import { answering, PLACE_STATUSES, PlacePath } from '../../schemas/documented.ts'
import { PlaceReports } from '../../schemas/people/contributions.ts'

export function getPlaceReports(app: FastifyInstance, { contributions }: Deps): void {
  app.get<{ Params: PlacePath }>('/v1/places/:id/reports', OPTIONS, async (request, reply) => {
    const { id } = request.params
    const gotten = await reportsOnPlace(contributions, id)
    if (gotten !== null && 'survivor' in gotten) return redirectToSurvivor(request, reply, gotten.survivor)
    return { place: id, closed: gotten && { since: gotten.since.toISOString(), reports: gotten.reports } }
  })
}

const SCHEMA = {
  operationId: 'getPlaceReports',
  tags: ['Contributions'],
  summary: 'What people report about a place',
  description: 'Whether the place is reported to no longer exist. Texts and authors are never shown.',
  params: PlacePath,
  response: answering(PlaceReports, PLACE_STATUSES)
}

const OPTIONS = { schema: SCHEMA, config: { cost: 'cheap' } } as const
