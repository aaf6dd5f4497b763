import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import type { ListedPlace } from '../../pages/parts/listed-place.ts'
import { type Choices, readPairs, withoutChoices } from '../../pages/search/choices.ts'
import { countText, totalText } from '../../pages/search/count.ts'
import type { FoundItem } from '../../pages/search/found.ts'
import type { LiveForm } from '../../pages/search/search-form.tsx'
import { type Live, SearchPage, type Told } from '../../pages/search/search-page.tsx'
import { WORDING } from '../../pages/wording/wording.ts'
import { AroundMe } from '../typing/around-me.tsx'
import { focusFirst, keepOpened } from './depth.ts'
import { MapPanel } from './map-panel.tsx'
import { More } from './more.tsx'
import { SuggestField } from './suggest-field.tsx'
import { type Search, useSearch } from './use-search.ts'
import { useView } from './use-view.ts'

type Props = { readonly told: Told; readonly root: HTMLElement }

/** The search page, which takes over from the server's HTML: the same parts, plus the features that need a script. */
export function App({ told, root }: Props) {
  const search = useSearch(told)
  const live = useLive(told, search, root)
  const { choices, found } = search
  return (
    <SearchPage lang={told.lang} choices={choices} found={found} next={told.next} {...(live && { live })} />
  )
}

/**
 * The parts of the page that need a script. They are undefined at first, so that the first rendering equals the HTML
 * from the server.
 */
function useLive(told: Told, search: Search, root: HTMLElement): Live | undefined {
  const { lang, base } = told
  const says = WORDING[lang]
  const { choices, found, phase, ask } = search
  const [ready, setReady] = useState(false)
  const [pointed, setPointed] = useState<ListedPlace | null>(null)
  const [chosen, setChosen] = useState<FoundItem | null>(null)
  useEffect(() => setReady(true), [])
  // Each new search clears the chosen place, because its results may not include that place.
  useEffect(() => setChosen(null), [choices])
  useFocusAdded(search)
  useFollow(root, ask)
  const status = useStatus(search, lang)
  const { view, said, show } = useView(choices, lang)
  const askArea = (bbox: string) => ask({ ...withoutChoices(choices, ['lat', 'lon', 'cursor']), bbox })
  const locate = (
    <AroundMe
      says={says}
      onFound={(point) => {
        ask({ ...withoutChoices(choices, ['bbox', 'cursor', 'near']), ...point })
        showList()
      }}
    />
  )
  if (!ready) return undefined
  return {
    form: formOf(search, lang, locate),
    list: {
      stale: phase !== 'still',
      chosen: chosen?.id,
      more: <More search={search} says={says} />,
      onPoint: setPointed
    },
    map: (
      <MapPanel
        base={base}
        lang={lang}
        choices={choices}
        found={found}
        marked={pointed ?? chosen}
        chosen={chosen}
        onChoose={setChosen}
        onArea={askArea}
        onTogether={(bbox) => {
          askArea(bbox)
          show('list')
        }}
      />
    ),
    view,
    onView: show,
    locate,
    status: said || status,
    notice: phase === 'slow' && <p class="notice">{says.search.slow}</p>,
    onRetry: search.retry
  }
}

/** The form, which searches without loading the page. */
function formOf({ choices, found, ask }: Search, lang: Language, locate: ComponentChildren): LiveForm {
  return {
    onSubmit: (event) => submit(event, ask),
    // Words typed in the field are only searched when the form is submitted; any other change is searched at once.
    onChange: ({ currentTarget, target }) => {
      if ((target as HTMLElement).id === 'q') return
      const form = currentTarget as HTMLFormElement
      ask(choicesOf(form))
      if (!isUsedOnce(target as HTMLElement)) return
      closeFilters(form, target as HTMLElement)
      showList()
    },
    field: (
      <SuggestField
        lang={lang}
        asked={choices.q ?? ''}
        onAsk={(q) => {
          ask(withWords(choices, q))
          showList()
        }}
      />
    ),
    near: locate,
    button: buttonText(found, lang)
  }
}

