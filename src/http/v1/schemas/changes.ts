import { z } from 'zod'
import { text, whole } from './parameters.ts'
import { Place } from './place.ts'
import { ExportQuery } from './search-query.ts'

/** A page of 1 000 changes with their places is 1 MB. */
const LIMIT_MOST = 1_000
const LIMIT = 100

export const ChangesQuery = z.strictObject({
  since: text(1_000, {
    description:
      'The `cursor` of an earlier answer, to get the changes after it; or `now`, to get a cursor for the present moment and no changes. Without it, changes start from the beginning.',
    examples: ['now']
  }).optional(),
  limit: whole(1, LIMIT_MOST, {
    description: 'Maximum number of changes in one answer.',
    examples: [100]
  }).default(LIMIT),
  include: z
    .enum(['place'])
    .optional()
    .meta({
      description:
        '`place`: adds to each change the current state of the place, which is never older than the change, or null if the place no longer exists.',
      examples: ['place']
    })
})
export type ChangesQuery = z.output<typeof ChangesQuery>

const id = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

const Change = z.object({
  kind: z.enum(['created', 'updated', 'withdrawn', 'restored', 'merged']).meta({
    description: 'What happened. `restored`: the place had been withdrawn or merged, and is back.',
    examples: ['updated']
  }),
  id: z.uuid().meta({ description: 'Id of the place.', examples: [id] }),
  survivor: z
    .uuid()
    .optional()
    .meta({ description: 'For a merge: id of the place into which it was merged.', examples: [id] }),
  fields: z
    .array(z.string())
    .optional()
    .meta({
      description: 'For an update: the fields that changed, named as in provenance.',
      examples: [['contacts.phone', 'opening_hours']]
    }),
  at: z.iso
    .datetime()
    .meta({ description: 'Time of the change, RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] }),
  place: Place.nullable().optional().meta({
    description: 'Only with `include=place`: the current state of the place; null if it no longer exists.'
  })
})

export const ChangePage = z
  .object({
    items: z.array(Change).meta({ description: 'Changes, oldest first.' }),
    next: z
      .string()
      .nullable()
      .meta({
        description:
          'Address of the next page, also in the `Link` header; null if there are no more changes.',
        examples: ['/v1/changes?since=Y3Vyc29y']
      }),
    cursor: z.string().meta({
      description: 'Value for `since` to continue from here at any later time.',
      examples: ['Y3Vyc29y']
    })
  })
  .meta({ id: 'ChangePage', description: 'Changes in the directory, in the order of the commits.' })

const LATEST_MOST = 100
const LATEST = 50

export const LatestChangesQuery = ExportQuery.extend({
  place: z
    .uuid('Must be the id of a place, a UUID.')
    .optional()
    .meta({ description: 'Id of a place: only its changes. It excludes all filters.', examples: [id] }),
  limit: whole(1, LATEST_MOST, {
    description: 'Maximum number of changes in the answer.',
    examples: [20]
  }).default(LATEST)
})
export type LatestChangesQuery = z.output<typeof LatestChangesQuery>

export const LatestChanges = z
  .object({
    items: z
      .array(
        Change.omit({ place: true }).extend({
          number: z.int().meta({
            description: 'Number of the change, which never changes and is never used again.',
            examples: [10312]
          }),
          name: z
            .string()
            .meta({ description: 'The name of the place now.', examples: ['Médiathèque de Bayeux'] }),
          city: z
            .string()
            .nullable()
            .meta({ description: 'Its town.', examples: ['Bayeux'] }),
          values: z
            .array(
              z.object({
                field: z.string().meta({ description: 'The field.', examples: ['opening_hours'] }),
                before: z.unknown().meta({ description: 'The value before the change.' }),
                after: z.unknown().meta({ description: 'The value after the change.' })
              })
            )
            .meta({
              description:
                'Values before and after, where they are known: those of corrections made by hand. Contacts and texts, which can name persons, have none.'
            })
        })
      )
      .meta({ description: 'Changes, the newest first.' })
  })
  .meta({ id: 'LatestChanges', description: 'The latest changes of some places.' })
