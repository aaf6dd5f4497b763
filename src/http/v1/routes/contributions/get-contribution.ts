import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { followReport } from '../../../../domain/contributions/follow-report.ts'
import { presentContribution } from '../../present/contribution.ts'
import { answering } from '../../schemas/documented.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import {
  Contribution,
  type ContributionPath,
  contributionPath,
  OwnContributions
} from '../../schemas/people/contributions.ts'
import { BY_SESSION, ownerOf, READING } from '../accounts/own.ts'

export function getContribution(app: FastifyInstance, { contributions }: Deps): void {
  app.get<{ Params: ContributionPath }>('/v1/contributions/:reference', OPTIONS, async ({ params }) => {
    const { contribution, hiddenSince } = await followReport(contributions, params.reference)
    return {
      ...presentContribution(contribution),
      ...(contribution.category === 'person' && { person_hidden_at: hiddenSince?.toISOString() ?? null })
    }
  })
}

/** With the session of its author. */
export function listOwnContributions(app: FastifyInstance, { contributions }: Deps): void {
  app.get('/v1/account/contributions', { schema: OWN, config: READING }, async ({ actor }) => ({
    items: (await contributions.reader.ofAccount(ownerOf(actor).id)).map((own) => ({
      ...presentContribution(own),
      about: own.about
    }))
  }))
}

const OWN = {
  operationId: 'listOwnContributions',
  tags: ['Contributions', 'Accounts'],
  summary: 'List one’s reports and proposals',
  description: 'The reports and proposals of the account, the newest first, 200 at most.',
  security: BY_SESSION,
  response: privateAnswers(200, OwnContributions)
}

const SCHEMA = {
  operationId: 'getContribution',
  tags: ['Contributions'],
  summary: 'What becomes of a report',
  description:
    'Its state, and what a moderator wrote to its author. The reference is known to its author alone.',
  params: contributionPath('SIG-4T9M0K2WXA'),
  response: answering(Contribution, 404)
}

const OPTIONS = { schema: SCHEMA, config: { cost: 'cheap', cacheControl: 'private, no-store' } } as const
