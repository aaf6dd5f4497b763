import { z } from 'zod'
import { EVIDENCE_NAMES } from '../../../domain/matching/levels.ts'
import { matching, text, whole } from './parameters.ts'

const LIMIT_MOST = 100
const LIMIT = 20

export const ReviewQuery = z.strictObject({
  limit: whole(1, LIMIT_MOST, { description: 'Most pairs in one answer.', examples: [20] }).default(LIMIT),
  cursor: text(1_000, {
    description: 'From the previous answer: goes on where it ended.',
    examples: ['Y3Vyc29y']
  }).optional()
})
export type ReviewQuery = z.output<typeof ReviewQuery>

export const ReviewPath = z.strictObject({
  id: matching(/^[1-9]\d{0,14}-[1-9]\d{0,14}$/, 'Give the id of a pair, as `GET /v1/review` tells it.', {
    description: 'Id of the pair: it stays the same for its two records.',
    examples: ['1-2']
  })
})
export type ReviewPath = z.output<typeof ReviewPath>

const verdict = z.enum(['same', 'different', 'undo']).meta({
  description:
    '`same`: both describe one place, which is one from now on. `different`: they describe two. `undo`: what was decided of them holds no more, and the evidence speaks again.',
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
        description: 'Who decides, where a key is shared; kept with the decision and the id of the key.',
        examples: ['Camille Martin']
      })
  })
  .meta({
    id: 'ReviewBody',
    description: 'What somebody decides of two records.',
    examples: [{ verdict: 'same', by: 'Camille Martin' }]
  })
export type ReviewBody = z.output<typeof ReviewBody>

const said = (description: string, example: string) =>
  z
    .string()
    .nullable()
    .meta({ description, examples: [example] })

const place = z.uuid().meta({
  description: 'The place that shows it today.',
  examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
})

const Record = z.object({
  source: z.string().meta({ description: 'Its directory.', examples: ['france-services'] }),
  id: z.string().meta({ description: 'Its id there.', examples: ['1098'] }),
  url: said('Where that directory shows it.', 'https://example.org/1098'),
  place,
  name: z.string().meta({ description: 'What it calls the place.', examples: ['France services de Bayeux'] }),
  types: z.array(z.string()).meta({ description: 'Types of the place.', examples: [['RFS']] }),
  street: said('Number and street.', '48 bis rue de Beauvais'),
  complement: said('Building, floor, hamlet.', '1er étage'),
  postcode: said('Postcode.', '14400'),
  city: said('City, as its source writes it.', 'Bayeux'),
  phone: said('E.164.', '+33199000000'),
  emails: z
    .array(z.string())
    .meta({ description: 'Addresses of the place.', examples: [['epn@example.org']] }),
  websites: z.array(z.string()).meta({ description: 'Its pages.', examples: [['https://example.org']] }),
  siret: said('SIRET.', '21140047600019'),
  rna: said('RNA of the association.', 'W142003455')
})

const Pair = z.object({
  id: z.string().meta({ description: 'Id of the pair.', examples: ['1-2'] }),
  probability: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'That both describe one place, by the model.', examples: [0.42] }),
  distance_m: z
    .number()
    .nullable()
    .meta({
      description: 'Metres between them; null where one is known to its commune only.',
      examples: [52.1]
    }),
  records: z.array(Record).meta({ description: 'The two.' }),
  reasons: z
    .array(
      z.object({
        evidence: z.enum(EVIDENCE_NAMES).meta({ description: 'What was compared.', examples: ['address'] }),
        value: z
          .number()
          .min(0)
          .max(1)
          .meta({ description: 'How far it agrees.', examples: [1] }),
        level: z
          .string()
          .meta({ description: 'The same in words.', examples: ['the same street and number'] }),
        weight: z.number().meta({
          description: 'What it adds to the logarithm of the odds: above 0 for one place, below against it.',
          examples: [1.52]
        })
      })
    )
    .meta({ description: 'What weighed in it, most first. What is not there was silent.' })
})

export const ReviewPage = z
  .object({
    items: z.array(Pair).meta({ description: 'Pairs that wait for a decision, the likeliest first.' }),
    next: z
      .string()
      .nullable()
      .meta({
        description: 'Address of the next page; null at the end.',
        examples: ['/v1/review?cursor=Y3Vyc29y']
      })
  })
  .meta({ id: 'ReviewPage', description: 'Pairs of records that may be one place, and stand as two.' })

export const ReviewDecision = z
  .object({
    id: z.string().meta({ description: 'Id of the pair.', examples: ['1-2'] }),
    verdict,
    places: z
      .array(place)
      .meta({ description: 'The places of both records now: one where they are the same.' })
  })
  .meta({ id: 'ReviewDecision', description: 'What became of it.' })
