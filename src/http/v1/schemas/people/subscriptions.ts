import { z } from 'zod'
import { CADENCES } from '../../../../domain/subscriptions/subscription.ts'
import { FilterQuery } from '../search-query.ts'
import { asEmail, instant, mailLanguage, placeId } from './fields.ts'

const ID = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

/** The id in the links of a subscription, if the secret of the database is that of the examples. */
export const LINK = 'g5WB6gW7b4G7LqWc3-L0fnAiMDE5OGYwYzItN2E0ZS03YzMxLTlkNTUtMWY3YjNjMWUyYTkyIg'

const cadence = z.enum(CADENCES).meta({
  description:
    'How often mails are sent. `now`: after each change, at most one mail in 15 minutes. `daily`: each morning. `weekly`: each Monday morning.',
  examples: ['daily']
})

/** What can be followed of a search: neither a time nor a date of the records, which change by themselves. */
const FollowedQuery = FilterQuery.omit({
  min_results: true,
  open_at: true,
  open_between: true,
  open_unknown: true,
  updated_since: true
})

/** Who gets the mails, and how often. */
const SUBSCRIBER = {
  email: z
    .string()
    .max(254)
    .transform(asEmail)
    .meta({
      type: 'string',
      description: 'The address to which the mails are sent. A code is mailed to it first.',
      examples: ['ana@example.org']
    }),
  cadence: cadence.default('daily'),
  language: mailLanguage('Language of the mails.')
}

const kind = <Kind extends string>(value: Kind) =>
  z.literal(value).meta({ description: 'What is followed.', examples: [value] })

const PlaceSubscription = z
  .strictObject({
    kind: kind('place'),
    place: placeId.meta({ description: 'Id of the place that is followed.', examples: [ID] }),
    ...SUBSCRIBER
  })
  .meta({
    id: 'PlaceSubscription',
    description: 'Follows a place, also after it was merged into another one.',
    examples: [{ kind: 'place', place: ID, email: 'ana@example.org', cadence: 'daily' }]
  })

const TerritorySubscription = z
  .strictObject({
    kind: kind('territory'),
    territory: z
      .string()
      .regex(
        /^(commune|epci|department|region):[0-9A-Za-z]{1,20}$/,
        'Must be a kind and a code, such as department:14.'
      )
      .meta({
        description: '`commune`, `epci`, `department` or `region` and its code.',
        examples: ['department:14']
      }),
    ...SUBSCRIBER
  })
  .meta({
    id: 'TerritorySubscription',
    description: 'Follows all places of a territory.',
    examples: [{ kind: 'territory', territory: 'department:14', email: 'ana@example.org', cadence: 'weekly' }]
  })

const SearchSubscription = z
  .strictObject({
    kind: kind('search'),
    search: z
      .string()
      .max(2_000)
      .transform((text, context) => {
        const read = FollowedQuery.safeParse(parametersIn(text))
        if (!read.success)
          for (const { message, path } of read.error.issues)
            context.addIssue({ code: 'custom', message: `${path.join('.')} ${message}`.trim() })
        return read.data ? { text, query: read.data } : z.NEVER
      })
      .meta({
        type: 'string',
        description:
          'Parameters of `GET /v1/places` that filter, without opening times and dates. Empty: all places.',
        examples: ['department=14&service=aide-aux-demarches-administratives']
      }),
    ...SUBSCRIBER
  })
  .meta({
    id: 'SearchSubscription',
    description: 'Follows the places that a search finds.',
    examples: [{ kind: 'search', search: 'department=14&type=EPN', email: 'ana@example.org', cadence: 'now' }]
  })

export const SubscriptionBody = z
  .discriminatedUnion('kind', [PlaceSubscription, TerritorySubscription, SearchSubscription])
  .meta({
    id: 'SubscriptionBody',
    description: 'A new subscription.',
    examples: [{ kind: 'place', place: ID, email: 'ana@example.org', cadence: 'daily' }]
  })
export type SubscriptionBody = z.output<typeof SubscriptionBody>

/** The parameters of an address; one that is given several times is a list. */
function parametersIn(text: string): Record<string, string | readonly string[]> {
  const parameters = new URLSearchParams(text)
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    })
  )
}

export const CadenceBody = z
  .strictObject({ cadence })
  .meta({ id: 'CadenceBody', description: 'How often mails are sent.', examples: [{ cadence: 'weekly' }] })
export type CadenceBody = z.output<typeof CadenceBody>

export const SubscriptionCode = z
  .strictObject({
    code: z
      .string()
      .max(40)
      .meta({ description: 'The code from the mail.', examples: ['4T9M-0K2W'] })
  })
  .meta({
    id: 'SubscriptionCode',
    description: 'Confirms a subscription.',
    examples: [{ code: '4T9M-0K2W' }]
  })
export type SubscriptionCode = z.output<typeof SubscriptionCode>

export const subscriptionPath = (example: string) =>
  z.strictObject({
    id: z
      .string()
      .max(200)
      .meta({
        description:
          'The id from the links in its mails. To confirm it: the id from the answer to `POST /v1/subscriptions`.',
        examples: [example]
      })
  })
export type SubscriptionPath = { readonly id: string }

export const SubscriptionAsked = z
  .object({
    id: z.string().meta({
      description:
        'The id with which it is confirmed. If no code is needed, this is the id from the links in its mails.',
      examples: [ID]
    }),
    state: z.enum(['asked', 'on']).meta({
      description:
        '`asked`: it must be confirmed with the mailed code within 48 hours. `on`: it is confirmed, and mails are sent.',
      examples: ['asked']
    })
  })
  .meta({ id: 'SubscriptionAsked', description: 'A new subscription.' })

export const Subscription = z
  .object({
    id: z.string().meta({ description: 'The id from the links in its mails.', examples: [LINK] }),
    state: z
      .enum(['asked', 'on'])
      .meta({ description: '`asked`: it is not confirmed yet. `on`: it is confirmed.', examples: ['on'] }),
    kind: z
      .enum(['place', 'territory', 'search'])
      .meta({ description: 'What is followed.', examples: ['territory'] }),
    subject: z.string().meta({
      description:
        'The id of the place, the kind and code of the territory, or the parameters of the search.',
      examples: ['department:58']
    }),
    label: z
      .string()
      .nullable()
      .meta({ description: 'Its name, or the words of the search.', examples: ['Nièvre'] }),
    cadence,
    created_at: instant('When it was created.')
  })
  .meta({ id: 'Subscription', description: 'A subscription, without its address.' })

export const Subscriptions = z
  .object({ items: z.array(Subscription).meta({ description: 'The oldest first.' }) })
  .meta({ id: 'Subscriptions', description: 'The subscriptions of an account.' })
