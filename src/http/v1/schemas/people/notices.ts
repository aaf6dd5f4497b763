import { z } from 'zod'
import { TEXT_MOST } from '../../../../domain/contributions/contribution.ts'
import {
  DECIDED_FOR,
  EXPLANATION_MOST,
  GROUNDS,
  readNoticeReference
} from '../../../../domain/notices/notice.ts'
import { asEmail, instant, mailLanguage, nameAndTown, plainText, readAs } from './fields.ts'

const ground = z.enum(GROUNDS).meta({
  description:
    '`illegal`: against a law. `rules`: against the rules of this directory. `privacy`: it says something about a person.',
  examples: ['illegal']
})

export const NoticeBody = z
  .strictObject({
    address: plainText(
      'The exact address of the content.',
      2_000,
      '/lieux/0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
    ),
    ground,
    law: plainText('The law or the rule, as you name it.', 500, 'Article 226-1 du code pénal').optional(),
    explanation: plainText(
      'Why the content should be removed.',
      EXPLANATION_MOST,
      'La photo montre une personne.'
    ),
    name: plainText('Your name, optional.', 200, 'Ana Moreau').optional(),
    email: z
      .string()
      .transform(asEmail)
      .optional()
      .meta({
        type: 'string',
        description:
          'Your e-mail address, optional. If given, the notice is acknowledged at once, and the decision is mailed with its reasons.',
        examples: ['ana@example.org']
      }),
    language: mailLanguage('Language of the mails.')
  })
  .meta({
    id: 'NoticeBody',
    description: 'A notice about content.',
    examples: [{ address: '/a-propos', ground: 'illegal', explanation: 'Ce texte est une injure.' }]
  })
export type NoticeBody = z.output<typeof NoticeBody>

const reference = z.string().meta({ description: 'Its reference.', examples: ['AVIS-4T9M0K2WXA'] })

/** What everybody who has the reference sees. */
const FOLLOWED = {
  reference,
  state: z.enum(['open', 'decided']).meta({ description: 'Whether it was decided.', examples: ['open'] }),
  decision: z
    .enum(DECIDED_FOR)
    .nullable()
    .meta({
      description:
        '`removed`, `corrected`, `lawful`: neither against the law nor the rules, `not-verifiable`, `out-of-scope`, `abusive`; null until then.',
      examples: ['removed']
    }),
  reply: z
    .string()
    .nullable()
    .meta({ description: 'What the moderator wrote to its author.', examples: ['Retiré.'] }),
  created_at: instant('When it was made.'),
  decided_at: instant('When it was decided.').nullable()
}

export const Notice = z
  .object(FOLLOWED)
  .meta({ id: 'Notice', description: 'The state of a notice. Its text and its author are never shown.' })

export const SeenNotice = z
  .object({
    ...FOLLOWED,
    ground,
    law: z
      .string()
      .nullable()
      .meta({ description: 'The law or rule that the author cites.', examples: ['Article 226-1'] }),
    explanation: z
      .string()
      .nullable()
      .meta({ description: 'The explanation of its author.', examples: ['Une injure.'] }),
    path: z.string().meta({ description: 'Path of the content.', examples: ['/a-propos'] }),
    place: z
      .object({
        id: z
          .uuid()
          .meta({ description: 'Its id today.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
        ...nameAndTown('Médiathèque de Nevers')
      })
      .nullable()
      .meta({ description: 'The place, if the content belongs to one.' }),
    can_be_told: z
      .boolean()
      .meta({ description: 'Whether its author gets a mail about the decision.', examples: [true] })
  })
  .meta({
    id: 'SeenNotice',
    description: 'A notice, as moderators see it: never the name or address of its author.'
  })

export const NoticeList = z
  .object({ items: z.array(SeenNotice).meta({ description: 'The oldest first; at most 100.' }) })
  .meta({ id: 'NoticeList', description: 'Notices about content.' })

export const NoticesQuery = z.strictObject({
  state: z
    .enum(['open', 'decided'])
    .default('open')
    .meta({ description: 'Whether they were decided.', examples: ['open'] })
})
export type NoticesQuery = z.output<typeof NoticesQuery>

export const noticePath = (example: string) =>
  z.strictObject({
    reference: z
      .string()
      .max(50)
      .transform(readAs(readNoticeReference, 'Must be a reference: AVIS- and ten characters.'))
      .meta({ type: 'string', description: 'Reference of the notice.', examples: [example] })
  })
export type NoticePath = { readonly reference: string }

export const NoticeDecision = z
  .strictObject({
    reason: z.enum(DECIDED_FOR).meta({ description: 'The reason of the decision.', examples: ['removed'] }),
    text: plainText('A sentence for its author, which is mailed.', TEXT_MOST, 'Le texte est retiré.')
  })
  .meta({
    id: 'NoticeDecision',
    description: 'A decision about a notice.',
    examples: [{ reason: 'removed', text: 'Le texte est retiré.' }]
  })
export type NoticeDecision = z.output<typeof NoticeDecision>
