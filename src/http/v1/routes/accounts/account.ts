import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { closeAccount as close } from '../../../../domain/accounts/manage-account.ts'
import { accountNotFound } from '../../../../domain/errors.ts'
import { permission } from '../../../../domain/permissions.ts'
import { presentAccount, presentListed } from '../../present/account.ts'
import {
  Account,
  AccountExport,
  AccountWithSessions,
  ClosingBody,
  endingAnswers,
  ProfileBody,
  privateAnswers
} from '../../schemas/people/accounts.ts'
import { BY_SESSION, CHANGING, ownerOf, READING } from './own.ts'

export function getAccount(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/account', { schema: READ, config: READING }, async ({ actor }) => {
    const { id, session } = ownerOf(actor)
    const now = new Date(deps.clock())
    const account = await deps.accounts.find(id, now)
    if (account === null) throw accountNotFound()
    const sessions = await deps.accounts.sessions(id, now)
    return { ...presentAccount(account), sessions: sessions.map((each) => presentListed(each, session)) }
  })
}

export function changeAccount(app: FastifyInstance, deps: Deps): void {
  app.patch<{ Body: ProfileBody }>(
    '/v1/account',
    { schema: CHANGE, config: CHANGING },
    async ({ actor, body: { name, capacity, language } }) => {
      const { id } = ownerOf(actor)
      const account = await deps.accountActs.run(async (writer) => {
        await writer.change(id, {
          ...(name !== undefined && { name }),
          ...(capacity !== undefined && { capacity }),
          ...(language !== undefined && { language })
        })
        return writer.find(id)
      })
      if (account === null) throw accountNotFound()
      return presentAccount(account)
    }
  )
}

export function exportAccount(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/account/export', { schema: EXPORT, config: READING }, async ({ actor }) =>
    deps.accounts.rows(ownerOf(actor).id)
  )
}

export function closeAccount(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: ClosingBody }>(
    '/v1/account/close',
    { schema: CLOSE, config: CLOSING },
    async ({ actor, body: { texts } }, reply) => {
      const { id } = ownerOf(actor)
      const now = new Date(deps.clock())
      await deps.accountActs.run((writer) => close(writer, id, { texts, by: actor, now }))
      return reply.code(204).send()
    }
  )
}

const CLOSING = { cost: 'none', may: () => permission('account:close') } as const

const READ = {
  operationId: 'getAccount',
  tags: ['Accounts'],
  summary: 'Read one’s account',
  description: 'What the account says about its owner, its roles, and where its owner is signed in.',
  security: BY_SESSION,
  response: privateAnswers(200, AccountWithSessions, 404)
}

const CHANGE = {
  operationId: 'changeAccount',
  tags: ['Accounts'],
  summary: 'Change one’s account',
  description: 'Name, capacity and language. What is left out stays as it is.',
  security: BY_SESSION,
  body: ProfileBody,
  response: privateAnswers(200, Account, 404, 415)
}

const EXPORT = {
  operationId: 'exportAccount',
  tags: ['Accounts'],
  summary: 'Everything stored about one’s account',
  description:
    'Every row about the account, by table: the account itself, sessions, roles, contributions, corrections, claims, subscriptions, acts and mails.',
  security: BY_SESSION,
  response: privateAnswers(200, AccountExport)
}

const CLOSE = {
  operationId: 'closeAccount',
  tags: ['Accounts'],
  summary: 'Close one’s account',
  description:
    'Erases the address and the name, ends all sessions, roles, claims and subscriptions, and cannot be undone. Texts stay without a name, or are erased. Needs a session whose code is younger than 15 minutes.',
  security: BY_SESSION,
  body: ClosingBody,
  response: endingAnswers(404, 415)
}
