import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { pageAddress } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { CallLink } from '../parts/call.tsx'
import type { ListedSource } from '../parts/count-directory.ts'
import { Filled, PageLink, Section } from '../parts/prose.tsx'
import { Email, mailto, Phone } from '../parts/reach.tsx'
import type { Operator } from '../shell/site.ts'
import { CONTACT } from '../wording/contact.ts'
import { WORDING } from '../wording/wording.ts'

/** What the message is about: the directory, a place, or a place that cannot be shown. */
export type Subject = Place | 'directory' | 'missing' | 'gone' | 'away'

type Props = {
  readonly subject: Subject
  /** The sources of the place. */
  readonly sources: readonly ListedSource[]
  /** The address of the page of the place, for the message. */
  readonly page: string | undefined
  readonly operator: Operator
  readonly lang: Language
}

export function ContactPage({ subject, sources, page, operator, lang }: Props) {
  const says = CONTACT[lang]
  const place = typeof subject === 'object' ? subject : undefined
  const canReach = operator.email ?? operator.phone ?? operator.address
  return (
    <div class="prose">
      {place && (
        <p class="back">
          <a href={placeAddress(place, lang)}>{says.toPlace}</a>
        </p>
      )}
      <h1>{place ? says.aboutTitle(place.display_name) : says.title}</h1>
      {typeof subject === 'string' && subject !== 'directory' && <p role="alert">{says[subject]}</p>}
      <p class="lead">{place ? (operator.email ? says.aboutLead : says.aboutLeadUnwritten) : says.lead}</p>
      {canReach === undefined ? (
        <Unreachable sources={sources} lang={lang} />
      ) : (
        <Reach place={place} page={page} operator={operator} lang={lang} />
      )}
      {place ? <OfPlace place={place} lang={lang} /> : <NoHelpHere lang={lang} />}
    </div>
  )
}

type ReachProps = Pick<Props, 'page' | 'operator' | 'lang'> & { readonly place: Place | undefined }

function Reach({ place, page, operator, lang }: ReachProps) {
  const says = CONTACT[lang]
  const { email } = operator
  const message =
    email !== undefined &&
    (place && page
      ? mailto(email, says.aboutSubject(nameIn(place)), says.aboutBody(nameIn(place), page))
      : mailto(email, says.subject(WORDING[lang].site), says.body))
  return (
    <Section title={says.reach}>
      {message && (
        <p>
          <a class="action" href={message}>
            {says.write}
          </a>
        </p>
      )}
      <dl>
        <Email operator={operator} lang={lang} />
        <Phone operator={operator} lang={lang} />
        <Filled term={says.address} value={operator.address} lang={lang} />
      </dl>
    </Section>
  )
}

const nameIn = ({ display_name: name, address }: Place): string =>
  address.city === null ? name : `${name}, ${address.city}`

/** The operator gave no contact: the sources are named, because a correction there arrives here. */
function Unreachable({ sources, lang }: Pick<Props, 'sources' | 'lang'>) {
  const says = CONTACT[lang]
  return (
    <>
      <p class="notice">{says.none}</p>
      <p>{says.noneText}</p>
      {sources.length > 0 && (
        <>
          <p>{says.noneOfPlace}</p>
          <ul>
            {sources.map(({ slug, name, homepage }) => (
              <li key={slug} lang="fr">
                <a href={homepage ?? `${pageAddress('sources', lang)}#${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <PageLink page="sources" lang={lang}>
        {says.toSources}
      </PageLink>
    </>
  )
}

/** Many who write to a directory look for the place itself. */
function OfPlace({ place, lang }: { readonly place: Place; readonly lang: Language }) {
  const says = CONTACT[lang]
  const { phone } = place.contacts
  return (
    <Section title={says.ofPlace}>
      <p>{says.ofPlaceText}</p>
      <article>
        {phone && (
          <p>
            <CallLink phone={phone} says={WORDING[lang]} />
          </p>
        )}
        <p class="onward">
          <a href={placeAddress(place, lang)}>{nameIn(place)}</a>
        </p>
      </article>
    </Section>
  )
}

function NoHelpHere({ lang }: Pick<Props, 'lang'>) {
  const says = CONTACT[lang]
  return (
    <>
      <p>{says.help}</p>
      <p class="onward">
        <a href={pageAddress('search', lang)}>{says.toSearch}</a>
      </p>
    </>
  )
}
