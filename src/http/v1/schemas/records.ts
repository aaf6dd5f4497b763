import { z } from 'zod'
import { text, whole } from './parameters.ts'

export const RecordsPath = z.strictObject({
  slug: z
    .string()
    .max(100)
    .meta({ description: 'Slug of the source.', examples: ['mediatheques-normandie'] })
})
export type RecordsPath = z.output<typeof RecordsPath>

/** Default limit for withdrawals, in per cent of the records of a source. */
const MAX_WITHDRAWN = 20

export const RecordsQuery = z.strictObject({
  mode: z.enum(['complete', 'partial']).meta({
    description:
      '`complete`: the body contains all records of the source, and records that are missing from it are withdrawn. `partial`: records that are missing from the body stay as they are.',
    examples: ['complete']
  }),
  max_withdrawn: whole(0, 100, {
    description:
      'Percentage of the records of the source that a complete run may withdraw. A run that would withdraw more is refused and changes nothing.',
    examples: [20]
  }).default(MAX_WITHDRAWN)
})
export type RecordsQuery = z.output<typeof RecordsQuery>

export const RecordsHeaders = z.looseObject({
  'idempotency-key': text(255, {
    description:
      'A string of your choice, new for each request. If you send the same request with the same key again within 24 hours, you get the same answer and nothing is done twice.',
    examples: ['2026-11-22-night']
  }).optional()
})

const count = (description: string, example: number) => z.int().meta({ description, examples: [example] })

export const RecordsReport = z
  .object({
    source: z.string().meta({ description: 'Slug of the source.', examples: ['mediatheques-normandie'] }),
    mode: z
      .enum(['complete', 'partial'])
      .meta({ description: 'Mode of the request.', examples: ['complete'] }),
    counts: z
      .object({
        read: count('Lines read.', 120),
        created: count('New records.', 3),
        updated: count('Records that changed or came back.', 5),
        unchanged: count('Records that did not change.', 111),
        withdrawn: count('Records that were missing from a complete run.', 1),
        rejected: count('Lines rejected.', 1)
      })
      .meta({ description: 'Every line read is counted as created, updated, unchanged or rejected.' }),
    positions: z
      .object({
        source: count('Given by the record.', 112),
        housenumber: count('Found by the geocoder, by house number.', 4),
        street: count('Found by the geocoder, by street.', 1),
        municipality: count('Set to the centre of the commune.', 1),
        postcode: count('Set to the mean of the centres of the communes of the postcode.', 1),
        none: count('No position, because not even the commune is known.', 0),
        kept: count('Not looked up again, because the record did not change.', 1),
        again: count('Positions not given by the record that a later run may find more precisely.', 1),
        repaired: count('Given by the record, but obviously wrong, and repaired.', 2),
        flagged: count('Given by the record, far from the commune, and kept.', 1),
        refused: count('Given by the record, but certainly wrong, and left out.', 0)
      })
      .meta({
        description:
          'Where the positions of the records come from. The first seven add up to the records that were not rejected.'
      }),
    returned: count('Updated records that had been withdrawn before.', 0),
    repeated: count('Unchanged records that are exact repetitions of an earlier line of the body.', 0),
    rejections: z
      .array(
        z.object({
          line: count('Line number in the body, from 1.', 17),
          id: z
            .string()
            .nullable()
            .meta({ description: 'Id of the record, if it can be read.', examples: ['123'] }),
          reasons: z.array(z.string()).meta({
            description: 'Everything that is wrong with the line.',
            examples: [['content.siret: is not a SIRET: wrong length or check digit']]
          })
        })
      )
      .meta({ description: 'The first 1 000 rejected lines.' }),
    body_hash: z.string().meta({
      description: 'SHA-256 of the body as received, in hexadecimal.',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08']
    }),
    duration_ms: z.number().meta({ description: 'Duration in milliseconds.', examples: [840] })
  })
  .meta({ id: 'RecordsReport', description: 'The outcome for the records that were sent.' })

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

/** Only describes the body, which is read line by line. */
export const RecordsBody = z.unknown().meta({
  type: 'string',
  description:
    'One JSON object per line. `id` identifies the record and must never change. `url` and `changed_on` are optional. `content` has the properties of a place (see `Place`), without `id`, `sources`, `quality`, the dates, the state of `opening_hours` and the `source` of labels; only `name` is required. Territories are derived from `address.commune`.',
  examples: [`${JSON.stringify(example)}\n`]
})
