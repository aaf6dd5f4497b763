import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { type Email, emailKey } from '../../../../domain/accounts/email.ts'
import { territoryNotFound } from '../../../../domain/errors.ts'
import { nameWithTown } from '../../../../domain/mail/naming.ts'
import { type Actor, permission } from '../../../../domain/permissions.ts'
import { standingPlace } from '../../../../domain/places/get-place.ts'
import { clientKey, keyFor } from '../../../../domain/seal.ts'
import { EVERYTHING } from '../../../../domain/search/search-question.ts'
import {
  subscribe as ask,
  confirmSubscription as confirm
} from '../../../../domain/subscriptions/subscribe.ts'
import type { Followed } from '../../../../domain/subscriptions/subscription.ts'
import { linkOf } from '../../../../domain/subscriptions/subscription-link.ts'
import type { TerritoryKind } from '../../../../domain/territories/territory.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { presentSubscription } from '../../present/subscription.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import { ContributionHeaders } from '../../schemas/people/contributions.ts'
import {
  Subscription,
  SubscriptionAsked,
  SubscriptionBody,
  SubscriptionCode,
  type SubscriptionPath,
  subscriptionPath
} from '../../schemas/people/subscriptions.ts'
import { toFilters } from '../../to-question.ts'

type Route = { Body: SubscriptionBody; Headers: ContributionHeaders }

export function subscribe(app: FastifyInstance, deps: Deps): void {
  app.post<Route>(
    '/v1/subscriptions',
    { schema: ASK, config: CONFIG },
    async ({ body, headers, actor, ip }, reply) => {
      const { email, cadence, language } = body
      const followed = await followedBy(deps, body)
      const secret = await deps.secret()
      const { id, state } = await ask(deps.subscriptions, {
        ...{ followed, email, cadence, language },
        client: clientKey(addressKey(ip), secret, new Date(deps.clock())),
        formId: headers['idempotency-key'] ?? null,
        isProven: await isOwn(deps, actor, email)
      })
      return reply.code(202).send({ id: state === 'on' ? linkOf(id, secret) : id, state })
    }
  )
}

/** Whether the account that asks signs in with this address. */
async function isOwn({ accounts, clock, secret }: Deps, actor: Actor, email: Email): Promise<boolean> {
  if (actor.kind !== 'account') return false
  const account = await accounts.find(actor.id, new Date(clock()))
  const key = keyFor('email', await secret())
  return account !== null && emailKey(account.email, key).equals(emailKey(email, key))
}

async function followedBy(deps: Deps, body: SubscriptionBody): Promise<Followed> {
  if (body.kind === 'place') {
    const { id, display_name: name, address } = await standingPlace(deps.places, body.place)
    const label = nameWithTown({ name, city: address.city })
    return { kind: 'place', text: id, filters: null, label: label.slice(0, 500) }
  }
  if (body.kind === 'search') {
    const { search } = body
    const filters = toFilters(search.query, deps.clock())
    const parameters = new URLSearchParams(search.text)
    parameters.sort()
    return { kind: 'search', text: parameters.toString() || 'all', filters, label: search.query.q ?? null }
  }
  const [kind, code] = body.territory.split(':') as [TerritoryKind, string]
  const found = await deps.territories.find(kind, code)
  if (found === null) throw territoryNotFound(kind, code)
  const filters = { ...EVERYTHING, territory: { [found.kind]: [[found.code]] } }
  return { kind: 'territory', text: `${found.kind}:${found.code}`, filters, label: found.name }
}

export function confirmSubscription(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: SubscriptionPath; Body: SubscriptionCode }>(
    '/v1/subscriptions/:id/confirm',
    { schema: CONFIRM, config: CONFIG },
    async ({ params, body }) =>
      presentSubscription(await confirm(deps.subscriptions, params.id, body.code), await deps.secret())
  )
}

const CONFIG = { cost: 'cheap', may: () => permission('subscribe') } as const

const ASK = {
  operationId: 'subscribe',
  tags: ['Subscriptions'],
  summary: 'Subscribe to changes by e-mail',
  description:
    'Follows a place, all places of a territory, or the places that a search finds. A code is mailed to the address; it confirms the subscription within 48 hours. With a session of the same address, no code is needed. The answer is the same for every address. At most 5 codes an hour are mailed to an address, and a client can ask 20 times an hour.',
  headers: ContributionHeaders,
  body: SubscriptionBody,
  response: privateAnswers(202, SubscriptionAsked, 404, 410, 415, 422)
}

const CONFIRM = {
  operationId: 'confirmSubscription',
  tags: ['Subscriptions'],
  summary: 'Confirm a subscription',
  description: 'With the mailed code, within 48 hours. After five wrong codes, no code is accepted any more.',
  params: subscriptionPath('0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a91'),
  body: SubscriptionCode,
  response: privateAnswers(200, Subscription, 415, 422)
}
