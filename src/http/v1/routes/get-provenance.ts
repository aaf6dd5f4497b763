import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import * as domain from '../../../domain/offers/get-provenance.ts'
import { redirectToSurvivor } from '../../shell/redirect.ts'
import { Provenance } from '../schemas/answers.ts'
import { answering, PLACE_STATUSES, PlacePath } from '../schemas/documented.ts'

export function getProvenance(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: PlacePath }>('/v1/places/:id/provenance', OPTIONS, async (request, reply) => {
    const { id } = request.params
    const gotten = await domain.getProvenance(deps.places, deps.records, id, dayOf(deps.clock()))
    if ('survivor' in gotten) return redirectToSurvivor(request, reply, gotten.survivor)
    return { id, fields: gotten.provenance }
  })
}

/** The day in UTC, like the validity of labels. */
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

const SCHEMA = {
  operationId: 'getProvenance',
  tags: ['Places'],
  summary: 'Where each field of a place comes from',
  description:
    'For each known field: the source, the record, its date and its licence. For implied fields, `because` gives the reason.',
  params: PlacePath,
  response: answering(Provenance, PLACE_STATUSES)
}

const OPTIONS = { schema: SCHEMA, config: { cost: 'cheap' } } as const
