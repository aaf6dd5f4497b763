import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { forgetAddresses } from '../../../domain/accounts/manage-account.ts'
import type { ErasureRequest } from '../../../domain/erasure/erasure.ts'
import { nameOf, permission } from '../../../domain/permissions.ts'
import { decidingAnswers } from '../schemas/documented.ts'
import { ErasureBody, ErasureReport } from '../schemas/erasures.ts'

export function erase(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: ErasureBody }>(
    '/v1/erasures',
    { schema: SCHEMA, config: CONFIG },
    async ({ body, actor }) => {
      const report = await deps.eraser.erase(requestOf(body), { by: nameOf(actor), dryRun: body.dry_run })
      if (!body.dry_run) await forgetAddresses(deps.signIns, body.emails, actor)
      return report
    }
  )
}

const requestOf = ({ persons, emails, phones, doubtful, place, source }: ErasureBody): ErasureRequest =>
  place === undefined
    ? { what: 'person', names: persons, emails, phones, doubtful }
    : { what: 'place', place, source: source ?? null }

// It has no time limit: every record is searched, which takes seconds.
const CONFIG = { cost: 'none', rateLimit: false, may: () => permission('erase') } as const

const SCHEMA = {
  operationId: 'erase',
  tags: ['Privacy'],
  summary: 'Erase a person, or the records of a place',
  description:
    'Takes a person out of all records of all sources, out of places of every status, corrections, reports and caches, or takes whole records of a place out of the directory. Later imports and corrections do not bring them back: digests are kept by which they are recognised, and no name. Places that change appear in `GET /v1/changes`. Try it with `dry_run` first: it shows what would be taken out and where. Sending the same request again changes nothing.',
  security: [{ key: [] }],
  body: ErasureBody,
  response: decidingAnswers(ErasureReport)
}
