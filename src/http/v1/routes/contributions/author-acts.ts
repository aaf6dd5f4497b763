import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { answerReport, confirmReport, withdrawReport } from '../../../../domain/contributions/author-acts.ts'
import { permission } from '../../../../domain/permissions.ts'
import { presentContribution } from '../../present/contribution.ts'
import { actingAnswers } from '../../schemas/documented.ts'
import {
  AnswerBody,
  ConfirmBody,
  Contribution,
  type ContributionPath,
  contributionPath
} from '../../schemas/people/contributions.ts'

const PATH = '/v1/contributions/:reference'
const config = { cost: 'cheap', may: () => permission('contributions:write') } as const

/** What the author of a report does. The reference is the authorisation: only the author was given it. */
export function authorActs(app: FastifyInstance, { contributions }: Deps): void {
  app.post<{ Params: ContributionPath; Body: ConfirmBody }>(
    `${PATH}/confirm`,
    { config, schema: CONFIRM },
    async ({ params, body }) =>
      presentContribution(await confirmReport(contributions, params.reference, body.code))
  )
  app.post<{ Params: ContributionPath }>(
    `${PATH}/withdraw`,
    { config, schema: WITHDRAW },
    async ({ params }) => presentContribution(await withdrawReport(contributions, params.reference))
  )
  app.post<{ Params: ContributionPath; Body: AnswerBody }>(
    `${PATH}/answer`,
    { config, schema: ANSWER },
    async ({ params, body }) =>
      presentContribution(await answerReport(contributions, params.reference, body.text))
  )
}

const CONFIRM = {
  operationId: 'confirmContribution',
  tags: ['Contributions'],
  summary: 'Confirm the address of a report',
  description: 'With the mailed code, within 48 hours. After five wrong codes, no code is accepted any more.',
  params: contributionPath('SIG-4T9M0K2WXB'),
  body: ConfirmBody,
  response: actingAnswers(Contribution)
}

const WITHDRAW = {
  operationId: 'withdrawContribution',
  tags: ['Contributions'],
  summary: 'Take back a report',
  description:
    'Only until it is decided. The review of edits that are published already cannot be taken back.',
  params: contributionPath('SIG-4T9M0K2WXC'),
  response: actingAnswers(Contribution)
}

const ANSWER = {
  operationId: 'answerContribution',
  tags: ['Contributions'],
  summary: 'Answer the question of a moderator',
  description: 'If the state is `asked`.',
  params: contributionPath('SIG-4T9M0K2WXD'),
  body: AnswerBody,
  response: actingAnswers(Contribution)
}
