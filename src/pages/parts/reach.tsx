import type { Language } from '../../domain/language.ts'
import type { Operator } from '../shell/site.ts'
import { CONTACT } from '../wording/contact.ts'
import { PhoneLink } from './contact-list.tsx'
import { Filled } from './prose.tsx'

/** A message with its subject and beginning. Line ends are CRLF, as RFC 6068 requires. */
export const mailto = (to: string, subject: string, body: string): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`

type Props = { readonly operator: Operator; readonly lang: Language }

export const Phone = ({ operator: { phone }, lang }: Props) => (
  <Filled term={CONTACT[lang].phone} value={phone} lang={lang}>
    {phone !== undefined && <PhoneLink phone={dialled(phone)} />}
  </Filled>
)

export const Email = ({ operator: { email }, lang }: Props) => (
  <Filled term={CONTACT[lang].email} value={email} lang={lang}>
    <a href={`mailto:${email}`}>{email}</a>
  </Filled>
)

/** A French number as the operator writes it, in E.164; short numbers and those of other countries stay as they are. */
function dialled(phone: string): string {
  const digits = phone.replaceAll(/[^\d+]/g, '')
  return /^0[1-9]\d{8}$/.test(digits) ? `+33${digits.slice(1)}` : digits
}
