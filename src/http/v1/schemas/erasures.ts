import { z } from 'zod'

const list = (what: string, longest: number, description: string, example: string) =>
  z
    .array(z.string().trim().min(1).max(longest))
    .max(20, `At most 20 ${what}.`)
    .default([])
    .meta({ description, examples: [[example]] })

export const ErasureBody = z
  .strictObject({
    persons: list(
      'names',
      200,
      'Names of one person: a first name and a family name, in any order if the family name is in capitals or before a comma. Other spellings are found by themselves: without accents, in any case and order, with initials, in e-mail addresses and links.',
      'Camille Martin'
    ),
    emails: list(
      'addresses',
      254,
      'E-mail addresses of the person. Addresses that records give beside the name are found without being named here.',
      'camille.martin@example.org'
    ),
    phones: list(
      'numbers',
      40,
      'Phone numbers of the person, with at least nine digits. Mobile numbers that records give beside the name are found without being named here.',
      '06 39 98 12 34'
    ),
    doubtful: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Also takes out spellings that may mean somebody else ("C. Martin", "Mme Martin", a building named so) in places where nothing is certainly hers. Without it they are listed in `doubtful` and left.',
        examples: [false]
      }),
    place: z
      .uuid('Must be the id of a place, a UUID.')
      .optional()
      .meta({
        description:
          'Id of a place whose records are taken out as a whole, for example the place of an adviser. Not together with the properties of a person.',
        examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
      }),
    source: z
      .string()
      .max(100)
      .optional()
      .meta({
        description: 'With `place`: only the records of this source.',
        examples: ['mediatheques-normandie']
      }),
    dry_run: z
      .boolean()
      .default(false)
      .meta({ description: 'Shows what would be taken out, and changes nothing.', examples: [true] })
  })
  .superRefine(({ persons, emails, phones, doubtful, place, source }, context) => {
    const isPerson = persons.length + emails.length + phones.length > 0
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (place === undefined && !isPerson) refuse('persons', 'Give persons, emails, phones or a place.')
    if (place !== undefined && (isPerson || doubtful))
      refuse('place', 'Erase a person and a place in two requests.')
    if (place === undefined && source !== undefined) refuse('source', 'Only together with a place.')
  })
  .meta({
    id: 'ErasureBody',
    description: 'Whom or what to erase.',
    examples: [{ persons: ['Camille Martin'], dry_run: true }]
  })
export type ErasureBody = z.output<typeof ErasureBody>

const rows = (description: string) =>
  z
    .int()
    .min(0)
    .meta({ description, examples: [2] })

const TableCount = z.object({
  table: z.string().meta({ description: 'A table of the database.', examples: ['source_record'] }),
  changed: rows('Number of its rows that changed.'),
  deleted: rows('Number of its rows that were deleted.')
})

const placeId = z
  .string()
  .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] })

const ErasedPlace = z.object({
  id: placeId,
  outcome: z
    .enum(['changed', 'withdrawn'])
    .meta({ description: '`withdrawn`: nothing is left of the place.', examples: ['changed'] })
})

const FoundTrace = z.object({
  table: z.string().meta({ description: 'A table of the database.', examples: ['source_record'] }),
  row: z
    .string()
    .meta({ description: 'The record as `source/id`, or the key of the row.', examples: ['mednum/14'] }),
  place: placeId.nullable().meta({ description: 'The place of the row.' }),
  field: z
    .string()
    .meta({ description: 'Where it stands in the row.', examples: ['mapped.content.contacts.person.name'] }),
  found: z
    .string()
    .nullable()
    .meta({
      description: 'The words to be taken out; null if the whole row goes.',
      examples: ['Camille Martin']
    })
})

const DoubtfulRecord = z.object({
  source: z.string().meta({ description: 'Slug of the source.', examples: ['mednum'] }),
  record: z.string().meta({ description: 'Id of the record in its source.', examples: ['14'] }),
  place: placeId.nullable().meta({ description: 'The place of the record.' }),
  found: z
    .array(z.string())
    .meta({ description: 'The words, only with `dry_run`.', examples: [['C. Martin']] })
})

export const ErasureReport = z
  .object({
    id: z
      .string()
      .nullable()
      .meta({
        description: 'Id of the erasure in the journal; null with `dry_run`.',
        examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90']
      }),
    dry_run: z.boolean().meta({ description: 'Whether nothing was changed.', examples: [false] }),
    erased_at: z
      .string()
      .nullable()
      .meta({ description: 'When it was first erased.', examples: ['2026-11-30T09:00:00Z'] }),
    repeated: z.boolean().meta({
      description: 'Whether it was erased before, and nothing was left to take out.',
      examples: [false]
    }),
    counts: z.array(TableCount).meta({ description: 'What changed, by table.' }),
    places: z
      .array(ErasedPlace)
      .meta({ description: 'Active places that changed or were withdrawn, or would be.' }),
    found: z
      .array(FoundTrace)
      .meta({ description: 'Only with `dry_run`: what would be taken out, and where.' }),
    doubtful: z
      .array(DoubtfulRecord)
      .meta({ description: 'Records with spellings that may mean somebody else, which were left.' })
  })
  .meta({ id: 'ErasureReport', description: 'What was erased, without the person unless it was a trial.' })
