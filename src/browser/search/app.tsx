import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import type { ListedPlace } from '../../pages/parts/card.tsx'
import { type Choices, readChoices, withoutChoices } from '../../pages/search/choices.ts'
import { countText } from '../../pages/search/count.ts'
import { type Live, SearchPage } from '../../pages/search/search-page.tsx'
import type { Told } from '../../pages/search/search-state.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { AroundMe } from '../typing/around-me.tsx'
import { MapPanel } from './map-panel.tsx'
import { More } from './more.tsx'
import { SuggestField } from './suggest-field.tsx'
import { type Search, useSearch } from './use-search.ts'

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

/** Undefined at first, so that the first rendering equals the HTML from the server. */
function useLive(told: Told, search: Search, root: HTMLElement): Live | undefined {
  const { lang, base } = told
  const says = WORDING[lang]
  const { choices, found, phase, ask } = search
  const [ready, setReady] = useState(false)
  const [pointed, setPointed] = useState<ListedPlace | null>(null)
  const [chosen, setChosen] = useState<ListedPlace | null>(null)
  useEffect(() => setReady(true), [])
  // A new search may not contain the chosen place.
  useEffect(() => setChosen(null), [choices])
  useFollow(root, ask)
  const status = useStatus(search, lang)
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
    form: {
      onSubmit: (event) => {
        event.preventDefault()
        ask(choicesOf(event.currentTarget as HTMLFormElement))
        showList()
      },
      // Words typed in the field are only searched when the form is submitted; any other change is searched at once.
      onChange: ({ currentTarget, target }) => {
        if ((target as HTMLElement).id !== 'q') ask(choicesOf(currentTarget as HTMLFormElement))
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
      openNow: search.openNow
    },
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
        onArea={(bbox) => ask({ ...withoutChoices(choices, ['lat', 'lon', 'cursor']), bbox })}
      />
    ),
    locate,
    status,
    notice: phase === 'slow' && <p class="notice">{says.search.slow}</p>,
    onRetry: search.retry
  }
}

/** The text that screen readers announce. */
function useStatus({ phase, found, choices }: Search, lang: Language): string {
  const says = WORDING[lang]
  const first = useRef(found)
  return useMemo(() => {
    if (phase === 'slow') return says.search.slow
    // Results that came with the page are not announced.
    if (phase === 'loading' || typeof found === 'string' || found === first.current) return ''
    return countText(found, choices, lang)
  }, [phase, found, choices, says, lang])
}

/**
 * On a phone the list is below the visible area, so without scrolling a search would seem to do nothing. The
 * keyboard is closed too, because it covers the rest.
 */
function showList(): void {
  const list = document.querySelector('.list')
  if (!list || list.getBoundingClientRect().top < innerHeight / 2) return
  if (matchMedia('(pointer: coarse)').matches) (document.activeElement as HTMLElement | null)?.blur()
  list.scrollIntoView({ block: 'start' })
}

const choicesOf = (form: HTMLFormElement): Choices => readChoices(Object.fromEntries(new FormData(form)))

/** A new question replaces the box drawn earlier, because it may name a town. */
const withWords = (choices: Choices, q: string): Choices => ({
  ...withoutChoices(choices, ['cursor', 'bbox']),
  q
})

/** Follows links to this page with another question by script, unless they are opened in another tab. */
function useFollow(root: HTMLElement, ask: (choices: Choices) => void): void {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = (event.target as Element).closest('a')
      const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0
      if (!link || !plain || link.origin !== location.origin || link.pathname !== '/' || link.hash) return
      event.preventDefault()
      ask(readChoices(Object.fromEntries(new URLSearchParams(link.search))))
      document.getElementById('count')?.focus()
    }
    root.addEventListener('click', follow)
    return () => root.removeEventListener('click', follow)
  }, [root, ask])
}
