import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { orientationAddress } from '../addresses/answers.ts'
import { selectionAddress } from '../addresses/selection.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { SELECTION } from '../wording/selection.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, carriedIn, searchAddress, withoutChoices } from './choices.ts'
import type { Failure, Found } from './found.ts'
import { notUnderstood } from './not-understood.ts'
import { type LiveList, Results } from './results.tsx'
import { type LiveForm, SearchForm } from './search-form.tsx'
import { TownQuestion } from './town-question.tsx'
import { withoutWords } from './typed-words.ts'
import { type View, Views } from './views.tsx'

export type SearchPageProps = {
  readonly lang: Language
  readonly choices: Choices
  /** The results, or the reason why there is nothing to show. */
  readonly found: Found | Failure
  /** Address of the next page of results; null if this is the last one. */
  readonly next: string | null
}

/** The state that the search page passes to its script. */
export type Told = SearchPageProps & { readonly base: BaseMap }

/** What our script adds to the page; the page is complete without it. */
export type Live = {
  readonly form: LiveForm
  readonly list: LiveList
  readonly map: ComponentChildren
  /** What a narrow screen shows. */
  readonly view: View
  readonly onView: (view: View) => void
  /** Shown beside the question about the town. */
  readonly locate: ComponentChildren
  /** Text that screen readers announce. */
  readonly status: string
  readonly notice: ComponentChildren
  readonly onRetry: () => void
}

/** The title of the page in browser tabs and in the browser history. */
export function searchTitle({ q }: Choices, lang: Language): string {
  const says = WORDING[lang]
  return q ? `${q} – ${says.site}` : `${says.site} – ${says.search.title}`
}

/** Whether the search asks for places nearby, but the position is unknown. */
const isNearAsked = ({ near, lat }: Choices, found: Found | null): boolean =>
  lat === undefined && (near !== undefined || Boolean(found?.interpreted?.near_me))

/** Whether the answer has distances, from a town or a position. */
const isPlaced = (found: Found | null): boolean =>
  found?.items.some(({ distance_m }) => distance_m !== undefined) ?? false

type WhyProps = { readonly failure: Failure; readonly choices: Choices; readonly lang: Language }

/** Explains why nothing is listed: names what was not understood, and links to the same search without it. */
function Why({ failure, choices, lang }: WhyProps) {
  const says = WORDING[lang].search
  const unread = failure === 'refused' ? notUnderstood(choices) : []
  if (unread.length === 0)
    return <p>{says[failure === 'refused' && choices.openAt ? 'refusedMoment' : failure]}</p>
  const rest = withoutChoices(
    choices,
    unread.flatMap(({ names }) => names)
  )
  return (
    <p>
      {says.notUnderstood(unread.map(({ names: [name = ''], given }) => says.given(name, given)))}{' '}
      {unread.some(({ names }) => names.includes('lat') || names.includes('lon')) && `${says.position} `}
      <a href={searchAddress(rest, lang)}>{says.withoutIt}</a>
    </p>
  )
}

export function SearchPage({ lang, choices, found, next, live }: SearchPageProps & { readonly live?: Live }) {
  const says = WORDING[lang]
  const told = typeof found === 'string' ? null : found
  const carried = carriedIn(choices)
  return (
    <>
      <h1 class={choices.q === undefined ? undefined : 'asked'}>{says.tagline}</h1>
      <SearchForm
        lang={lang}
        choices={told || live || choices.q === undefined ? choices : { q: choices.q }}
        facets={told?.facets ?? {}}
        placed={isPlaced(told)}
        live={live?.form}
      />
      {Object.keys(choices).length === 0 && (
        <p>
          {says.unsure} <a href={orientationAddress({}, lang)}>{says.guide}</a>
        </p>
      )}
      {isNearAsked(choices, told) && (
        <TownQuestion
          choices={choices}
          words={told?.interpreted?.near_me ? withoutWords(told.interpreted.near_me) : (choices.q ?? '')}
          lang={lang}
          locate={live?.locate}
        />
      )}
      {carried && (
        <p class="carried">
          {SELECTION[lang].carried}{' '}
          <a href={selectionAddress(carried, lang)}>{SELECTION[lang].see(carried.ids.length)}</a>
        </p>
      )}
      <p role="status" class="visually-hidden">
        {live?.status}
      </p>
      <Views lang={lang} shown={live?.view ?? 'list'} onShow={live?.onView} />
      <div class="split" data-view={live?.view ?? 'list'}>
        <div class="list">
          {live?.notice}
          {typeof found === 'string' ? (
            <div role="alert" class="failure">
              <Why failure={found} choices={choices} lang={lang} />
              {live && found !== 'refused' && (
                <button type="button" onClick={live.onRetry}>
                  {says.search.retry}
                </button>
              )}
            </div>
          ) : (
            <Results lang={lang} choices={choices} found={found} next={next} live={live?.list} />
          )}
        </div>
        <section id="map" class="beside" aria-label={says.map.title}>
          {live?.map}
        </section>
      </div>
    </>
  )
}
