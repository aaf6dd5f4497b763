import type { Wording } from '../wording/wording.ts'

/**
 * `02 31 92 11 08`; numbers of other countries stay in E.164. Browsers run this too, and libphonenumber would be larger than the
 * rest of the script.
 */
export const spokenPhone = (phone: string): string =>
  /^\+33\d{9}$/.test(phone) ? `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone

/** A link that calls, as large as a button. */
export const CallLink = ({ phone, says }: { readonly phone: string; readonly says: Wording }) => (
  <a class="call" href={`tel:${phone}`}>
    {says.call(spokenPhone(phone))}
  </a>
)
