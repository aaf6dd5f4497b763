import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../../deps.ts'
import { endFeedback as end } from '../../../../domain/feedback/end-feedback.ts'
import { permission } from '../../../../domain/permissions.ts'
import { endingAnswers } from '../../schemas/people/accounts.ts'

const Path = z.strictObject({
  link: z
    .string()
    .max(400)
    .meta({
      description: 'The end of the link in a mail to the owner of a source.',
      examples: ['Tsg-FZwykOVT5co-7-YBm3BbImVwbi1uaWV2cmUiLCJuZzYwODVyYmRlWmtVOWZrRk5zRkc1Il0']
    })
})

/** The link of a mail is the authorisation, as that of a subscription. */
export function endFeedback(app: FastifyInstance, { feedback }: Deps): void {
  app.delete<{ Params: z.output<typeof Path> }>(
    '/v1/feedback/:link',
    {
      schema: END,
      config: { cost: 'cheap', cacheControl: 'private, no-store', may: () => permission('subscribe') }
    },
    async ({ params }, reply) => {
      await end(feedback, params.link)
      return reply.code(204).send()
    }
  )
}

const END = {
  operationId: 'endFeedback',
  tags: ['Subscriptions'],
  summary: 'End the mails to the owner of a source',
  description:
    'Deletes the address at which the owner of a source gets the accepted corrections of its records. Ending the mails again is no error; the link of an earlier address changes nothing.',
  params: Path,
  response: endingAnswers(404)
}
