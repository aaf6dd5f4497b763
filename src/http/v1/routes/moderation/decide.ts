import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Deps } from '../../../../deps.ts'
import { decideReport } from '../../../../domain/moderation/decide-report.ts'
import type { Decision } from '../../../../domain/moderation/decision.ts'
import { permission } from '../../../../domain/permissions.ts'
import { presentContribution } from '../../present/contribution.ts'
import { actingAnswers } from '../../schemas/documented.ts'
import { Contribution, type ContributionPath, contributionPath } from '../../schemas/people/contributions.ts'
import {
  AcceptBody,
  AskBody,
  DuplicateBody,
  RejectBody,
  ReopenBody
} from '../../schemas/people/moderation.ts'

const config = { cost: 'records', may: () => permission('moderation:decide') } as const

type Documented = {
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly example: string
  readonly body?: z.ZodType
}

/** What a moderator does with a report: one path for each act, because each needs something else. */
export function decide(app: FastifyInstance, { moderation }: Deps): void {
  for (const [act, documented] of Object.entries(ACTS)) {
    app.post<{ Params: ContributionPath; Body: Readonly<Record<string, unknown>> | null }>(
      `/v1/moderation/contribution/:reference/${act}`,
      { config, schema: schemaOf(documented) },
      async ({ params, body, actor }) => {
        // The schema of the path has checked the body of its act.
        const { same_as: sameAs, ...rest } = (documented.body ? body : null) ?? {}
        const decision = { ...rest, ...(sameAs !== undefined && { sameAs }), act } as Decision
        return presentContribution(await decideReport(moderation, actor, params.reference, decision))
      }
    )
  }
}

const ACTS: Readonly<Record<Decision['act'], Documented>> = {
  take: {
    id: 'takeContribution',
    summary: 'Take a report in hand',
    description: 'Other moderators see that it is being looked at.',
    example: 'SIG-4T9M0K2WXE'
  },
  release: {
    id: 'releaseContribution',
    summary: 'Leave a report to others',
    description: 'It waits again.',
    example: 'SIG-4T9M0K2WXF'
  },
  ask: {
    id: 'askContribution',
    summary: 'Ask the author of a report something',
    description: 'The question is mailed, and the report waits for the answer.',
    example: 'SIG-4T9M0K2WXG',
    body: AskBody
  },
  accept: {
    id: 'acceptContribution',
    summary: 'Accept a report',
    description:
      'What is corrected is published with the decision, and stands over later imports. Its author gets a statement of reasons.',
    example: 'SIG-4T9M0K2WXH',
    body: AcceptBody
  },
  reject: {
    id: 'rejectContribution',
    summary: 'Reject a report',
    description:
      'With a reason and a sentence, which are mailed to its author. What had been changed for it is changed back: a person who was hidden is shown again.',
    example: 'SIG-4T9M0K2WXJ',
    body: RejectBody
  },
  'close-as-duplicate': {
    id: 'closeContributionAsDuplicate',
    summary: 'Close a report that was made before',
    description: 'The other one is followed instead.',
    example: 'SIG-4T9M0K2WXK',
    body: DuplicateBody
  },
  reopen: {
    id: 'reopenContribution',
    summary: 'Look again at a report that was decided',
    description: 'With a reason and a sentence, which are mailed to its author: nothing is opened silently.',
    example: 'SIG-4T9M0K2WXM',
    body: ReopenBody
  }
}

const schemaOf = ({ id, summary, description, example, body }: Documented) => ({
  operationId: id,
  tags: ['Moderation'],
  summary,
  description,
  security: [{ key: [] }, { session: [] }],
  params: contributionPath(example),
  ...(body && { body }),
  response: actingAnswers(Contribution)
})
