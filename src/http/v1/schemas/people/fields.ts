import { z } from 'zod'
import { readEmail } from '../../../../domain/accounts/email.ts'
import { readReference } from '../../../../domain/contributions/reference.ts'
import { LANGUAGES } from '../../../../domain/language.ts'

/* What several of these schemas have in common, field by field. */

/** Takes what the domain reads in a text that a person typed. If it reads nothing there, this message says what is expected. */
export const readAs =
  <Read>(read: (typed: string) => Read | undefined, message: string) =>
  (typed: string, context: z.RefinementCtx): Read => {
    const value = read(typed)
    if (value === undefined) context.addIssue({ code: 'custom', message })
    return value ?? z.NEVER
  }

export const asEmail = readAs(readEmail, 'Must be one e-mail address.')
export const asReference = readAs(readReference, 'Must be a reference: SIG- and ten characters.')

/** Text without markup, in the words of its author. */
export const plainText = (description: string, most: number, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most, `Must have at most ${most} characters.`)
    .meta({ description, examples: [example] })

/** The longest texts, of 4 000 characters, and what stands beside them, however they are escaped. */
export const TEXTS_MOST_BYTES = 64 * 1024

export const mailLanguage = (description: string) =>
  z
    .enum(LANGUAGES)
    .default('fr')
    .meta({ description, examples: ['fr'] })

/** The id of a place in a body. In a path, it is `PlacePath`. */
export const placeId = z.uuid('Must be the id of a place, a UUID.')

export const instant = (description: string) =>
  z.iso.datetime().meta({ description, examples: ['2026-11-22T08:00:00.000Z'] })

/** How answers to people name a place. */
export const nameAndTown = (name: string) => ({
  name: z.string().meta({ description: 'Its name.', examples: [name] }),
  city: z
    .string()
    .nullable()
    .meta({ description: 'Its town.', examples: ['Nevers'] })
})
