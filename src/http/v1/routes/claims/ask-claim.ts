import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { askClaim as ask } from '../../../../domain/claims/ask-claim.ts'
import { acceptInvitation, inviteEditor as invite } from '../../../../domain/claims/invite-editor.ts'
import { claimOptions, claimsOnPlace, seeClaim } from '../../../../domain/claims/see-claims.ts'
import { invalidInput } from '../../../../domain/errors.ts'
import { permission } from '../../../../domain/permissions.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { problemAnswer } from '../../../shell/problem-schema.ts'
import { presentClaim } from '../../present/claim.ts'
import { actingAnswers, answering, creatingAnswers, PlacePath } from '../../schemas/documented.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import {
  Claim,
  ClaimBody,
  ClaimHeaders,
  ClaimOptions,
  Claims,
  InvitationBody,
  InvitationSent
} from '../../schemas/people/claims.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'
import { BY_SESSION, ownerOf } from '../accounts/own.ts'

/** What can be done about the claims of one place. */
export function claimsOfPlace(app: FastifyInstance, { claims }: Deps): void {
  app.get<{ Params: PlacePath }>(
    '/v1/places/:id/claim-options',
    { schema: OPTIONS, config: { cost: 'cheap', cacheControl: 'no-store' } },
    async ({ params }) => {
      const { hasManager, ...options } = await claimOptions(claims, params.id)
      return { ...options, has_manager: hasManager }
    }
  )
  app.post<{ Params: PlacePath; Body: ClaimBody; Headers: ClaimHeaders }>(
    '/v1/places/:id/claims',
    {
      schema: ASK,
      bodyLimit: TEXTS_MOST_BYTES,
      config: { cost: 'none', may: () => permission('claims:make') }
    },
    async ({ params, body, headers, actor, ip }, reply) => {
      const asking = ownerOf(actor)
      const { id } =
        body.proof === 'invitation'
          ? await acceptInvitation(claims, body.invitation ?? '', asking)
          : await ask(claims, {
              ...{ place: params.id, by: proofIn(body), actor: asking, client: addressKey(ip) },
              formId: headers['idempotency-key'] ?? null
            })
      return reply.code(201).send(presentClaim(await seeClaim(claims, asking, id)))
    }
  )
  app.get<{ Params: PlacePath }>(
    '/v1/places/:id/claims',
    { schema: LIST, config: { cost: 'cheap', cacheControl: 'private, no-store', may: onPlace } },
    async ({ params, actor }) => ({
      items: (await claimsOnPlace(claims, ownerOf(actor), params.id)).map(presentClaim)
    })
  )
  app.post<{ Params: PlacePath; Body: InvitationBody }>(
    '/v1/places/:id/invitations',
    { schema: INVITE, config: { cost: 'none', may: onPlace } },
    async ({ params, body: { email, language }, actor }, reply) => {
      await invite(claims, ownerOf(actor), { place: params.id, to: email, language })
      return reply.code(202).send({ place: params.id })
    }
  )
}

function proofIn({ proof, address, message }: ClaimBody) {
  if (proof === 'contact_code') return { proof, address }
  if (proof === 'domain') return { proof }
  if (message === undefined)
    throw invalidInput([
      { pointer: '/message', detail: 'Say how moderators can check that it is your place.' }
    ])
  return { proof: 'vouched', message } as const
}

const onPlace = ({ id = '' }: Readonly<Record<string, string>>) =>
  permission('claims:answer', { place: [id] })

const OPTIONS = {
  operationId: 'getClaimOptions',
  tags: ['Claims'],
  summary: 'List the proofs that a place accepts',
  description:
    'Only e-mail addresses and websites that a source has listed for 30 days are accepted; those set by a correction or a proposal are not. Addresses are shown as hints, such as `a…@ville-nevers.fr`.',
  params: PlacePath,
  response: answering(ClaimOptions, 404, 410)
}

const IMPOSSIBLE = problemAnswer(
  'The proof is not possible for this place, or the account manages it already.'
)

const ASK = {
  operationId: 'makeClaim',
  tags: ['Claims'],
  summary: 'Claim the management of a place',
  description:
    'With `contact_code`, a code is mailed to the place, and the state is `proving`. With `domain`, the claim is granted at once if the account’s address is on the domain of the website of the place, unless more than 20 places share this domain. If the place already has a manager, the manager answers within 7 days; after that, a moderator does.',
  security: BY_SESSION,
  params: PlacePath,
  headers: ClaimHeaders,
  body: ClaimBody,
  response: { ...creatingAnswers(Claim, 404, 410), 409: IMPOSSIBLE }
}

const LIST = {
  operationId: 'listClaimsOnPlace',
  tags: ['Claims'],
  summary: 'List the claims on one’s place',
  description: 'For its owner: the claims that wait for an answer, and those that were granted.',
  security: BY_SESSION,
  params: PlacePath,
  response: privateAnswers(200, Claims)
}

const { 200: _ok, ...INVITING } = actingAnswers(InvitationSent)
const INVITE = {
  operationId: 'inviteEditor',
  tags: ['Claims'],
  summary: 'Invite an editor',
  description:
    'For the owner of a place: mails an invitation to edit it. The answer is the same whether or not the address has an account.',
  security: BY_SESSION,
  params: PlacePath,
  body: InvitationBody,
  response: {
    202: {
      description: 'The invitation was mailed.',
      content: { 'application/json': { schema: InvitationSent } }
    },
    ...INVITING,
    410: problemAnswer('The place has been withdrawn.')
  }
}
