import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { makeReport } from '../../../../domain/contributions/make-report.ts'
import { proposePlace } from '../../../../domain/contributions/propose-place.ts'
import { permission } from '../../../../domain/permissions.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { presentContribution } from '../../present/contribution.ts'
import { creatingAnswers } from '../../schemas/documented.ts'
import { Contribution, ContributionBody, ContributionHeaders } from '../../schemas/people/contributions.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'

type Route = { Body: ContributionBody; Headers: ContributionHeaders }

export function makeContribution(app: FastifyInstance, { contributions }: Deps): void {
  app.post<Route>('/v1/contributions', OPTIONS, async ({ body, headers, actor, ip, log }, reply) => {
    const sending = {
      actor,
      language: body.language,
      email: body.email ?? null,
      formId: headers['idempotency-key'] ?? null,
      partnerReference: actor.kind === 'key' ? (body.partner_reference ?? null) : null,
      client: addressKey(ip)
    }
    if (body.kind === 'new_place') {
      const { text = null } = body
      const made = await proposePlace(contributions, { ...sending, text, newPlace: body.new_place })
      return reply.code(201).send(presentContribution(made))
    }
    const { place, category, person, text = null, other_place: other } = body
    const made = await makeReport(contributions, {
      ...{ ...sending, place, category, text },
      proposal: person || other ? { ...(person && { person }), ...(other && { place: other }) } : null,
      versionSeen: body.version_seen ?? null
    })
    if (category === 'person') await hideNow(contributions, log)
    return reply.code(201).send(presentContribution(made))
  })
}

/** The longest time that its author waits: an import may be writing. Then the person is hidden as soon as it is over. */
const PATIENCE_MS = 5_000

async function hideNow({ hidePersons }: Deps['contributions'], log: FastifyBaseLogger): Promise<void> {
  const hidden = hidePersons().catch((error: unknown) => log.error({ err: error }, 'person not hidden yet'))
  await Promise.race([hidden, wait(PATIENCE_MS, undefined, { ref: false })])
}

const SCHEMA = {
  operationId: 'makeContribution',
  tags: ['Contributions'],
  summary: 'Report that something is wrong about a place, or propose one',
  description:
    'Needs no key and no account. If you give an e-mail address, we mail a code to it. If the report says that a person is named, that person is hidden at once. Partner sites send reports with a key of the scope `contributions:write`, under references of their own. Sending a report again with the same key changes nothing. With kind `new_place`, a place is proposed: ask `POST /v1/places/similar` before whether it is there already.',
  headers: ContributionHeaders,
  body: ContributionBody,
  response: creatingAnswers(Contribution, 404, 410)
}

const OPTIONS = {
  schema: SCHEMA,
  bodyLimit: TEXTS_MOST_BYTES,
  config: { cost: 'cheap', may: () => permission('contributions:write') }
} as const
