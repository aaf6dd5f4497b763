import { z } from 'zod'
import { text, whole } from './parameters.ts'

export const RecordsPath = z.strictObject({
  slug: z
    .string()
    .max(100)
    .meta({ description: 'Slug of the source.', examples: ['mediatheques-normandie'] })
})
export type RecordsPath = z.output<typeof RecordsPath>

/** As many per cent of a source as a run withdraws unasked. */
const MAX_WITHDRAWN = 20

export const RecordsQuery = z.strictObject({
  mode: z.enum(['complete', 'partial']).meta({
    description:
      '`complete`: these are all the records that the source has, so what is left out is withdrawn. `partial`: what is left out stays as it is.',
    examples: ['complete']
  }),
  max_withdrawn: whole(0, 100, {
    description:
      'Per cent of the records of the source that a complete run may withdraw; beyond, it is refused and changes nothing.',
    examples: [20]
  }).default(MAX_WITHDRAWN)
})
export type RecordsQuery = z.output<typeof RecordsQuery>

export const RecordsHeaders = z.looseObject({
  'idempotency-key': text(255, {
    description:
      'A word of your own, new for each request. The same request sent again under it within 24 hours has the same answer and is not done twice.',
    examples: ['2026-11-22-night']
  }).optional()
})

const count = (description: string, example: number) => z.int().meta({ description, examples: [example] })

export const RecordsReport = z
  .object({
    source: z.string().meta({ description: 'Slug of the source.', examples: ['mediatheques-normandie'] }),
    mode: z.enum(['complete', 'partial']).meta({ description: 'As it was asked.', examples: ['complete'] }),
    counts: z
      .object({
        read: count('Lines read.', 120),
        created: count('Records that are new.', 3),
        updated: count('Records that changed, or came back.', 5),
        unchanged: count('Records that are as they were.', 111),
        withdrawn: count('Records that a complete run left out.', 1),
        rejected: count('Lines refused.', 1)
      })
      .meta({ description: 'Every line read is created, updated, unchanged or rejected.' }),
    positions: z
      .object({
        source: count('The record tells it.', 112),
        housenumber: count('Found by house number.', 4),
        street: count('Found by street.', 1),
        municipality: count('At the centre of the commune.', 1),
        none: count('Nowhere: not even the commune is known.', 0),
        kept: count('Not asked again, because the record is as it was.', 1),
        again: count('Of those not told: may be found better another time.', 1),
        repaired: count('Told, and certainly meant otherwise.', 2),
        flagged: count('Told far from the commune, and kept.', 1),
        refused: count('Told, and certainly wrong: left out.', 0)
      })
      .meta({
        description:
          'Where the positions of the records come from. The first six are all records that were not rejected.'
      }),
    returned: count('Of those updated: had been withdrawn.', 0),
    repeated: count('Of those unchanged: stood in the body before, word for word.', 0),
    rejections: z
      .array(
        z.object({
          line: count('Line of the body, from 1.', 17),
          id: z
            .string()
            .nullable()
            .meta({ description: 'Id of the record, if it can be read.', examples: ['123'] }),
          reasons: z.array(z.string()).meta({
            description: 'All that is wrong with it.',
            examples: [['content.siret: is not a SIRET: wrong length or check digit']]
          })
        })
      )
      .meta({ description: 'The first 1 000 lines that were refused.' }),
    body_hash: z.string().meta({
      description: 'SHA-256 of the body as it came, in hexadecimal.',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08']
    }),
    duration_ms: z.number().meta({ description: 'Milliseconds.', examples: [840] })
  })
  .meta({ id: 'RecordsReport', description: 'What became of the records that were sent.' })

const example = {
  id: '123',
  url: 'https://example.org/lieux/123',
  changed_on: '2026-09-01',
  content: {
    name: 'Médiathèque de Bayeux',
    types: ['BIB'],
    services: ['acces-internet-et-materiel-informatique'],
    address: { street: '48 bis rue de Beauvais', postcode: '14400', city: 'Bayeux', commune: '14047' },
    location: { lat: 49.2764, lon: -0.7024 },
    contacts: { phone: '+33231921108' }
  }
}

/** Read line by line, not as a whole: this only tells of it. */
export const RecordsBody = z.unknown().meta({
  type: 'string',
  description:
    "One JSON object a line. `id` is the record's own, for ever the same; `url` and `changed_on` may be left out, as may all of `content` but its `name`: `content` has the properties of a place (see `Place`), less `id`, `sources`, `quality`, the dates, the state of `opening_hours` and the `source` of labels. Territories follow from `address.commune`.",
  examples: [`${JSON.stringify(example)}\n`]
})
