import { z } from 'zod'
import { instant } from './fields.ts'

const value = (when: string) =>
  z.unknown().meta({
    description: `What the field said ${when} it. Null if unknown, withheld, or not about one field.`,
    examples: ['+33231000000']
  })

const HistoryEntry = z.object({
  at: instant('When it happened.'),
  kind: z
    .enum([
      'created',
      'updated',
      'withdrawn',
      'restored',
      'merged',
      'corrected',
      'undone',
      'manager_granted',
      'manager_ended',
      'manager_contested',
      'edits_reverted'
    ])
    .meta({
      description:
        'The first five come from sources. `corrected`: a field was set here, and imports do not overwrite it. `undone`: the value before it is back. The others are about who manages the place.',
      examples: ['corrected']
    }),
  by: z.enum(['source', 'operator', 'manager', 'moderator', 'report', 'system']).meta({
    description:
      'Role of the author. `source`: a directory that lists the place. `report`: a report that a person is named, which takes effect at once. `system`: a rule of the directory, such as the end of a correction that was not confirmed in time.',
    examples: ['manager']
  }),
  fields: z
    .array(z.string())
    .meta({ description: 'The fields, named as in provenance.', examples: [['contacts.phone']] }),
  correction: z
    .int()
    .nullable()
    .meta({ description: 'Id of the correction that was made or undone.', examples: [12] }),
  stands: z.boolean().meta({ description: 'Whether this correction is in force.', examples: [true] }),
  before: value('before'),
  after: value('after'),
  withheld: z.boolean().meta({
    description: 'Whether the values are left out because they may name a person.',
    examples: [false]
  })
})

export const PlaceHistory = z
  .object({
    place: z
      .uuid()
      .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
    items: z.array(HistoryEntry).meta({ description: 'The latest first.' })
  })
  .meta({ id: 'PlaceHistory', description: 'What happened to a place.' })
