import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import { ReportLink } from '../report-link.tsx'
import type { Wording } from '../wording/wording.ts'

type Props = { readonly place: Place; readonly lang: Language; readonly says: Wording }

/**
 * Shows the contacts of a place. The phone number comes first, because people who are uneasy with screens look for
 * it.
 */
export function ContactList({ place: { id, contacts, booking_url: booking }, lang, says }: Props) {
  const { phone, emails, websites, person } = contacts
  if (!phone && !booking && !person && emails.length + websites.length === 0) return null
  return (
    <section>
      <h2>{says.place.contact}</h2>
      <dl>
        {phone && (
          <Entry term={says.place.phone}>
            <PhoneLink phone={phone} />{' '}
            <ReportLink class="aside" place={id} category="contacts" lang={lang}>
              {says.place.reportPhone}
            </ReportLink>
          </Entry>
        )}
        {emails.map((email) => (
          <Entry key={email} term={says.place.email}>
            <a href={`mailto:${email}`}>{email}</a>
          </Entry>
        ))}
        {websites.map((site) => (
          <Entry key={site} term={says.place.website}>
            <a href={site} rel="external">
              {site.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            </a>
          </Entry>
        ))}
        {person && (
          <Entry term={says.place.person}>
            {[person.name, person.role].filter(Boolean).join(', ')}
            {person.phone && <PhoneLink phone={person.phone} />}
            {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
          </Entry>
        )}
      </dl>
      {booking && (
        <p>
          <a class="action" href={booking} rel="external">
            {says.place.book}
          </a>
        </p>
      )}
    </section>
  )
}

const Entry = ({
  term,
  children
}: {
  readonly term: string
  readonly children: preact.ComponentChildren
}) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** A phone number as people read it aloud: `02 31 92 11 08`, with its country code if it is a foreign number. */
export const PhoneLink = ({ phone }: { readonly phone: string }) => {
  const spoken = spokenPhone(phone).replaceAll('\u00a0', ' ')
  const shown =
    spoken === phone ? (parsePhoneNumberFromString(phone)?.formatInternational() ?? phone) : spoken
  return <a href={`tel:${phone}`}>{shown}</a>
}
