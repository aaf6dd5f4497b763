import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { type ClaimDecision, contestClaim, decideClaim } from '../../../../domain/claims/decide-claim.ts'
import { proveClaim } from '../../../../domain/claims/prove-claim.ts'
import { claimQueue, ownClaims, seeClaim, seeContest } from '../../../../domain/claims/see-claims.ts'
import { ANONYMOUS, permission } from '../../../../domain/permissions.ts'
import { problemAnswer } from '../../../shell/problem-schema.ts'
import { presentClaim } from '../../present/claim.ts'
import { actingAnswers } from '../../schemas/documented.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import {
  Claim,
  type ClaimPath,
  ClaimQueue,
  ClaimQueueQuery,
  Claims,
  ContestAnswer,
  ContestBody,
  ContestQuery,
  claimPath,
  ProveBody,
  ReasonBody
} from '../../schemas/people/claims.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'
import { BY_SESSION, ownerOf, READING } from '../accounts/own.ts'
import { CLAIM_ACTS, CONTEST, OWN, PROVE, QUEUE, SEE, SEE_CONTEST } from './documented.ts'

/** Which account may do what with a claim is known once it is read. */
const ACTING = { cost: 'none', may: () => permission('claims:make') } as const

export function seeClaims(app: FastifyInstance, { claims }: Deps): void {
  app.get(
    '/v1/claims',
    { schema: { ...OWN, security: BY_SESSION, response: privateAnswers(200, Claims) }, config: READING },
    async ({ actor }) => ({
      items: (await ownClaims(claims, ownerOf(actor))).map(presentClaim)
    })
  )
  app.get<{ Params: ClaimPath }>(
    '/v1/claims/:id',
    {
      schema: {
        ...SEE,
        security: BY_SESSION,
        params: claimPath(EXAMPLE.see),
        response: privateAnswers(200, Claim, 404)
      },
      config: READING
    },
    async ({ params, actor }) => presentClaim(await seeClaim(claims, ownerOf(actor), params.id))
  )
  app.get<{ Querystring: ClaimQueueQuery }>(
    '/v1/moderation/claims',
    {
      schema: {
        ...QUEUE,
        security: BY_SESSION,
        querystring: ClaimQueueQuery,
        response: privateAnswers(200, ClaimQueue)
      },
      config: { ...READING, may: () => permission('claims:decide') }
    },
    async ({ query: { state, limit }, actor }) => {
      const states = state ?? (['asked', 'contested'] as const)
      const queue = await claimQueue(claims, ownerOf(actor), states, limit)
      return { items: queue.claims.map(presentClaim), total: queue.total }
    }
  )
}

export function proveAClaim(app: FastifyInstance, { claims }: Deps): void {
  app.post<{ Params: ClaimPath; Body: ProveBody }>(
    '/v1/claims/:id/prove',
    {
      schema: {
        ...PROVE,
        security: BY_SESSION,
        params: claimPath(EXAMPLE.prove),
        body: ProveBody,
        response: actingAnswers(Claim)
      },
      config: ACTING
    },
    async ({ params: { id }, body: { code }, actor }) => {
      const account = ownerOf(actor)
      await proveClaim(claims, { id, account: account.id, code })
      return presentClaim(await seeClaim(claims, account, id))
    }
  )
}

export function contestAClaim(app: FastifyInstance, { claims }: Deps): void {
  app.post<{ Params: ClaimPath; Body: ContestBody }>(
    '/v1/claims/:id/contest',
    {
      schema: {
        ...CONTEST,
        security: [...BY_SESSION, {}],
        params: claimPath(EXAMPLE.contest),
        body: ContestBody,
        response: CONTESTED
      },
      config: { cost: 'none', may: () => permission('claims:contest') }
    },
    async ({ params: { id }, body: { secret }, actor }, reply) => {
      if (secret !== undefined || actor === ANONYMOUS || actor.kind !== 'account')
        await contestClaim(claims, id, secret ?? '')
      else await decideClaim(claims, actor, id, { act: 'contest', reason: null })
      return reply.code(204).send()
    }
  )
}

export function seeAContest(app: FastifyInstance, { claims }: Deps): void {
  app.get<{ Params: ClaimPath; Querystring: ContestQuery }>(
    '/v1/claims/:id/contest',
    {
      schema: {
        ...SEE_CONTEST,
        security: [...BY_SESSION, {}],
        params: claimPath(EXAMPLE.contest),
        querystring: ContestQuery,
        response: privateAnswers(200, ContestAnswer, 404)
      },
      config: { cost: 'cheap', cacheControl: 'private, no-store', may: () => permission('claims:contest') }
    },
    async ({ params: { id }, query: { secret }, actor }) => ({
      state: await seeContest(claims, actor, id, secret)
    })
  )
}

const { 200: _said, ...REFUSALS } = actingAnswers(Claim)
const CONTESTED = { 204: { description: 'The claim is suspended until a moderator decides.' }, ...REFUSALS }

/** What people decide about a claim: one path for each act. */
export function decideClaims(app: FastifyInstance, { claims }: Deps): void {
  for (const { act, example, ...documented } of CLAIM_ACTS) {
    app.post<{ Params: ClaimPath; Body: ReasonBody | undefined }>(
      `/v1/claims/:id/${act}`,
      {
        schema: {
          ...documented,
          security: BY_SESSION,
          params: claimPath(example),
          body: ReasonBody,
          response: { ...actingAnswers(Claim), 410: problemAnswer('The place has been withdrawn.') }
        },
        bodyLimit: TEXTS_MOST_BYTES,
        config: ACTING
      },
      async ({ params: { id }, body, actor }) => {
        const account = ownerOf(actor)
        const decision: ClaimDecision = { act, reason: body?.reason ?? null }
        await decideClaim(claims, account, id, decision)
        return presentClaim(await seeClaim(claims, account, id))
      }
    )
  }
}

const EXAMPLE = {
  see: '0198f0c2-7a4e-7c31-9d55-000000000c10',
  prove: '0198f0c2-7a4e-7c31-9d55-000000000c11',
  contest: '0198f0c2-7a4e-7c31-9d55-000000000c12'
}
