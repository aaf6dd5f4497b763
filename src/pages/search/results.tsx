import { type ComponentChildren, Fragment } from 'preact'
import type { Language } from '../../domain/language.ts'
import { townWords } from '../addresses/town-words.ts'
import { Card } from '../parts/card.tsx'
import type { ListedPlace } from '../parts/listed-place.ts'
import { foldTwins } from '../parts/twins.ts'
import { WORDING } from '../wording/wording.ts'
import { Chips } from './chips.tsx'
import { type Choices, carriedIn, isTooLong, searchAddress, withoutChoices } from './choices.ts'
import { countText } from './count.ts'
import { Download } from './download.tsx'
import type { Found, FoundItem, Town } from './found.ts'
import { Nothing } from './nothing.tsx'
import { noneOpenText, sectionsOf, tomorrowInstead } from './sections.ts'
import { withoutWords } from './typed-words.ts'
import { Understood } from './understood.tsx'
import { LeftUnsaid } from './unsaid.tsx'
import { fitsOf, thenOf } from './wishes.ts'

/** What our script adds to the list in browsers that run it. */
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
  const { items, interpreted, town } = found
  const noneOpen = noneOpenText(found, lang)
  const later = tomorrowInstead(found, choices.q, lang)
  return (
    <section aria-labelledby="count" aria-busy={live?.stale} class={live?.stale ? 'stale' : undefined}>
      <h2 id="count" tabIndex={-1}>
        {countText(found, choices, lang)}
      </h2>
      {choices.q !== undefined && <p class="printed">{says.search.words(choices.q)}</p>}
      <Chips choices={choices} found={found} lang={lang} />
      <Understood interpreted={interpreted} choices={choices} lang={lang} />
      {town && (
        <p>
          <a href={aroundTown(town, choices, lang)}>{says.search.aroundToo(town.name)}</a>
        </p>
      )}
      {isTooLong(choices) && <p class="too-long">{says.search.tooLong}</p>}
      <LeftUnsaid found={found} choices={choices} lang={lang} />
      {noneOpen && (
        <p class="none-open passing">
          {noneOpen}{' '}
          {later !== null && (
            <a href={searchAddress({ ...choices, q: later }, lang)}>{says.search.askTomorrow}</a>
          )}
        </p>
      )}
      {items.length === 0 && <Nothing found={found} choices={choices} lang={lang} />}
      {items.length > 0 && sectionsOf(found, lang).length === 0 && (
        <TooFar found={found} choices={choices} lang={lang} />
      )}
      <Places found={found} choices={choices} lang={lang} live={live} />
      {live?.more ??
        (next !== null && (
          <nav aria-label={says.search.next}>
            <a class="next" rel="next" href={`${next}#count`}>
              {says.search.next}
            </a>
          </nav>
        ))}
      {items.length > 0 && (
        <Download choices={choices} centre={interpreted?.where?.location ?? null} lang={lang} />
      )}
    </section>
  )
}

/** Shown if the help is so far away that the list would be of no use: from Nouméa, the nearest is in La Réunion. */
function TooFar({ found: { interpreted }, choices, lang }: Pick<Props, 'found' | 'choices' | 'lang'>) {
  const says = WORDING[lang].search
  const { where } = interpreted ?? {}
  const everywhere = where && withoutWords(where)
  return (
    <div class="nothing">
      <p>{says.tooFar}</p>
      {everywhere && (
        <p>
          <a href={searchAddress({ ...withoutChoices(choices, ['cursor']), q: everywhere }, lang)}>
            {says.everywhere(everywhere)}
          </a>
        </p>
      )}
    </div>
  )
}

/** The same search with the town as its starting point instead of its limit. */
function aroundTown(town: Town, choices: Choices, lang: Language): string {
  const q = `${choices.q ?? ''} ${townWords(town)}`.trim()
  return searchAddress({ ...withoutChoices(choices, ['commune', 'cursor', 'sort']), q }, lang)
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
  const carried = carriedIn(choices)
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
          <Card
            carried={carried}
            place={place}
            lang={lang}
            says={WORDING[lang]}
            then={thenOf(place, choices, lang)}
            fits={fits(place)}
            twins={twins}
          />
        </li>
      ))}
    </ol>
  )
}
