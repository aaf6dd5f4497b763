import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import type { Wording } from '../wording/wording.ts'

/** A link that starts a call, as large as a button. */
export const CallLink = ({ phone, says }: { readonly phone: string; readonly says: Wording }) => (
  <a class="call" href={`tel:${phone}`}>
    {says.call(spokenPhone(phone))}
  </a>
)
