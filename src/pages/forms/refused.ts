import type { Language } from '../../domain/language.ts'
import { FORMS } from '../wording/forms.ts'
import type { FormFault } from './receive.ts'

/** The title of a page. If its form was refused, it says so first, because screen readers read it first. */
export const titleOf = (title: string, isRefused: boolean, lang: Language): string =>
  isRefused ? `${FORMS[lang].refused} – ${title}` : title

/** Why a form that the API did not keep is shown again, and with which status; if no field is at fault. */
export function faultOf({ status, code }: { readonly status: number; readonly code: string }): {
  readonly status: number
  readonly fault: FormFault
} {
  if (code === 'idempotency-key-reused') return { status: 422, fault: 'sent-before' }
  return status === 429 ? { status, fault: 'too-many' } : { status: 503, fault: 'away' }
}
