import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { accountNotFound } from '../../../../domain/errors.ts'
import { presentAccount, presentSession } from '../../present/account.ts'
import {
  CurrentSession,
  EndedSessions,
  endingAnswers,
  privateAnswers
} from '../../schemas/people/accounts.ts'
import { BY_SESSION, CHANGING, ownerOf, READING } from './own.ts'

export function getSession(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/session', { schema: READ, config: READING }, async ({ actor }) => {
    const { id, session: digest } = ownerOf(actor)
    const now = new Date(deps.clock())
    const [account, sessions] = [await deps.accounts.find(id, now), await deps.accounts.sessions(id, now)]
    const session = sessions.find((each) => each.digest.equals(digest))
    if (account === null || session === undefined) throw accountNotFound()
    return { ...presentSession(session), account: presentAccount(account) }
  })
}

export function endSession(app: FastifyInstance, deps: Deps): void {
  app.delete('/v1/session', { schema: END, config: CHANGING }, async ({ actor }, reply) => {
    const { session } = ownerOf(actor)
    await deps.accountActs.run((writer) => writer.endSession(session))
    return reply.code(204).send()
  })
}

export function endSessions(app: FastifyInstance, deps: Deps): void {
  app.delete('/v1/account/sessions', { schema: END_ALL, config: CHANGING }, async ({ actor }) => ({
    ended: await deps.accountActs.run((writer) => writer.endSessions(ownerOf(actor).id))
  }))
}

const READ = {
  operationId: 'getSession',
  tags: ['Accounts'],
  summary: 'Who is signed in',
  description: 'The account of the session that sends the request, and until when the session lasts.',
  security: BY_SESSION,
  response: privateAnswers(200, CurrentSession, 404)
}

const END = {
  operationId: 'endSession',
  tags: ['Accounts'],
  summary: 'Sign out',
  description: 'Ends the session that sends the request.',
  security: BY_SESSION,
  response: endingAnswers()
}

const END_ALL = {
  operationId: 'endSessions',
  tags: ['Accounts'],
  summary: 'Sign out everywhere',
  description: 'Ends all sessions of the account, also the one that sends the request.',
  security: BY_SESSION,
  response: privateAnswers(200, EndedSessions)
}
