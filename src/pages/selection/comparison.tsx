import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { FoundPlace } from '../../domain/places/place.ts'
import { placeInSelection, type Selection, selectionAddress } from '../addresses/selection.ts'
import { PhoneLink } from '../parts/contact-list.tsx'
import { Distance } from '../parts/distance.tsx'
import { priceItems } from '../parts/facts.tsx'
import { staleYear } from '../parts/freshness.ts'
import { ReportedClosed, State } from '../parts/state.tsx'
import { kindsOf } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import { itemsOf } from '../place/offer.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import { SELECTION } from '../wording/selection.ts'
import { WORDING } from '../wording/wording.ts'

/** A place of the selection, with its distance if one can be measured. */
export type Compared = ShownPlace & Pick<FoundPlace, 'distance_m'>

type Props = {
  readonly places: readonly Compared[]
  readonly selection: Selection
  readonly hasPoint: boolean
  readonly lang: Language
  /** The date of today as `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * The places side by side, with the same facts in the same order. It is a list and not a table: on a phone the places
 * stand one below the other, and screen readers read one place after another.
 */
export const Comparison = (props: Props) => (
  <ol class="compare">
    {props.places.map((place) => (
      <li key={place.id}>
        <Column {...props} place={place} />
      </li>
    ))}
  </ol>
)

function Column({ place, selection, hasPoint, lang, today }: Props & { readonly place: Compared }) {
  const [says, labels] = [SELECTION[lang], WORDING[lang]]
  const { address, contacts, opening_hours: hours } = place
  const others = { ...selection, ids: selection.ids.filter((id) => id !== place.id) }
  const stale = staleYear(place, today)
  return (
    <article>
      <header>
        <h2>
          <a href={placeInSelection(place, selection, lang)} lang="fr">
            {place.display_name}
          </a>
        </h2>
        <p class="types">{kindsOf(place.types, lang).join(' · ')}</p>
        <ReportedClosed place={place} lang={lang} />
        {stale && <p class="warning">{labels.place.stale(stale, contacts.phone !== null)}</p>}
        {place.itinerant && <p class="warning">{labels.place.itinerant}</p>}
      </header>
      {!place.reported_closed && (
        <p class="now">
          <State hours={hours} lang={lang} says={labels} />
        </p>
      )}
      <dl>
        {hasPoint && (
          <Fact term={says.distance}>
            {place.location ? <Distance place={place} says={labels} /> : says.unknownDistance}
          </Fact>
        )}
        <Fact term={labels.place.where}>
          <span lang="fr">
            {[address.street, address.complement, [address.postcode, address.city].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', ')}
          </span>
        </Fact>
        <Fact term={labels.place.phone}>
          {contacts.phone ? <PhoneLink phone={contacts.phone} /> : labels.answers.unknown}
        </Fact>
        <Fact term={says.helps}>
          <Items items={itemsOf('service', place.services, place.services_implied, lang)} lang={lang} />
        </Fact>
        <Fact term={labels.place.fees}>
          <Items items={priceItems(place, lang)} lang={lang} />
        </Fact>
        <Fact term={says.wheelchair}>{labels.answers[place.accessibility.wheelchair]}</Fact>
        <Fact term={labels.place.hours}>
          {hours.week ? (
            <WeekTable week={hours.week} named={weekday} />
          ) : (
            labels.place.hoursUnknown(contacts.phone !== null)
          )}
        </Fact>
      </dl>
      <p class="remove">
        <a class="plain" href={selectionAddress(others, lang)}>
          {says.remove}
          <span class="visually-hidden"> : {place.display_name}</span>
        </a>
      </p>
    </article>
  )
}

/** `mardi`: the day without its date, which would not fit into a column. */
const weekday = (day: string): string => day.split(' ')[0] ?? day

const Fact = ({ term, children }: { readonly term: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

type ItemsProps = { readonly items: ReturnType<typeof itemsOf>; readonly lang: Language }

const Items = ({ items, lang }: ItemsProps) =>
  items.length === 0 ? (
    <span>{WORDING[lang].answers.unknown}</span>
  ) : (
    <ul>
      {items.map(({ label, because }) => (
        <li key={label}>
          {label}
          {because !== null && <span class="because">, {because}</span>}
        </li>
      ))}
    </ul>
  )
