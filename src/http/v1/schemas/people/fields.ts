import { z } from 'zod'
import { readEmail } from '../../../../domain/accounts/email.ts'
import { readReference } from '../../../../domain/contributions/reference.ts'

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
