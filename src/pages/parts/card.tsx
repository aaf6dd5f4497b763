import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { MOST_SELECTED, placeInSelection, type Selection, selectionAddress } from '../addresses/selection.ts'
import { SELECTION } from '../wording/selection.ts'
import type { Wording } from '../wording/wording.ts'
import { aidsOf } from './aids.ts'
import { CallLink } from './call.tsx'
import { Distance } from './distance.tsx'
import { Facts } from './facts.tsx'
import type { Fitting } from './fit.ts'
import { FitList } from './fit-list.tsx'
import type { ListedPlace } from './listed-place.ts'
import { StaleNote } from './stale-note.tsx'
import { ReportedClosed, State } from './state.tsx'
import { kindsOf } from './terms.ts'

type Props = {
  readonly place: ListedPlace
  readonly lang: Language
  readonly says: Wording
  /** The state of the place at the requested time, shown instead of the current state. */
  readonly then?: string | undefined
  /** How the place fits each wish. */
  readonly fits?: readonly Fitting[]
  /** Other records of what is most likely the same place. */
  readonly twins?: readonly Pick<ListedPlace, 'id' | 'display_name'>[]
  /** Number of the place on the map beside the list. */
  readonly number?: number
  /** On the site of others: the origin of the directory, and the words for screen readers that say that links open a new tab. */
  readonly away?: { readonly origin: string; readonly newTab: string } | undefined
  /** The selection that the page carries along: the place can be added, and its own page keeps the selection. */
  readonly carried?: Selection | undefined
  readonly children?: ComponentChildren
}

/**
 * A place in a list, with what helps to choose: what it offers of what was asked, when it is open, the price, the way
 * in, and its phone. What is unknown takes no room. The name is the link, so that a list of links reads as a list of
 * places.
 */
export function Card({
  place,
  lang,
  says,
  then,
  fits = [],
  twins = [],
  number,
  away,
  carried,
  children
}: Props) {
  const { address, contacts } = place
  const kinds = kindsOf(place.types, lang)
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const addressOf = (each: Pick<ListedPlace, 'id' | 'display_name'>) =>
    carried ? placeInSelection(each, carried, lang) : placeAddress(each, lang)
  const asksForAid = fits.some(({ about }) => about === 'service')
  return (
    <article>
      <h3 class={away?.origin ? 'name' : undefined}>
        {number !== undefined && <span class="number">{number}</span>}
        {away ? (
          <a href={`${away.origin}${placeAddress(place, lang)}`} target="_blank" rel="noopener">
            <span lang="fr">{place.display_name}</span>
            <span class="visually-hidden"> ({away.newTab})</span>
          </a>
        ) : (
          <a href={addressOf(place)} lang="fr">
            {place.display_name}
          </a>
        )}
      </h3>
      {kinds.length > 0 && <p class="types">{kinds.join(' · ')}</p>}
      <p class="where">
        {where}
        <Distance place={place} says={says} />
      </p>
      <Opening place={place} then={then} lang={lang} says={says} />
      <FitList
        fits={place.reported_closed ? fits.filter(({ about }) => about !== 'time' && about !== 'now') : fits}
        others={asksForAid ? [] : aidsOf(place, lang)}
        canCall={contacts.phone !== null}
        says={says}
      />
      <Facts place={place} fits={fits} lang={lang} says={says} />
      <StaleNote place={place} says={says} />
      {contacts.phone && (
        <p>
          <CallLink phone={contacts.phone} says={says} />
        </p>
      )}
      {twins.length > 0 && (
        <p class="twins">
          {says.alsoListed}{' '}
          {twins.map((twin, index) => (
            <span key={twin.id}>
              {index > 0 && ', '}
              <a href={addressOf(twin)} lang="fr">
                {twin.display_name}
              </a>
            </span>
          ))}
        </p>
      )}
      {carried && <AddTo place={place} selection={carried} lang={lang} />}
      {children}
    </article>
  )
}

type AddToProps = Pick<Props, 'place' | 'lang'> & { readonly selection: Selection }

/** Adds the place to a selection that has room and does not have it yet. */
function AddTo({ place, selection, lang }: AddToProps) {
  const { ids } = selection
  if (ids.length >= MOST_SELECTED || ids.includes(place.id)) return null
  return (
    <p class="add-to">
      <a class="plain" href={selectionAddress({ ...selection, ids: [...ids, place.id] }, lang)}>
        {SELECTION[lang].add}
        <span class="visually-hidden"> : {place.display_name}</span>
      </a>
    </p>
  )
}

/** Whether the place is open now, or at the requested time, or reported closed; nothing if its hours are unknown. */
function Opening({ place, then, lang, says }: Pick<Props, 'place' | 'then' | 'lang' | 'says'>) {
  const hours = place.opening_hours
  if (place.reported_closed) return <ReportedClosed place={place} lang={lang} />
  if (then) {
    return (
      <p>
        <span class="state open">{then}</span>
      </p>
    )
  }
  return hours.state === 'unknown' ? null : (
    <p>
      <State hours={hours} lang={lang} says={says} />
    </p>
  )
}
