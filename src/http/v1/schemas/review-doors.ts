import { z } from 'zod'
import { decidedBy } from './review.ts'

export const DoorBody = z
  .strictObject({
    action: z
      .enum(['try', 'accept', 'undo'])
      .default('try')
      .meta({
        description:
          '`try`: lists what would be accepted, and writes nothing. `accept`: decides. `undo`: ends the decisions that the same key and the same `by` accepted and that still hold.',
        examples: ['try']
      }),
    by: decidedBy
  })
  .meta({
    id: 'DoorBody',
    description: 'What to do with places that have the same name at the same door.',
    examples: [{ action: 'try' }]
  })
export type DoorBody = z.output<typeof DoorBody>

const AcceptedDoor = z.object({
  id: z.string().meta({
    description: 'Id of the question that was decided: one record of each place.',
    examples: ['1-2']
  }),
  name: z.string().meta({ description: 'Name in the first record.', examples: ['CCAS de Bayeux'] }),
  street: z
    .string()
    .nullable()
    .meta({ description: 'Its number and street.', examples: ['48 bis rue de Beauvais'] }),
  city: z
    .string()
    .nullable()
    .meta({ description: 'Its city.', examples: ['Bayeux'] }),
  sources: z
    .array(z.string())
    .meta({ description: 'Sources of the records.', examples: [['mednum', 'france-services']] })
})

const count = (description: string) =>
  z
    .number()
    .int()
    .min(0)
    .meta({ description, examples: [3] })

export const DoorAcceptance = z
  .object({
    accepted: z.array(AcceptedDoor).meta({ description: 'Places that are one now, or would be.' }),
    held: z
      .object({
        listed_together: count('Doors at which one directory lists several places.'),
        decided: count('Doors about which a person has decided.')
      })
      .meta({ description: 'Numbers of doors that are left to people.' }),
    undone: count('Number of decisions that were undone.')
  })
  .meta({
    id: 'DoorAcceptance',
    description: 'The result for all places with the same name at the same door.'
  })
