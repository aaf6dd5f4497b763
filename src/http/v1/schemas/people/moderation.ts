import { z } from 'zod'
import { CATEGORIES } from '../../../../domain/contributions/categories.ts'
import { TEXT_MOST } from '../../../../domain/contributions/contribution.ts'
import { CONTRIBUTION_STATES } from '../../../../domain/contributions/machine.ts'
import { ACCEPTED_FOR, REJECTED_FOR, REOPENED_FOR } from '../../../../domain/moderation/decision.ts'
import { anyOf, matching, whole } from '../parameters.ts'
import { asReference, instant, placeId, plainText } from './fields.ts'

export const QueueQuery = z.strictObject({
  state: anyOf(CONTRIBUTION_STATES, {
    description: 'States of the reports, separated by commas. Without it, those that wait for a decision.',
    examples: [['open', 'in_hand']]
  }).optional(),
  kind: anyOf([...CATEGORIES, 'new_place'], {
    description: 'Categories of the reports, separated by commas; `new_place` stands for proposed places.',
    examples: [['hours', 'closed']]
  }).optional(),
  territory: matching(
    /^(commune|epci|department|region):[0-9A-Z]{2,9}$/,
    'Must be a kind of territory and a code, for example department:58.',
    { description: 'Only reports on places of this territory.', examples: ['department:14'] }
  ).optional(),
  limit: whole(1, 100, { description: 'Maximum number of reports.', examples: [50] }).default(50)
})
export type QueueQuery = z.output<typeof QueueQuery>

const code = (description: string, example: string) => z.string().meta({ description, examples: [example] })

const ProposedPlace = z
  .object({
    name: code('Its name.', 'EPN de Nevers'),
    types: z.array(code('A code.', 'EPN')).meta({ description: 'What kind of place it is.' }),
    street: code('Number and street.', '17 rue Jean-Jaurès').nullable(),
    complement: code('Building, floor or hamlet.', '1er étage').nullable(),
    postcode: code('Postcode.', '58000').nullable(),
    city: code('The commune.', 'Nevers'),
    phone: code('Phone number.', '+33386000000').nullable(),
    emails: z
      .array(code('An address.', 'epn@nevers.example'))
      .meta({ description: 'E-mail addresses of the place.' }),
    websites: z.array(code('An address.', 'https://nevers.example')).meta({ description: 'Websites.' }),
    opening_hours: code('As they were written.', 'lundi 9h-12h').nullable(),
    services: z
      .array(code('A code.', 'acces-internet-et-materiel-informatique'))
      .meta({ description: 'Services.' }),
    audiences: z.array(code('A code.', 'jeunes')).meta({ description: 'Who is welcome.' })
  })
  .meta({
    id: 'ProposedPlace',
    description: 'The place that is proposed, as `POST /v1/places/similar` takes it.'
  })

const QueuedReport = z
  .object({
    kind: z.literal('contribution').meta({
      description: 'What waits: the second part of the path of its acts.',
      examples: ['contribution']
    }),
    reference: code('Its reference.', 'SIG-4T9M0K2WXA'),
    state: z.enum(CONTRIBUTION_STATES).meta({ description: 'Its state.', examples: ['open'] }),
    category: z.enum(CATEGORIES).meta({ description: 'What it is about.', examples: ['hours'] }),
    place: z
      .object({
        id: z
          .uuid()
          .nullable()
          .meta({
            description: 'Its id today; null for a proposed place.',
            examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
          }),
        name: code('Its name.', 'Médiathèque de Nevers'),
        city: code('Its town.', 'Nevers').nullable(),
        status: z
          .enum(['active', 'withdrawn', 'merged', 'proposed'])
          .meta({ description: 'Whether the directory shows it; `proposed`: not yet.', examples: ['active'] })
      })
      .meta({ description: 'The place, or the place into which it was merged.' }),
    new_place: ProposedPlace.nullable(),
    text: code('What its author wrote. Never published.', 'Fermé le lundi.').nullable(),
    person: code('The name that is to be hidden.', 'Camille Martin').nullable(),
    other_place: code('Id of the place of which this one is said to be a duplicate.', '0198f0c2').nullable(),
    answer: code('What its author answered to a question.', 'Depuis septembre.').nullable(),
    proposed_fields: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({
        description:
          'The values that the manager of the place proposes, by field. If the report is accepted without corrections, they are applied.',
        examples: [{ name: 'Espace numérique de Bayeux' }]
      }),
    published_corrections: z
      .array(z.int())
      .nullable()
      .meta({
        description:
          'Ids of the first corrections of a new manager, which are already published. If the report is rejected, they are undone.',
        examples: [[12]]
      }),
    still_published: z
      .int()
      .nullable()
      .meta({ description: 'How many of `published_corrections` still apply.', examples: [1] }),
    author_manages: z
      .boolean()
      .nullable()
      .meta({
        description:
          'Whether the author of the proposal or of the corrections manages the place now; null for other reports.',
        examples: [true]
      }),
    version_seen: code(
      '`updated_at` of the place that its author saw.',
      '2026-11-22T08:00:00.000Z'
    ).nullable(),
    from: z.enum(['account', 'partner', 'confirmed', 'unconfirmed']).meta({
      description:
        'Who sent it: an account, a partner site, a person with a confirmed address, or a person without one.',
      examples: ['confirmed']
    }),
    can_be_told: z
      .boolean()
      .meta({ description: 'Whether its author gets a mail about the decision.', examples: [true] }),
    assigned_to: code('Id of the account that has taken it in hand.', '0198f0c2').nullable(),
    is_yours: z
      .boolean()
      .meta({ description: 'Whether the reader of this answer is handling it.', examples: [false] }),
    created_at: instant('When it was made.'),
    closed_at: instant('When it was decided or withdrawn.').nullable(),
    outcome: code('The reason of the decision.', 'not-verifiable').nullable(),
    reply: code('The sentence that was mailed to its author.', 'La mairie confirme l’horaire.').nullable(),
    duplicate_of: code('Reference of the report that is followed instead.', 'SIG-4T9M0K2WXB').nullable(),
    allowed: z
      .array(z.string())
      .meta({ description: 'What a moderator can do now.', examples: [['take', 'ask', 'accept']] })
  })
  .meta({
    id: 'QueuedReport',
    description: 'A report, as moderators see it: never the address of its author.'
  })

