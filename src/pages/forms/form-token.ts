import { randomUUID } from 'node:crypto'
import { seal, unseal } from '../../domain/seal.ts'
import { HOUR_MS } from '../../domain/time.ts'

/** A person needs longer to read a form, and programs that send forms to every site do not wait. */
const SHORTEST_MS = 3_000
const LONGEST_MS = 4 * HOUR_MS

/**
 * The signed text in a form that says which form it is, when it was made, and its id. The id is the idempotency key of
 * what the form sends, so that a double press counts once. It is no secret and needs no cookie: the guard against forged
 * requests is in `forgery-guard.ts`.
 */
export const issueToken = (form: string, secret: string, openedAt: number): string =>
  seal('form', { form, at: openedAt, id: randomUUID() } satisfies Sealed, secret)

type Sealed = { readonly form: string; readonly at: number; readonly id: string }

export type TokenFault = 'too-fast' | 'expired' | 'forged'

/**
 * When the form was opened, for a form that is shown again: its reader has had the time since then to fill it in, so that a
 * second press is not too fast. A form that was open for too long starts anew.
 */
export function openedAt(form: string, token: string, secret: string, now: number): number {
  const sealed = unseal('form', token, secret) as Sealed | undefined
  if (sealed?.form !== form) return now
  return now - sealed.at > LONGEST_MS ? now - SHORTEST_MS : sealed.at
}

/** The id of the form, also if it was sent too fast: for forms that a person may press at once. */
export function formId(form: string, token: string, secret: string): string | undefined {
  const sealed = unseal('form', token, secret) as Sealed | undefined
  return sealed?.form === form ? sealed.id : undefined
}

/** The id of the form, or why it is not accepted. */
export function readToken(
  form: string,
  token: string,
  secret: string,
  now: number
): { readonly id: string } | TokenFault {
  const sealed = unseal('form', token, secret) as Sealed | undefined
  if (sealed?.form !== form) return 'forged'
  const age = now - sealed.at
  if (age < SHORTEST_MS) return 'too-fast'
  return age > LONGEST_MS ? 'expired' : { id: sealed.id }
}
