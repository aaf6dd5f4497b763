import { z } from 'zod'
import { EVIDENCE_NAMES } from '../../../domain/matching/levels.ts'
import { FIELD_NAMES } from '../../../domain/review/compare-fields.ts'
import { matching, text, whole } from './parameters.ts'
import { ShapeQuery } from './search-query.ts'

const LIMIT_MOST = 100
const LIMIT = 20

export const ReviewQuery = z.strictObject({
  limit: whole(1, LIMIT_MOST, {
    description:
      'Maximum number of questions in one answer. A page may have fewer, even if there is a next one.',
    examples: [20]
  }).default(LIMIT),
  cursor: text(1_000, {
    description: 'Cursor from `next` of the previous answer.',
    examples: ['Y3Vyc29y']
  }).optional(),
  lang: ShapeQuery.shape.lang.meta({
    description: 'Language of the reasons. The default is `Accept-Language`, otherwise French.',
    examples: ['en']
  })
})
export type ReviewQuery = z.output<typeof ReviewQuery>

export const ReviewPath = z.strictObject({
  id: matching(
    /^[1-9]\d{0,14}(-[1-9]\d{0,14}){1,7}$/,
    'Must be the id of a question from `GET /v1/review`.',
    {
      description:
        'Id of the question: its members in ascending order. It is always the same for the same records.',
      examples: ['1-2']
    }
  )
})
export type ReviewPath = z.output<typeof ReviewPath>

const verdict = z.enum(['same', 'different', 'undo']).meta({
  description:
    '`same`: all records describe the same place, and their places are merged. `different`: each of them describes a place of its own. `undo`: earlier decisions about these records no longer hold, and the evidence decides again.',
  examples: ['same']
})

export const decidedBy = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .meta({
    description:
      'Who decides, if several people share a key; stored with each decision and the id of the key.',
    examples: ['Camille Martin']
  })

export const ReviewBody = z
  .strictObject({
    verdict,
    without: z
      .array(z.string().regex(/^[1-9]\d{0,14}$/))
      .max(6)
      .optional()
      .meta({
        description:
          'Members of the question to leave out. The decision is about the other members; at least two must remain.',
        examples: [[]]
      }),
    by: decidedBy
  })
  .meta({
    id: 'ReviewBody',
    description: 'A decision about the records of a question.',
    examples: [{ verdict: 'same', by: 'Camille Martin' }]
  })
export type ReviewBody = z.output<typeof ReviewBody>

const textOrNull = (description: string, example: string) =>
  z
    .string()
    .nullable()
    .meta({ description, examples: [example] })

const place = z.uuid().meta({
  description: 'Id of the place to which the record belongs today.',
  examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
})

const Record = z.object({
  member: z.string().meta({ description: 'Its part of the id of the question.', examples: ['1'] }),
  source: z.string().meta({ description: 'Slug of the source.', examples: ['france-services'] }),
  id: z.string().meta({ description: 'Id of the record in that source.', examples: ['1098'] }),
  url: textOrNull('Page of the record in that source.', 'https://example.org/1098'),
  place,
  name: z
    .string()
    .meta({ description: 'Name of the place in this record.', examples: ['France services de Bayeux'] }),
  types: z.array(z.string()).meta({ description: 'Types of the place.', examples: [['RFS']] }),
  street: textOrNull('Number and street.', '48 bis rue de Beauvais'),
  complement: textOrNull('Building, floor, hamlet.', '1er étage'),
  postcode: textOrNull('Postcode.', '14400'),
  city: textOrNull('City, as written by the source.', 'Bayeux'),
  phone: textOrNull('E.164, or a short number.', '+33199000000'),
  emails: z
    .array(z.string())
    .meta({ description: 'E-mail addresses of the place.', examples: [['epn@example.org']] }),
  websites: z
    .array(z.string())
    .meta({ description: 'Websites of the place.', examples: [['https://example.org']] }),
  siret: textOrNull('SIRET number.', '21140047800015'),
  rna: textOrNull('RNA number of the association.', 'W142003455')
})

const Reason = z.object({
  evidence: z.enum(EVIDENCE_NAMES).meta({ description: 'What was compared.', examples: ['address'] }),
  label: z.string().meta({ description: 'What was compared, in words.', examples: ['Adresse'] }),
  value: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'How well the records agree, from 0 to 1.', examples: [1] }),
  level: z.string().meta({ description: 'The agreement in words.', examples: ['même rue et même numéro'] }),
  weight: z.number().meta({
    description: 'Contribution to the log-odds: above 0 for the same place, below 0 against it.',
    examples: [1.52]
  })
})

const Pair = z.object({
  id: z.string().meta({ description: 'Id of the pair.', examples: ['1-2'] }),
  probability: z
    .number()
    .min(0)
    .max(1)
    .meta({
      description: 'Probability that both records describe the same place, according to the model.',
      examples: [0.42]
    }),
  distance_m: z
    .number()
    .nullable()
    .meta({
      description:
        'Distance in metres between them; null if the position of one is known only by its commune.',
      examples: [52.1]
    }),
  reasons: z
    .array(Reason)
    .meta({ description: 'The evidence used, strongest first. Evidence that is not listed did not apply.' })
})

const Field = z.object({
  field: z.enum(FIELD_NAMES).meta({ description: 'Name of the field.', examples: ['street'] }),
  label: z.string().meta({ description: 'The field in words.', examples: ['voie'] }),
  values: z.array(z.string().nullable()).meta({
    description: 'The value of each record, in the order of `records`; null if the record does not give it.',
    examples: [['4 rue du Moulin', '4 Rue du Moulin']]
  }),
  agreement: z.enum(['same', 'differs', 'only_one']).meta({
    description:
      'Whether the values agree; capitals, accents, punctuation and the order of lists make no difference. `only_one`: not all records give the field, and those that do agree.',
    examples: ['same']
  })
})

const Question = z.object({
  id: z.string().meta({ description: 'Id of the question.', examples: ['1-2'] }),
  misleads: z
    .object({
      commune: textOrNull('The larger of the communes.', 'Bayeux'),
      population: z
        .number()
        .int()
        .nullable()
        .meta({ description: 'Its population.', examples: [12_527] }),
      because: z.string().meta({
        description: 'Why the question is at its position in the queue, in words.',
        examples: ['Bayeux, 12 527 habitants ; même lieu à 42 %']
      })
    })
    .meta({ description: 'Whom the doubt misleads; it orders the queue.' }),
  records: z.array(Record).meta({
    description: 'One record of each place: two, or up to eight of which each two are alike.'
  }),
  fields: z.array(Field).meta({ description: 'The fields of the records side by side.' }),
  pairs: z.array(Pair).meta({
    description:
      'Each two of the records, beginning with the pair that put the question at its position in the queue.'
  })
})

export const ReviewPage = z
  .object({
    items: z.array(Question).meta({
      description: 'Questions waiting for a decision, those that mislead most people first.'
    }),
    next: z
      .string()
      .nullable()
      .meta({
        description: 'Address of the next page; null on the last page.',
        examples: ['/v1/review?cursor=Y3Vyc29y']
      })
  })
  .meta({
    id: 'ReviewPage',
    description: 'Records that belong to several places but may describe the same one.'
  })

export const ReviewDecision = z
  .object({
    id: z
      .string()
      .meta({ description: 'Id of what was decided, without the members left out.', examples: ['1-2'] }),
    verdict,
    places: z
      .array(place)
      .meta({ description: 'The places of the records now; only one if they are the same.' })
  })
  .meta({ id: 'ReviewDecision', description: 'The result of the decision.' })
