import { z } from 'zod'
import { text, whole } from './parameters.ts'
import { Place } from './place.ts'

/** A page of 1 000 with their places is 1 MB. */
const LIMIT_MOST = 1_000
const LIMIT = 100

export const ChangesQuery = z.strictObject({
  since: text(1_000, {
    description:
      'The `cursor` of an earlier answer, for what came after it; `now` for a cursor of this moment and no changes. Without it: from the beginning.',
    examples: ['now']
  }).optional(),
  limit: whole(1, LIMIT_MOST, { description: 'Most changes in one answer.', examples: [100] }).default(LIMIT),
  include: z
    .enum(['place'])
    .optional()
    .meta({
      description:
        '`place`: with each change the place as it is now, which is never older than the change, and null where it is gone.',
      examples: ['place']
    })
})
export type ChangesQuery = z.output<typeof ChangesQuery>

const id = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

const Change = z.object({
  kind: z.enum(['created', 'updated', 'withdrawn', 'restored', 'merged']).meta({
    description: 'What happened. `restored` is a place that had been withdrawn, or merged, and is back.',
    examples: ['updated']
  }),
  id: z.uuid().meta({ description: 'Id of the place.', examples: [id] }),
  survivor: z
    .uuid()
    .optional()
    .meta({ description: 'Of a merge: the place that it lives on in.', examples: [id] }),
  fields: z
    .array(z.string())
    .optional()
    .meta({
      description: 'Of an update: what it touched, by the names that provenance uses.',
      examples: [['contacts.phone', 'opening_hours']]
    }),
  at: z.iso.datetime().meta({ description: 'When, RFC 3339.', examples: ['2026-11-20T22:48:00.000Z'] }),
  place: Place.nullable()
    .optional()
    .meta({ description: 'With `include=place` only: the place as it is now; null where it is gone.' })
})

export const ChangePage = z
  .object({
    items: z.array(Change).meta({ description: 'Changes, oldest first.' }),
    next: z
      .string()
      .nullable()
      .meta({
        description: 'Address of the next page, also in the `Link` header; null once there are no more.',
        examples: ['/v1/changes?since=Y3Vyc29y']
      }),
    cursor: z.string().meta({
      description: 'What to give as `since` to go on from here, whenever that is.',
      examples: ['Y3Vyc29y']
    })
  })
  .meta({ id: 'ChangePage', description: 'What happened in the directory, in the order of its commits.' })
