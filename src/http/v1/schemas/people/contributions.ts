import { z } from 'zod'
import { readCode } from '../../../../domain/accounts/sign-in-code.ts'
import { ABOUT, CATEGORIES, CONTRIBUTION_KINDS } from '../../../../domain/contributions/categories.ts'
import { TEXT_MOST } from '../../../../domain/contributions/contribution.ts'
import { CONTRIBUTION_STATES } from '../../../../domain/contributions/machine.ts'
import {
  asEmail,
  asReference,
  instant,
  mailLanguage,
  nameAndTown,
  placeId,
  plainText,
  readAs
} from './fields.ts'
import { NewPlace } from './new-place.ts'

const PLACE = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

const category = z.enum(CATEGORIES).meta({
  description:
    'What it is about: opening hours, services and prices, position and address, contacts, ways of being helped, labels, audiences, accessibility; `closed`: the place no longer exists; `duplicate`: it stands in the directory twice; `person`: a person is named who does not want to be, and is hidden at once.',
  examples: ['hours']
})

const text = plainText(
  'What is wrong and what is right, as plain text. Never published.',
  TEXT_MOST,
  'Fermé le lundi depuis septembre.'
)

/** Who sends it, and under which name. */
const AUTHOR = {
  email: z
    .string()
    .transform(asEmail)
    .optional()
    .meta({
      type: 'string',
      description:
        'E-mail address of the author. We mail a code that confirms the report, and later the decision. A confirmed report counts more. The address is never published.',
      examples: ['ana@example.org']
    }),
  language: mailLanguage('Language of the mails to its author.'),
  partner_reference: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({
      description:
        'Only with a key: the name that your site gives the report. The same name is the same report.',
      examples: ['signalement-2026-118']
    })
}

const ReportBody = z
  .strictObject({
    kind: z
      .literal('report')
      .optional()
      .meta({ description: 'What it is: a report, if left out.', examples: ['report'] }),
    place: placeId.meta({ description: 'Id of the place.', examples: [PLACE] }),
    category,
    text: text
      .optional()
      .describe('What is wrong and what is right. Required, except for `closed` and `person`.'),
    person: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({
        description: 'With `person`: the name as the directory writes it.',
        examples: ['Camille Martin']
      }),
    other_place: placeId
      .optional()
      .meta({ description: 'With `duplicate`: id of the other place.', examples: [PLACE] }),
    version_seen: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({
        description: '`updated_at` of the place that its author saw.',
        examples: ['2026-11-22T08:00:00.000Z']
      }),
    ...AUTHOR
  })
  .superRefine(({ category, text }, context) => {
    if (ABOUT[category].needsText && text === undefined)
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: `Is required with the category ${category}.`
      })
  })
  .meta({
    id: 'ReportBody',
    description: 'Something that is wrong about a place.',
    examples: [{ place: PLACE, category: 'hours', text: 'Fermé le lundi depuis septembre.' }]
  })

const NewPlaceBody = z
  .strictObject({
    kind: z.literal('new_place').meta({ description: 'What it is.', examples: ['new_place'] }),
    new_place: NewPlace,
    text: text.optional().describe('What else a moderator should know. Never published.'),
    ...AUTHOR
  })
  .meta({
    id: 'NewPlaceBody',
    description:
      'A place that is not in the directory. An address that is then confirmed is required without a key or an account.',
    examples: [
      {
        kind: 'new_place',
        new_place: { name: 'EPN de Nevers', types: ['EPN'], city: 'Nevers', postcode: '58000' },
        email: 'ana@example.org'
      }
    ]
  })

export const ContributionBody = z.discriminatedUnion('kind', [ReportBody, NewPlaceBody]).meta({
  id: 'ContributionBody',
  description: 'Something that is wrong about a place, or a place that is missing.',
  examples: [{ place: PLACE, category: 'hours', text: 'Fermé le lundi depuis septembre.' }]
})
export type ContributionBody = z.output<typeof ContributionBody>

export const ContributionHeaders = z.looseObject({
  'idempotency-key': z
    .uuid('Must be a UUID.')
    .optional()
    .meta({
      description: 'A UUID of your choice, new for each report. Sent again, it is the same report.',
      examples: ['01998f0c-27a4-7c31-9d55-1f7b3c1e2a90']
    })
})
export type ContributionHeaders = z.output<typeof ContributionHeaders>

