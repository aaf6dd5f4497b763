import { z } from 'zod'
import { readEmail } from '../../../../domain/accounts/email.ts'
import type { CodeParameter } from '../../../../domain/vocabularies/term.ts'
import { codesOf } from '../../../../domain/vocabularies/vocabularies.ts'

const line = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{C}*$/u, 'Must be one line of visible characters.')
    .meta({ description, examples: [example] })

const optional = <Value extends z.ZodType>(value: Value) => value.nullable().default(null)

const codes = (parameter: CodeParameter, description: string, example: string) =>
  z
    .array(z.enum(codesOf(parameter)).meta({ description: 'A code.', examples: [example] }))
    .max(50)
    .transform((given) => [...new Set(given)])
    .default([])
    .meta({ description, examples: [[example]] })

/** A host that others can reach, and no name or password. */
const WEB = { protocol: /^https?$/, hostname: z.regexes.domain } as const

export const NewPlace = z
  .strictObject({
    name: line('Its name, as it stands at the door.', 'EPN de la Médiathèque Jean-Jaurès'),
    types: codes('type', 'What kind of place it is.', 'EPN'),
    street: optional(line('Number and street.', '17 rue Jean-Jaurès')),
    complement: optional(line('Building, floor or hamlet.', '1er étage')),
    postcode: optional(
      z
        .string()
        .regex(/^\d{5}$/, 'Must be a postcode of five digits.')
        .meta({ description: 'Postcode.', examples: ['58000'] })
    ),
    city: line('The commune.', 'Nevers'),
    phone: optional(
      z
        .string()
        .regex(/^\+[1-9]\d{5,14}$/, 'Must be in E.164 format, such as +33386000000.')
        .meta({ description: 'Phone number.', examples: ['+33386000000'] })
    ),
    emails: z
      .array(
        z
          .string()
          .refine((text) => readEmail(text) !== undefined, 'Must be one e-mail address.')
          .meta({ description: 'An address of the place.', examples: ['epn@example.org'] })
      )
      .max(5)
      .default([])
      .meta({
        description: 'E-mail addresses of the place, which are published.',
        examples: [['epn@example.org']]
      }),
    websites: z
      .array(
        z
          .url({ ...WEB, error: 'Must be an http or https address.' })
          .max(500)
          .refine((text) => !URL.canParse(text) || new URL(text).username === '', 'Must have no user name.')
          .meta({ description: 'A website of the place.', examples: ['https://epn.example.org'] })
      )
      .max(5)
      .default([])
      .meta({ description: 'Websites of the place.', examples: [['https://epn.example.org']] }),
    opening_hours: optional(
      z
        .string()
        .trim()
        .min(1)
        .max(1_000)
        .meta({
          description: 'Opening hours, in French words or as OpenStreetMap writes them.',
          examples: ['du lundi au vendredi de 9h à 12h']
        })
    ),
    services: codes('service', 'What it offers.', 'aide-aux-demarches-administratives'),
    audiences: codes('audience', 'Whom it welcomes particularly.', 'seniors')
  })
  .meta({
    id: 'NewPlace',
    description: 'A place that is proposed.',
    examples: [{ name: 'EPN de Nevers', types: ['EPN'], city: 'Nevers', postcode: '58000' }]
  })
export type NewPlace = z.output<typeof NewPlace>

export const SimilarPlaces = z
  .object({
    items: z
      .array(
        z.object({
          id: z
            .uuid()
            .meta({ description: 'Id of the place.', examples: ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'] }),
          name: z.string().meta({ description: 'Its name.', examples: ['Médiathèque Jean-Jaurès'] }),
          types: z
            .array(z.string())
            .meta({ description: 'What kind of place it is: codes.', examples: [['EPN']] }),
          street: z
            .string()
            .nullable()
            .meta({ description: 'Number and street.', examples: ['17 rue Jean-Jaurès'] }),
          postcode: z
            .string()
            .nullable()
            .meta({ description: 'Postcode.', examples: ['58000'] }),
          city: z
            .string()
            .nullable()
            .meta({ description: 'The commune.', examples: ['Nevers'] }),
          same: z.boolean().meta({
            description:
              'Whether an import would take both for one place. The others are for people to judge.',
            examples: [true]
          })
        })
      )
      .meta({
        description: 'Places that the proposed one may be, the likeliest first; at most five.',
        examples: [[]]
      })
  })
  .meta({ id: 'SimilarPlaces', description: 'Places that a proposed one may be.', examples: [{ items: [] }] })