function submit(event: SubmitEvent, ask: Search['ask']): void {
  event.preventDefault()
  const form = event.currentTarget as HTMLFormElement
  ask(choicesOf(form))
  closeFilters(form, event.submitter)
  showList()
}

function buttonText(found: Search['found'], lang: Language): string {
  const says = WORDING[lang].search
  if (typeof found === 'string' || found.items.length === 0) return says.showPlaces
  return says.showCounted(totalText(found.total, found.items.length, lang))
}

/** After "Lieux suivants", the focus moves to the first place that was added. */
function useFocusAdded({ added }: Search): void {
  useEffect(() => {
    if (added.length > 0) focusFirst(new Set(added.map(({ id }) => id)))
  }, [added])
}

/** The text that screen readers announce. */
function useStatus({ phase, found, choices, added }: Search, lang: Language): string {
  const says = WORDING[lang]
  const first = useRef(found)
  return useMemo(() => {
    if (phase === 'slow') return says.search.slow
    // Results that came with the page are not announced.
    if (phase === 'loading' || typeof found === 'string' || found === first.current) return ''
    if (added.length > 0) return says.search.added(added.length, found.items.length)
    return countText(found, choices, lang)
  }, [phase, found, choices, added, says, lang])
}

/**
 * Scrolls to the list. On a phone it is below the visible area, so without scrolling a search would seem to do
 * nothing. The keyboard is closed too, because it covers the rest of the screen.
 */
function showList(): void {
  const list = document.querySelector('.list')
  if (!list || list.getBoundingClientRect().top < innerHeight / 2) return
  if (matchMedia('(pointer: coarse)').matches) (document.activeElement as HTMLElement | null)?.blur()
  list.scrollIntoView({ block: 'start' })
}

/**
 * Whether the filters close after this choice, so that the first place is in sight. On a wide
 * screen it is in sight anyway. People often choose several values of one group; and with the keyboard, each press of
 * an arrow key in a menu is a choice.
 */
const isUsedOnce = (field: HTMLElement): boolean =>
  matchMedia('(max-width: 59.99rem)').matches &&
  field.closest('.group') === null &&
  !field.matches(':focus-visible')

/**
 * Closes the filters once they have been used. The focus would be lost with their button, so it moves to the heading of
 * the list.
 */
function closeFilters(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const filters = form.querySelector<HTMLDetailsElement>('details.refine')
  if (!filters) return
  filters.open = false
  if (submitter && filters.contains(submitter)) document.getElementById('count')?.focus()
}

const choicesOf = (form: HTMLFormElement): Choices => readPairs(new FormData(form))

/** The search with new words, without the box of the earlier search, because the words may name a town. */
const withWords = (choices: Choices, q: string): Choices => ({
  ...withoutChoices(choices, ['cursor', 'bbox']),
  q
})

/**
 * Runs the search of a link to this page by script, without loading the page, unless the link opens in another
 * tab.
 */
function useFollow(root: HTMLElement, ask: (choices: Choices) => void): void {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = (event.target as Element).closest('a')
      const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0
      if (link?.matches('.places h3 a')) keepOpened(link.pathname)
      if (!link || !plain || link.origin !== location.origin || link.pathname !== '/' || link.hash) return
      event.preventDefault()
      focusAfter(link)
      ask(readPairs(new URLSearchParams(link.search)))
    }
    root.addEventListener('click', follow)
    return () => root.removeEventListener('click', follow)
  }, [root, ask])
}

/**
 * Moves the focus on before the link disappears: from a removed filter to its neighbour, else to the heading of the
 * list.
 */
function focusAfter(link: HTMLAnchorElement): void {
  const item = link.closest('.chips li:not(.all)')
  const neighbour = [item?.nextElementSibling, item?.previousElementSibling]
    .map((each) => each?.querySelector<HTMLElement>('a.chip'))
    .find((each) => each)
  const next = neighbour ?? document.getElementById('count')
  next?.focus()
}
