import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { decisionReport } from '../../../../domain/moderation/decision-report.ts'
import { answering } from '../../schemas/documented.ts'
import { DecisionReport } from '../../schemas/people/decision-report.ts'

export function getDecisionReport(app: FastifyInstance, { moderation, clock }: Deps): void {
  app.get('/v1/moderation/report', OPTIONS, async () => ({
    months: (await decisionReport(moderation.decisions, new Date(clock()))).map(
      ({ medianDays, ...month }) => ({ ...month, median_days: medianDays })
    )
  }))
}

const OPTIONS = {
  schema: {
    operationId: 'getDecisionReport',
    tags: ['Moderation'],
    summary: 'Count the decisions of moderators',
    description:
      'Public. By month and reason, with the time that decisions took. For a month with fewer than three decisions, no numbers are given.',
    response: answering(DecisionReport)
  },
  config: { cost: 'cheap' }
} as const