export const SeenReport = QueuedReport.extend({
  history: z
    .array(
      z.object({
        at: instant('When it was done.'),
        act: code('What was done.', 'taken'),
        by: z.enum(['author', 'you', 'moderator', 'key', 'system']).meta({
          description: 'The role of the person who did it; names are never given.',
          examples: ['moderator']
        }),
        reason: code('The code of the reason.', 'contested').nullable()
      })
    )
    .meta({ description: 'Its history, oldest first.' })
}).meta({ id: 'SeenReport', description: 'A report with its history.' })

export const ModerationQueue = z
  .object({
    items: z.array(QueuedReport).meta({
      description: 'The most urgent first; reports on one place stand together.'
    }),
    total: z.int().meta({ description: 'Total number.', examples: [12] }),
    waiting: z
      .object({
        open: z
          .int()
          .meta({ description: 'Number of reports that no moderator is handling.', examples: [8] }),
        in_hand: z
          .int()
          .meta({ description: 'Number of reports that a moderator is handling.', examples: [3] }),
        asked: z
          .int()
          .meta({ description: 'Number of reports whose author was asked a question.', examples: [1] })
      })
      .meta({ description: 'Number of waiting reports by state. All filters except the state apply.' })
  })
  .meta({ id: 'ModerationQueue', description: 'What waits for a decision.' })

const text = plainText(
  'A sentence for its author, as plain text. It is mailed.',
  TEXT_MOST,
  'La mairie confirme l’horaire.'
)

export const AskBody = z.strictObject({ text }).meta({
  id: 'AskBody',
  description: 'A question to the author of a report.',
  examples: [{ text: 'Depuis quand ?' }]
})
export type AskBody = z.output<typeof AskBody>

export const AcceptBody = z
  .strictObject({
    reason: z.enum(ACCEPTED_FOR).meta({
      description:
        '`corrected`: with the corrections below. `already-corrected`: by a source. `closed`: the place no longer exists, and its page says so. `merged`: with the place of which it was a duplicate. `hidden`: the person who was named. `passed-on`: the source has to correct it. A proposed place is accepted with one of the others: `added`, or `already-listed` with the place that it is.',
      examples: ['passed-on']
    }),
    text: text.nullable(),
    corrections: z
      .array(
        z.strictObject({
          field: code('The field, for example `contacts.phone`.', 'contacts.phone'),
          value: z.unknown().meta({
            description: 'Its value, as `/v1/places/{id}` has it; opening hours may be written in French.',
            examples: ['+33386686868']
          })
        })
      )
      .max(30)
      .meta({ description: 'The corrected values, which are published at once.', examples: [[]] }),
    same_as: placeId.optional().meta({
      description: 'For `already-listed`: id of the place that the directory already has.',
      examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
    })
  })
  .meta({
    id: 'AcceptBody',
    description: 'Accepts a report.',
    examples: [{ reason: 'passed-on', text: null, corrections: [] }]
  })
export type AcceptBody = z.output<typeof AcceptBody>

export const RejectBody = z
  .strictObject({
    reason: z.enum(REJECTED_FOR).meta({ description: 'Why it is rejected.', examples: ['not-verifiable'] }),
    text
  })
  .meta({
    id: 'RejectBody',
    description: 'Rejects a report.',
    examples: [{ reason: 'not-verifiable', text: 'La mairie n’a pas répondu.' }]
  })
export type RejectBody = z.output<typeof RejectBody>

export const DuplicateBody = z
  .strictObject({
    of: z
      .string()
      .max(50)
      .transform(asReference)
      .meta({
        type: 'string',
        description: 'Reference of the report that is followed instead.',
        examples: ['SIG-4T9M0K2WXA']
      }),
    text: text.nullable()
  })
  .meta({
    id: 'DuplicateBody',
    description: 'Closes a report that was made before.',
    examples: [{ of: 'SIG-4T9M0K2WXA', text: null }]
  })
export type DuplicateBody = z.output<typeof DuplicateBody>

export const ReopenBody = z
  .strictObject({
    reason: z.enum(REOPENED_FOR).meta({ description: 'Why it is looked at again.', examples: ['contested'] }),
    text
  })
  .meta({
    id: 'ReopenBody',
    description: 'Opens a report again.',
    examples: [{ reason: 'contested', text: 'Nous vérifions à nouveau.' }]
  })
export type ReopenBody = z.output<typeof ReopenBody>
