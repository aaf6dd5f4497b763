import { z } from 'zod'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { meaning } from './meaning.ts'

const column = z.string().min(1).describe('name of a column; a.b for nested JSON')
/**
 * One column or several. The first column with a value is used; if another column has a different value, this is
 * reported.
 */
const columns = z.union([column, z.array(column).min(1)])

const pattern = z.string().min(1).refine(isPattern, 'is not a regular expression').meta({ format: 'regex' })

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
      part: pattern.describe(
        'regular expression; only its first group, or otherwise the whole match, is used'
      )
    }),
    z.strictObject({ constant: z.string().min(1) })
  ])
  .meta({ id: 'text' })

/** Columns, or what a pattern finds in them: each match is a value. */
const parts = z.union([columns, z.strictObject({ columns, part: pattern })])

const department = text
  .optional()
  .describe('number of the département, to find the commune of a record without postcode')

const address = z.union([
  z.strictObject({
    whole: text.describe('street, postcode and town together'),
    complement: text.optional(),
    postcode: text.optional(),
    city: text.optional(),
    code: text.optional(),
    department
  }),
  z.strictObject({
    street: text.optional(),
    complement: text.optional(),
    postcode: text.optional(),
    city: text.optional(),
    code: text.optional().describe('INSEE code of the commune'),
    department
  })
])

const position = z.union([
  z.strictObject({ lat: columns, lon: columns }),
  z.strictObject({ point: column, order: z.enum(['lat-lon', 'lon-lat']) })
])

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

const hours = z.union([
  z.strictObject({ osm: columns.describe('opening hours in the OpenStreetMap format') }),
  z.strictObject({
    text: text.describe(
      'opening hours in French, in any wording; { join: […], with: "; " } if each column holds a part of them'
    )
  }),
  z.strictObject({
    opens_closes: z
      .partialRecord(
        z.enum(DAYS),
        z.strictObject({ opens: columns, closes: columns }).describe('with lists: the first pair, the second')
      )
      .describe('opening and closing times in separate columns'),
    comment: columns.optional()
  }),
  z.strictObject({
    days: z.partialRecord(z.enum(DAYS), column),
    comment: columns.optional()
  }),
  z.strictObject({
    half_days: z.partialRecord(
      z.enum(DAYS),
      z.strictObject({ morning: column.optional(), afternoon: column.optional() })
    ),
    comment: columns.optional()
  })
])

const table = z.strictObject({
  columns,
  split: pattern.optional().describe('regular expression that separates the values of a cell'),
  into: z
    .array(z.enum(CODE_PARAMETERS))
    .default([])
    .describe('vocabularies whose labels and codes are also accepted'),
  values: z
    .record(z.string(), meaning)
    .default({})
    .describe('meaning of whole values; accents and case do not matter'),
  words: z
    .array(
      z.strictObject({
        has: z.array(z.string().min(1)).min(1).describe('whole words; a * at the end matches any ending'),
        unless: z
          .array(z.string().min(1))
          .default([])
          .describe('does not match if one of these words is also present'),
        means: meaning
      })
    )
    .default([])
    .describe('meaning of words in free text; every match counts'),
  other: meaning.optional().describe('meaning of any other value'),
  valid_from: text.optional().describe('date from which the labels of this table are valid'),
  valid_until: text.optional()
})

/** Pages link to it, so it must not be an address that runs a script. */
const webUrl = z.url({ protocol: /^https?$/, error: 'is not an http or https address' })

/**
 * A description of the files of a directory without code: which columns hold the parts of a place, and what
 * their values mean.
 */
export const mappingSchema = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'may contain lower-case letters, digits and hyphens')
    .describe('slug of the directory'),
  name: z.string().min(1),
  homepage: webUrl.nullable().default(null),
  download: webUrl.nullable().default(null).describe('URL of the whole file'),
  cadence: z.int().min(1).nullable().default(null).describe('hours between two downloads'),
  licence: z.string().min(1).describe('SPDX id or name of the licence'),
  priority: z
    .int()
    .min(0)
    .max(100)
    .default(30)
    .describe('if sources disagree, the one with the highest priority wins'),
  may_quote: z
    .boolean()
    .default(false)
    .describe(
      'whether numbers of other directories, in quotes or in ids, merge its records with the records there'
    ),
  publishes_persons: z
    .boolean()
    .default(false)
    .describe('whether the licence permits publishing names of persons'),
  sheet: z
    .string()
    .min(1)
    .optional()
    .describe('name of the sheet of an Excel file; the first one if missing'),
  header_row: z
    .int()
    .min(1)
    .optional()
    .describe(
      'row of an Excel file, or line of a CSV file, with the names of the columns; the first that is not empty if missing'
    ),
  required: z.array(column).default([]).describe('columns that every file of this source has'),
  producer: text
    .optional()
    .describe('producer of the record, if the source has files of several producers; prefixed to the id'),
  id: z
    .union([columns, z.strictObject({ row: z.literal(true) })])
    .describe(
      'column of the id; several columns are joined; { row: true } for the number of the row, if the producer only appends rows'
    ),
  group_by: columns
    .optional()
    .describe('columns whose values are the same in all rows of a place, if it has several rows'),
  closed_on: columns.optional().describe('day from which a place is closed; it is then withdrawn'),
  url: text.optional().describe('page of the record in the source'),
  changed_on: columns.optional(),
  quotes: z
    .record(z.string(), text)
    .default({})
    .describe('for other directories, by slug: the column with the number of the record there'),
  place: z.strictObject({
    name: text,
    summary: text.optional(),
    description: text.optional(),
    parent_organisation: text.optional(),
    siret: columns.optional().describe('may contain the RNA number of an association instead'),
    rna: columns.optional(),
    address,
    position: position.optional(),
    phone: parts.optional(),
    emails: parts.optional(),
    websites: parts.optional(),
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
  always: meaning.default({}).describe('meaning that applies to every record of this source'),
  tables: z.array(table).default([]),
  ignore: z
    .array(column)
    .default([])
    .describe('columns with no information about the place; a * at the end matches all columns that begin so')
})

export type Mapping = z.output<typeof mappingSchema>
/** A mapping as written, in which properties with a default may be missing. */
export type WrittenMapping = z.input<typeof mappingSchema>
export type Text = z.output<typeof text>
export type Columns = z.output<typeof columns>
export type Table = z.output<typeof table>
export type Hours = z.output<typeof hours>
