import { z } from 'zod'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { meaning } from './meaning.ts'

const column = z.string().min(1).describe('a column; a.b in nested JSON')
/** The first that holds something is taken; another that says otherwise is told. */
const columns = z.union([column, z.array(column).min(1)])

const pattern = z.string().min(1).refine(isPattern, 'is no regular expression').meta({ format: 'regex' })

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu') instanceof RegExp
  } catch {
    return false
  }
}

const text = z
  .union([
    columns,
    z.strictObject({ join: z.array(column).min(2), with: z.string().default(' ') }),
    z.strictObject({
      columns,
      part: pattern.describe('only what its first group, or all of it, matches in the column')
    }),
    z.strictObject({ constant: z.string().min(1) })
  ])
  .meta({ id: 'text' })

const address = z.union([
  z.strictObject({
    whole: text.describe('street, postcode and town in one text'),
    complement: text.optional(),
    postcode: text.optional(),
    city: text.optional(),
    code: text.optional()
  }),
  z.strictObject({
    street: text.optional(),
    complement: text.optional(),
    postcode: text.optional(),
    city: text.optional(),
    code: text.optional().describe('INSEE code of the commune')
  })
])

const position = z.union([
  z.strictObject({ lat: columns, lon: columns }),
  z.strictObject({ point: column, order: z.enum(['lat-lon', 'lon-lat']) })
])

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

const hours = z.union([
  z.strictObject({ osm: columns.describe('OpenStreetMap opening_hours') }),
  z.strictObject({ text: columns.describe('French, in any words') }),
  z.strictObject({
    days: z.partialRecord(z.enum(DAYS), column),
    comment: columns.optional()
  }),
  z.strictObject({
    half_days: z.partialRecord(z.enum(DAYS), z.strictObject({ morning: column, afternoon: column })),
    comment: columns.optional()
  })
])

const table = z.strictObject({
  columns,
  split: pattern.optional().describe('what stands between the values of one cell'),
  into: z
    .array(z.enum(CODE_PARAMETERS))
    .default([])
    .describe('vocabularies whose labels and codes are also understood'),
  values: z.record(z.string(), meaning).default({}).describe('whole values; accents and case do not matter'),
  words: z
    .array(
      z.strictObject({
        has: z.array(z.string().min(1)).min(1).describe('whole words; a * at the end stands for any ending'),
        unless: z.array(z.string().min(1)).default([]).describe('not where one of these stands too'),
        means: meaning
      })
    )
    .default([])
    .describe('for free text: all that match count'),
  other: meaning.optional().describe('what any other value means'),
  valid_from: text.optional().describe('since when the labels of this table are valid'),
  valid_until: text.optional()
})

/** A directory's files described without code: where each part of a place stands, and what its words mean. */
export const mappingSchema = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is small letters, digits and hyphens')
    .describe('slug of the directory'),
  name: z.string().min(1),
  homepage: z.url().nullable().default(null),
  download: z.url().nullable().default(null).describe('where the whole file is fetched from'),
  cadence: z.int().min(1).nullable().default(null).describe('hours between two fetches'),
  licence: z.string().min(1).describe('SPDX id or the licence’s own name'),
  priority: z.int().min(0).max(100).default(30).describe('the higher, the more it is believed'),
  publishes_persons: z.boolean().default(false).describe('whether the licence lets names be published'),
  required: z.array(column).default([]).describe('columns without which a file is another one'),
  producer: text
    .optional()
    .describe(
      'who wrote the record, where files of several producers share the source; stands before the id'
    ),
  id: columns.describe('the column of the id; several are joined'),
  url: text.optional().describe('where the source shows the record'),
  changed_on: columns.optional(),
  quotes: z
    .record(z.string(), text)
    .default({})
    .describe('by the slug of another directory, the column with the record’s number there'),
  place: z.strictObject({
    name: text,
    summary: text.optional(),
    description: text.optional(),
    parent_organisation: text.optional(),
    siret: columns.optional().describe('may hold the RNA of an association instead'),
    rna: columns.optional(),
    address,
    position: position.optional(),
    phone: columns.optional(),
    emails: columns.optional(),
    websites: columns.optional(),
    booking_url: columns.optional(),
    sheet: columns.optional().describe('address of the acceslibre sheet'),
    person: z
      .strictObject({
        name: text,
        role: text.optional(),
        phone: columns.optional(),
        email: columns.optional()
      })
      .optional(),
    hours: hours.optional()
  }),
  always: meaning.default({}).describe('what every record of this source says'),
  tables: z.array(table).default([]),
  ignore: z.array(column).default([]).describe('columns that tell nothing of a place')
})

export type Mapping = z.output<typeof mappingSchema>
/** As it is written: what has a default may be left out. */
export type WrittenMapping = z.input<typeof mappingSchema>
export type Text = z.output<typeof text>
export type Columns = z.output<typeof columns>
export type Table = z.output<typeof table>
export type Hours = z.output<typeof hours>
