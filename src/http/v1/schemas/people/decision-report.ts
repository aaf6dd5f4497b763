import { z } from 'zod'

export const DecisionReport = z
  .object({
    months: z
      .array(
        z.object({
          month: z.string().meta({ description: 'The month, in Paris.', examples: ['2026-11'] }),
          total: z
            .int()
            .nullable()
            .meta({
              description: 'Number of decisions; null if fewer than three.',
              examples: [12]
            }),
          median_days: z
            .number()
            .nullable()
            .meta({
              description:
                'Median number of days from arrival to decision; null if fewer than three decisions.',
              examples: [2.5]
            }),
          decisions: z
            .array(
              z.object({
                kind: z.enum(['report', 'notice', 'claim']).meta({
                  description:
                    'Reports about places and proposed places, notices about content, or claims to manage a place.',
                  examples: ['report']
                }),
                state: z
                  .enum(['accepted', 'rejected', 'duplicate', 'decided', 'granted', 'refused', 'revoked'])
                  .meta({ description: 'What was decided.', examples: ['accepted'] }),
                reason: z.string().meta({
                  description: 'The reason, a code; of a claim, by which proof it was made.',
                  examples: ['corrected']
                }),
                count: z.int().meta({ description: 'How many.', examples: [7] })
              })
            )
            .meta({ description: 'Counts by reason; empty if fewer than three decisions.' })
        })
      )
      .meta({ description: 'The months with decisions of the last two years, the latest first.' })
  })
  .meta({ id: 'DecisionReport', description: 'Counts of the decisions of moderators.' })
