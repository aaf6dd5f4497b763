import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { nameOf, permission } from '../../../domain/permissions.ts'
import { decidingAnswers } from '../schemas/documented.ts'
import { DoorAcceptance, DoorBody } from '../schemas/review-doors.ts'

export function acceptDoors(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: DoorBody }>(
    '/v1/review/same-door-and-name',
    { schema: SCHEMA, config: CONFIG },
    async ({ body, actor }) => {
      const by = body.by ? `${body.by} (${nameOf(actor)})` : nameOf(actor)
      if (body.action === 'undo') return { ...NOTHING, undone: await deps.doors.undo(by) }
      const result = body.action === 'accept' ? await deps.doors.accept(by) : await deps.doors.try()
      return { ...result, undone: 0 }
    }
  )
}

const NOTHING = { accepted: [], held: { listed_together: 0, decided: 0 } }

const CONFIG = { cost: 'records', rateLimit: false, may: () => permission('review') } as const

const SCHEMA = {
  operationId: 'acceptSameDoors',
  tags: ['Review'],
  summary: 'Decide "same" about all places with the same name at the same door',
  description:
    'Places with the same name, street, number and commune, whatever the capitals, accents and punctuation. Left to people: places that one directory lists separately, unless it has clearly entered one place twice, and places about which a person has decided. Each decision can be undone by `POST /v1/review/{id}`, and all of them together by `undo`.',
  security: [{ key: [] }],
  body: DoorBody,
  response: decidingAnswers(DoorAcceptance)
}
