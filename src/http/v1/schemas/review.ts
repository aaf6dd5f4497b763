import { z } from 'zod'
import { EVIDENCE_NAMES } from '../../../domain/matching/levels.ts'
import { matching, text, whole } from './parameters.ts'

const LIMIT_MOST = 100
const LIMIT = 20

export const ReviewQuery = z.strictObject({
  limit: whole(1, LIMIT_MOST, {
    description: 'Maximum number of pairs in one answer.',
    examples: [20]
  }).default(LIMIT),
  cursor: text(1_000, {
    description: 'Cursor from `next` of the previous answer.',
    examples: ['Y3Vyc29y']
  }).optional()
})
export type ReviewQuery = z.output<typeof ReviewQuery>

export const ReviewPath = z.strictObject({
  id: matching(/^[1-9]\d{0,14}-[1-9]\d{0,14}$/, 'Must be the id of a pair from `GET /v1/review`.', {
    description: 'Id of the pair; it is always the same for the same two records.',
    examples: ['1-2']
  })
})
export type ReviewPath = z.output<typeof ReviewPath>

const verdict = z.enum(['same', 'different', 'undo']).meta({
  description:
    '`same`: both records describe the same place, and their places are merged. `different`: they describe two places. `undo`: the earlier decision no longer holds, and the evidence decides again.',
  examples: ['same']
})

export const ReviewBody = z
  .strictObject({
    verdict,
    by: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta({
        description:
          'Who decides, if several people share a key; stored with the decision and the id of the key.',
        examples: ['Camille Martin']
      })
  })
  .meta({
    id: 'ReviewBody',
    description: 'A decision about two records.',
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
  records: z.array(Record).meta({ description: 'The two records.' }),
  reasons: z
    .array(
      z.object({
        evidence: z.enum(EVIDENCE_NAMES).meta({ description: 'What was compared.', examples: ['address'] }),
        value: z
          .number()
          .min(0)
          .max(1)
          .meta({ description: 'How well the records agree, from 0 to 1.', examples: [1] }),
        level: z
          .string()
          .meta({ description: 'The agreement in words.', examples: ['the same street and number'] }),
        weight: z.number().meta({
          description: 'Contribution to the log-odds: above 0 for the same place, below 0 against it.',
          examples: [1.52]
        })
      })
    )
    .meta({ description: 'The evidence used, strongest first. Evidence that is not listed did not apply.' })
})

export const ReviewPage = z
  .object({
    items: z.array(Pair).meta({ description: 'Pairs waiting for a decision, the likeliest first.' }),
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
    description: 'Pairs of records that belong to two places but may describe the same one.'
  })

export const ReviewDecision = z
  .object({
    id: z.string().meta({ description: 'Id of the pair.', examples: ['1-2'] }),
    verdict,
    places: z
      .array(place)
      .meta({ description: 'The places of both records now; only one if they are the same.' })
  })
  .meta({ id: 'ReviewDecision', description: 'The result of the decision.' })
