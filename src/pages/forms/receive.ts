import type { FastifyRequest } from 'fastify'
import { openedAt, readToken, type TokenFault } from './form-token.ts'

/** The names of the fields that every form has. */
export const TOKEN_FIELD = 'jeton'
export const TRAP_FIELD = 'ne_rien_ecrire'

/** What a form contained, by the name of the field. */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** Why a form is shown again although its fields may be right. */
export type FormFault = TokenFault | 'trapped' | 'sent-before' | 'too-many' | 'away'

type Received = {
  readonly values: Values
  /** When the form was first opened; it is shown again with a token of that time. */
  readonly openedAt: number
} & (
  | {
      /** The idempotency key of the form. */
      readonly id: string
    }
  | { readonly fault: FormFault }
)

type Expected = { readonly form: string; readonly secret: string; readonly now: number }

/** Reads the form that was sent. `form` says what it is for: the token of another form is not accepted. */
export function receive(request: FastifyRequest, { form, secret, now }: Expected): Received {
  const values = (request.body ?? {}) as Values
  const sent = textIn(values, TOKEN_FIELD)
  const token = readToken(form, sent, secret, now)
  const read = { values, openedAt: openedAt(form, sent, secret, now) }
  if (textIn(values, TRAP_FIELD) !== '') return { ...read, fault: 'trapped' }
  return typeof token === 'string' ? { ...read, fault: token } : { ...read, id: token.id }
}

/** The text of a field, without spaces around it and with plain line ends; empty if it was left out. */
export function textIn(values: Values, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  const text = typeof value === 'string' ? value : (value?.at(-1) ?? '')
  return text.replaceAll('\r\n', '\n').trim()
}

/** The values that were chosen in a group of boxes. */
export function listIn(values: Values, name: string): readonly string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return typeof value === 'string' ? [value] : (value ?? [])
}
