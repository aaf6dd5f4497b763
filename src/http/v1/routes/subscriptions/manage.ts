import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { emailKey } from '../../../../domain/accounts/email.ts'
import { accountNotFound } from '../../../../domain/errors.ts'
import { permission } from '../../../../domain/permissions.ts'
import { keyFor } from '../../../../domain/seal.ts'
import {
  changeCadence,
  endSubscription as end,
  readSubscription
} from '../../../../domain/subscriptions/manage-subscription.ts'
import { presentSubscription } from '../../present/subscription.ts'
import { endingAnswers, privateAnswers } from '../../schemas/people/accounts.ts'
import {
  CadenceBody,
  LINK,
  Subscription,
  type SubscriptionPath,
  Subscriptions,
  subscriptionPath
} from '../../schemas/people/subscriptions.ts'
import { BY_SESSION, ownerOf, READING } from '../accounts/own.ts'

const PATH = '/v1/subscriptions/:id'
const config = {
  cost: 'cheap',
  cacheControl: 'private, no-store',
  may: () => permission('subscribe')
} as const

/** What readers of its mails do with a subscription. The id in their links is the authorisation. */
export function manageSubscription(app: FastifyInstance, deps: Deps): void {
  const { subscriptions } = deps
  app.get<{ Params: SubscriptionPath }>(PATH, { schema: READ, config }, async ({ params }) =>
    presentSubscription(await readSubscription(subscriptions, params.id), await deps.secret())
  )
  app.patch<{ Params: SubscriptionPath; Body: CadenceBody }>(
    PATH,
    { schema: CHANGE, config },
    async ({ params, body }) =>
      presentSubscription(await changeCadence(subscriptions, params.id, body.cadence), await deps.secret())
  )
  app.delete<{ Params: SubscriptionPath }>(PATH, { schema: END, config }, async ({ params }, reply) => {
    await end(subscriptions, params.id)
    return reply.code(204).send()
  })
}

export function listSubscriptions(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/account/subscriptions', { schema: LIST, config: READING }, async ({ actor }) => {
    const account = await deps.accounts.find(ownerOf(actor).id, new Date(deps.clock()))
    if (account === null) throw accountNotFound()
    const secret = await deps.secret()
    const own = await deps.subscriptions.reader.of(emailKey(account.email, keyFor('email', secret)))
    return { items: own.map((each) => presentSubscription(each, secret)) }
  })
}

const params = subscriptionPath(LINK)

const READ = {
  operationId: 'getSubscription',
  tags: ['Subscriptions'],
  summary: 'Read a subscription',
  description: 'What it follows, and how often mails are sent. The address is never shown.',
  params,
  response: privateAnswers(200, Subscription, 404)
}

const CHANGE = {
  operationId: 'changeSubscription',
  tags: ['Subscriptions'],
  summary: 'Change how often mails are sent',
  description: 'The subscription must be confirmed.',
  params,
  body: CadenceBody,
  response: privateAnswers(200, Subscription, 404, 415)
}

const END = {
  operationId: 'endSubscription',
  tags: ['Subscriptions'],
  summary: 'End a subscription',
  description: 'Deletes it with its address. Ending it a second time is no error.',
  params,
  response: endingAnswers(404)
}

const LIST = {
  operationId: 'listSubscriptions',
  tags: ['Subscriptions'],
  summary: 'List the subscriptions of the account',
  description: 'The confirmed subscriptions of the account’s e-mail address.',
  security: BY_SESSION,
  response: privateAnswers(200, Subscriptions, 404)
}
