import { z } from 'zod'
import { TEXT_MOST } from '../../../../domain/claims/claim.ts'
import { instant, mailLanguage, plainText } from './fields.ts'

const VERSION = '2026-11-22T08:00:00.000Z'

export const EditBody = z
  .strictObject({
    version: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({
        description:
          '`updated_at` of the place that was seen. If it was changed since, the answer is 412. Required, unless the header `If-Match` has it.',
        examples: [VERSION]
      }),
    fields: z
      .record(z.string().max(100), z.unknown())
      .refine((fields) => Object.keys(fields).length > 0, 'Must have at least one field.')
      .meta({
        description:
          'The new values, by the field names of the provenance; null means unknown. Opening hours are a text in French or in OpenStreetMap notation; a commune is an INSEE code. Either all fields are set or none.',
        examples: [{ 'contacts.phone': '+33231000000', opening_hours: 'Lundi au vendredi 9h-12h' }]
      })
  })
  .meta({
    id: 'EditBody',
    description: 'New values of fields of a place.',
    examples: [{ version: VERSION, fields: { 'contacts.phone': '+33231000000' } }]
  })
export type EditBody = z.output<typeof EditBody>

export const EditHeaders = z.looseObject({
  'if-match': z
    .string()
    .max(100)
    .optional()
    .meta({
      description: 'The `version` in double quotes, if the body has none. It is not the `ETag` of an answer.',
      examples: [`"${VERSION}"`]
    })
})
export type EditHeaders = z.output<typeof EditHeaders>

export const ProposedFieldsBody = z
  .strictObject({
    fields: z
      .record(z.string().max(100), z.unknown())
      .refine((fields) => Object.keys(fields).length > 0, 'Must have at least one field.')
      .meta({
        description:
          'The new `name`, `types` or `location`; the other fields are set by `PATCH /v1/places/{id}`.',
        examples: [{ name: 'Espace numérique de Bayeux' }]
      }),
    version_seen: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: '`updated_at` of the place that was seen.', examples: [VERSION] }),
    language: mailLanguage('Language of the mail about the decision.')
  })
  .meta({
    id: 'ProposedFieldsBody',
    description: 'A proposal of the manager of a place.',
    examples: [{ fields: { name: 'Espace numérique de Bayeux' } }]
  })
export type ProposedFieldsBody = z.output<typeof ProposedFieldsBody>

const place = z
  .uuid()
  .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] })
const count = (description: string) => z.int().meta({ description, examples: [1] })

export const EditAnswer = z
  .object({
    place,
    corrections: z
      .array(z.int())
      .meta({ description: 'Ids of the corrections. They are needed to undo them.', examples: [[12]] }),
    updated_at: z.iso.datetime().meta({
      description: '`updated_at` of the place after the edit: the `version` of the next one.',
      examples: [VERSION]
    })
  })
  .meta({ id: 'EditAnswer', description: 'The result of an edit.' })

export const ConfirmAnswer = z
  .object({ place, confirmed: count('Number of edits that are confirmed for another year.') })
  .meta({ id: 'ConfirmAnswer', description: 'The result of a confirmation.' })

export const RevertBody = z
  .strictObject({
    reason: plainText(
      'Mailed to each of the managers.',
      TEXT_MOST,
      'La mairie confirme que cette personne n’y travaille pas.'
    )
  })
  .meta({
    id: 'RevertBody',
    description: 'Why the managers are removed.',
    examples: [{ reason: 'La mairie confirme que cette personne n’y travaille pas.' }]
  })
export type RevertBody = z.output<typeof RevertBody>

export const RevertAnswer = z
  .object({
    place,
    edits: count('Number of edits that were undone.'),
    managers: count('Number of managers whose role ended.')
  })
  .meta({ id: 'RevertAnswer', description: 'The result of a revert.' })

export const UndoAnswer = z
  .object({ place, correction: count('Id of the correction.') })
  .meta({ id: 'UndoAnswer', description: 'The correction that was undone.' })

export const CorrectionPath = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'Must be the id of a correction, a whole number.')
    .transform(Number)
    .meta({
      type: 'integer',
      description: 'Id of the correction, from the history of the place.',
      examples: [12]
    })
})
export type CorrectionPath = { readonly id: number }

export const ManagedPlaces = z
  .object({
    items: z
      .array(
        z.object({
          place,
          name: z.string().meta({ description: 'Its name as it is shown.', examples: ['EPN de Bayeux'] }),
          city: z
            .string()
            .nullable()
            .meta({ description: 'Its town.', examples: ['Bayeux'] }),
          status: z
            .enum(['active', 'withdrawn', 'merged'])
            .meta({ description: 'Status of the place in the directory.', examples: ['active'] }),
          edits: count('Number of fields whose current value was set by the account.'),
          confirm_by: z.iso
            .date()
            .nullable()
            .meta({
              description: 'The first day on which one of them must be confirmed.',
              examples: ['2027-12-01']
            }),
          claims: z
            .array(
              z.object({
                claim: z.uuid().meta({
                  description: 'Id of the claim.',
                  examples: ['0198f0c2-7a4e-7c31-9d55-000000000c13']
                }),
                at: instant('Since when it waits.'),
                answer_by: instant('After this, a moderator may answer.')
              })
            )
            .meta({ description: 'Claims of other people that wait for an answer of the account.' }),
          waiting: z
            .array(
              z.object({
                reference: z
                  .string()
                  .meta({ description: 'Reference of the proposal.', examples: ['SIG-7K3M9Q2X4B'] }),
                fields: z.record(z.string(), z.unknown()).meta({
                  description: 'The proposed values by field.',
                  examples: [{ name: 'Espace numérique de Bayeux' }]
                }),
                at: instant('When it was proposed.')
              })
            )
            .meta({ description: 'Proposals that wait for a moderator.' })
        })
      )
      .meta({ description: 'The places, by name.' })
  })
  .meta({ id: 'ManagedPlaces', description: 'The places that an account manages.' })
