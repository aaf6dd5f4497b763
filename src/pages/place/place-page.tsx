import type { Language } from '../../domain/language.ts'
import { saidHours } from '../../domain/opening/said-hours.ts'
import type { WeekInWords } from '../../domain/opening/say-week.ts'
import type { FoundPlace, Place } from '../../domain/places/place.ts'
import type { Selection } from '../addresses/selection.ts'
import { Card } from '../parts/card.tsx'
import { ContactList } from '../parts/contact-list.tsx'
import { staleYear } from '../parts/freshness.ts'
import { ReportedClosed, State } from '../parts/state.tsx'
import { kindsOf } from '../parts/terms.ts'
import { WeekTable } from '../parts/week-table.tsx'
import type { MapTown, Surroundings } from '../small-map/towns-around.ts'
import { longDay } from '../wording/day.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { Accessible } from './accessible.tsx'
import { Actions } from './actions.tsx'
import { Where } from './location-section.tsx'
import type { ManagedFields } from './managed-fields.ts'
import { Helps, Practical } from './offer.tsx'
import { Selecting } from './selecting.tsx'
import { type KnownSource, Sources } from './sources.tsx'

/** A place as `/v1/places/{id}` returns it, with its week. */
export type ShownPlace = Place & {
  readonly opening_hours: Place['opening_hours'] & { readonly week?: WeekInWords | null }
}

type Props = {
  readonly place: ShownPlace
  readonly lang: Language
  /** The date of today as `YYYY-MM-DD`. */
  readonly today: string
  readonly alternatives: readonly FoundPlace[]
  /** The commune of the place with its centre; null if unknown. */
  readonly home: MapTown | null
  readonly surroundings: Surroundings | null
  readonly known: readonly KnownSource[]
  readonly managed: ManagedFields | null
  /** The absolute address of the page; undefined if the public address of the site is not known. */
  readonly url: string | undefined
  /** The selection with which the page was opened. */
  readonly carried: Selection
}

type PartProps = { readonly place: ShownPlace; readonly lang: Language; readonly says: Wording }

/**
 * A place, in the order in which people decide: what it is, whether it is open, what to do next, how it helps, then
 * when and where. On wide screens, the hours and the address stand beside the help.
 */
export function PlacePage(props: Props) {
  const { place, lang, today, alternatives, home, surroundings, known, managed, url, carried } = props
  const says = WORDING[lang]
  const part = { place, lang, says }
  return (
    <>
      <p class="back">
        <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.place.back}</a>
      </p>
      <article class="place">
        <Heading {...part} today={today} managed={managed} />
        <Actions place={place} lang={lang} url={url} />
        <p class="selecting" id="selecting">
          <Selecting id={place.id} carried={carried} lang={lang} />
        </p>
        {place.summary && /\p{L}/u.test(place.summary) && (
          <p class="summary" lang="fr">
            {place.summary}
          </p>
        )}
        <div class="about">
          <div class="helps">
            <Helps place={place} lang={lang} />
          </div>
          <div class="reach">
            <Hours {...part} />
            <Where {...part} home={home} surroundings={surroundings} />
            <ContactList {...part} lang={lang} />
          </div>
          <div class="more">
            <Practical place={place} lang={lang} today={today} />
            <Accessible place={place} lang={lang} />
            {place.description && (
              <section>
                <h2>{says.place.about}</h2>
                <p class="text" lang="fr">
                  {place.description}
                </p>
              </section>
            )}
          </div>
        </div>
        <Sources place={place} known={known} managed={managed} lang={lang} />
      </article>
      {alternatives.length > 0 && (
        <section class="alternatives">
          <h2>{says.place.alternatives}</h2>
          <ul class="places">
            {alternatives.map((other) => (
              <li key={other.id}>
                <Card
                  place={other}
                  lang={lang}
                  says={says}
                  carried={carried.ids.length > 0 ? carried : undefined}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type HeadingProps = PartProps & Pick<Props, 'today' | 'managed'>

function Heading({ place, lang, says, today, managed }: HeadingProps) {
  const kinds = kindsOf(place.types, lang)
  const stale = staleYear(place, today, managed?.latest)
  return (
    <>
      <h1 lang="fr">{place.display_name}</h1>
      {kinds.length > 0 && <p class="types">{kinds.join(' · ')}</p>}
      {place.parent_organisation && (
        <p class="types">
          {says.place.parent} <span lang="fr">{place.parent_organisation}</span>
        </p>
      )}
      {place.reported_closed ? (
        <ReportedClosed place={place} lang={lang} />
      ) : (
        <p class="now">
          <State hours={place.opening_hours} lang={lang} says={says} />
        </p>
      )}
      {stale && <p class="warning">{says.place.stale(stale, place.contacts.phone !== null)}</p>}
      {managed && <p class="managed">{says.place.managed(longDay(lang, managed.latest))}</p>}
      {place.itinerant && <p class="warning">{says.place.itinerant}</p>}
    </>
  )
}

function Hours({ place: { opening_hours: hours, contacts }, says }: PartProps) {
  const { week, raw } = hours
  return (
    <section>
      <h2>{says.place.hours}</h2>
      {week ? (
        <WeekTable week={week} today={week.days[0]?.date} />
      ) : (
        <p>{says.place.hoursUnknown(contacts.phone !== null)}</p>
      )}
      {week && week.exceptions.length > 0 && (
        <ul class="exceptions">
          {week.exceptions.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
      {raw && hours.confidence !== 'exact' && (
        <p>
          {says.place.saidByPlace} : <q lang="fr">{saidHours(raw, 'fr')}</q>
        </p>
      )}
    </section>
  )
}
