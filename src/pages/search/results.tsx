import { type ComponentChildren, Fragment } from 'preact'
import type { Language } from '../../domain/language.ts'
import { Card, type ListedPlace } from '../parts/card.tsx'
import { foldTwins } from '../parts/twins.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { Arrange } from './arrange.tsx'
import { type Choices, filtersOf, isTooLong } from './choices.ts'
import { countText } from './count.ts'
import type { Found, FoundItem } from './found.ts'
import { Nothing } from './nothing.tsx'
import { noneOpenText, sectionsOf } from './sections.ts'
import { momentChosen, Understood } from './understood.tsx'
import { fitsOf } from './wishes.ts'

/** What a browser that runs our script adds to the list. */
export type LiveList = {
  /** Whether a new list is being loaded. */
  readonly stale: boolean
  /** The place chosen on the map. */
  readonly chosen: string | undefined
  /** Replaces the link to the next page. */
  readonly more: ComponentChildren
  /** Called when the reader points at a place in the list or focuses it, and with null when they leave it. */
  readonly onPoint: (place: ListedPlace | null) => void
}

type Props = {
  readonly lang: Language
  readonly choices: Choices
  readonly found: Found
  readonly next: string | null
  readonly live: LiveList | undefined
}

export function Results({ lang, choices, found, next, live }: Props) {
  const says = WORDING[lang]
  const { items, interpreted, facets = {} } = found
  const noneOpen = noneOpenText(found, lang)
  const isPlaced = items.some(({ distance_m }) => distance_m !== undefined)
  return (
    <section aria-labelledby="count" aria-busy={live?.stale} class={live?.stale ? 'stale' : undefined}>
      <h2 id="count" tabIndex={-1}>
        {countText(found, choices, lang)}
      </h2>
      {live && items.length > 0 && (
        <a class="to-map" href="#map">
          {says.map.see}
        </a>
      )}
      <Understood interpreted={interpreted} facets={facets} choices={choices} lang={lang} />
      {isTooLong(choices) && <p class="too-long">{says.search.tooLong}</p>}
      {noneOpen && <p class="none-open">{noneOpen}</p>}
      {items.length === 0 && <Nothing found={found} choices={choices} lang={lang} />}
      {items.length > 1 && <Arrange choices={choices} placed={isPlaced} lang={lang} />}
      <Places found={found} choices={choices} lang={lang} live={live} />
      {live?.more ??
        (next !== null && (
          <nav aria-label={says.search.next}>
            <a class="next" rel="next" href={next}>
              {says.search.next}
            </a>
          </nav>
        ))}
      {items.length > 0 && <Download choices={choices} says={says} />}
    </section>
  )
}

function Places({ found, choices, lang, live }: Omit<Props, 'next'>) {
  return sectionsOf(found, lang).map(({ title, places }) => (
    <Fragment key={title}>
      {title && <h2 class="beyond">{title}</h2>}
      <PlaceList places={places} found={found} choices={choices} lang={lang} live={live} />
    </Fragment>
  ))
}

type ListProps = Omit<Props, 'next'> & { readonly places: readonly FoundItem[] }

function PlaceList({ places, found, choices, lang, live }: ListProps) {
  const fits = fitsOf(found, choices, lang)
  const { openAt, openNow } = choices
  const then = openAt === undefined || openNow !== undefined ? undefined : momentChosen(openAt, lang)
  return (
    <ol class="places">
      {foldTwins(places).map(({ place, twins }) => (
        <li
          key={place.id}
          class={[place, ...twins].some(({ id }) => id === live?.chosen) ? 'chosen' : undefined}
          onPointerEnter={live && (() => live.onPoint(place))}
          onPointerLeave={live && (() => live.onPoint(null))}
          onFocusIn={live && (() => live.onPoint(place))}
          onFocusOut={live && (() => live.onPoint(null))}
        >
          <Card place={place} lang={lang} says={WORDING[lang]} then={then} fits={fits(place)} twins={twins} />
        </li>
      ))}
    </ol>
  )
}

/** A link to all matching places as a CSV table, for people who work with the data. */
const Download = ({ choices, says }: { readonly choices: Choices; readonly says: Wording }) => (
  <p class="download">
    <a href={`/v1/exports/places.csv?${filtersOf(choices)}`} download>
      {says.search.download}
    </a>
  </p>
)