/** The path of a report; each operation has an example of its own, because its state decides what can be done. */
export const contributionPath = (example: string) =>
  z.strictObject({
    reference: z
      .string()
      .max(50)
      .transform(asReference)
      .meta({ type: 'string', description: 'Reference of the report.', examples: [example] })
  })
export type ContributionPath = { readonly reference: string }

export const ConfirmBody = z
  .strictObject({
    code: z
      .string()
      .max(50)
      .transform(readAs(readCode, 'Must be the eight characters of the mail.'))
      .meta({ type: 'string', description: 'The code from the mail.', examples: ['4T9M-0K2W'] })
  })
  .meta({ id: 'ConfirmBody', description: 'Confirms an address.', examples: [{ code: '4T9M-0K2W' }] })
export type ConfirmBody = z.output<typeof ConfirmBody>

export const AnswerBody = z.strictObject({ text }).meta({
  id: 'AnswerBody',
  description: 'The answer to the question of a moderator.',
  examples: [{ text: 'Fermé le lundi depuis septembre.' }]
})
export type AnswerBody = z.output<typeof AnswerBody>

export const Contribution = z
  .object({
    reference: z.string().meta({ description: 'Its reference.', examples: ['SIG-4T9M0K2WXA'] }),
    state: z.enum(CONTRIBUTION_STATES).meta({
      description:
        '`unconfirmed`: the code of the mail is awaited, for 48 hours. `open`: it waits for a moderator. `in_hand`: a moderator looks at it. `asked`: its author was asked something. The others are ends.',
      examples: ['open']
    }),
    category,
    kind: z.enum(CONTRIBUTION_KINDS).meta({
      description:
        'What it is. `new_place`: a place that is proposed. `edit`: from the manager of the place.',
      examples: ['report']
    }),
    edit: z
      .enum(['proposed', 'published'])
      .nullable()
      .meta({
        description:
          'Set if the kind is `edit`. `proposed`: the manager proposes a value, and a moderator decides before it is published. `published`: the first edits of a new manager, which a moderator reviews after they were published.',
        examples: [null]
      }),
    place: z
      .uuid()
      .nullable()
      .meta({
        description: 'Id of the place; null for a proposed one until it is accepted.',
        examples: [PLACE]
      }),
    proposed: z
      .object(nameAndTown('EPN de Nevers'))
      .nullable()
      .meta({ description: 'The proposed place, kept for a year after the decision; otherwise null.' }),
    of_account: z.boolean().meta({
      description: 'Whether it was sent by an account. `GET /v1/account/contributions` then lists it.',
      examples: [false]
    }),
    person_hidden_at: instant(
      'Only in `GET /v1/contributions/{reference}` with the category `person`: since when the person is hidden; null if none is.'
    )
      .nullable()
      .optional(),
    created_at: instant('When it was made.'),
    closed_at: instant('When it was decided or withdrawn.').nullable(),
    outcome: z
      .string()
      .nullable()
      .meta({
        description: 'The reason of the decision, a code.',
        examples: ['not-verifiable']
      }),
    reply: z
      .string()
      .nullable()
      .meta({
        description: 'What a moderator wrote to its author.',
        examples: ['La mairie confirme l’horaire.']
      }),
    allowed: z
      .array(z.enum(['confirm', 'withdraw', 'answer']))
      .meta({ description: 'What its author can do now.', examples: [['withdraw']] })
  })
  .meta({
    id: 'Contribution',
    description:
      'What becomes of a report, of a proposed place, or of what a manager proposed or edited. Its text and author are never shown.'
  })

export const OwnContributions = z
  .object({
    items: z
      .array(
        z.object({
          ...Contribution.shape,
          about: z
            .object(nameAndTown('EPN de Nevers'))
            .nullable()
            .meta({ description: 'The place that it is about, or the proposed place.' })
        })
      )
      .meta({ description: 'The newest first.' })
  })
  .meta({ id: 'OwnContributions', description: 'The reports and proposals of an account.' })

export const PlaceReports = z
  .object({
    place: z.uuid().meta({ description: 'Id of the place.', examples: [PLACE] }),
    closed: z
      .object({
        since: instant('When the report that counts was confirmed.'),
        reports: z.int().meta({ description: 'How many say so.', examples: [2] })
      })
      .nullable()
      .meta({
        description:
          'Set if two independent people with confirmed addresses reported that the place no longer exists, or one person who manages it, or if a moderator has accepted such a report.'
      })
  })
  .meta({ id: 'PlaceReports', description: 'What people report about a place.' })
