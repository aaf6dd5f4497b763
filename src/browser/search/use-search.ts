import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { otherLanguage } from '../../pages/addresses/place-address.ts'
import { type Choices, readChoices, searchAddress } from '../../pages/search/choices.ts'
import { cursorOf, type Failure, type Found } from '../../pages/search/found.ts'
import { searchTitle } from '../../pages/search/search-page.tsx'
import type { Told } from '../../pages/search/search-state.ts'
import { askPlaces, countOpen } from './ask-api.ts'

/** `slow` after a delay that readers would notice. */
type Phase = 'still' | 'loading' | 'slow'
const SLOW_MS = 2_500

export type Search = {
  readonly choices: Choices
  readonly found: Found | Failure
  readonly phase: Phase
  readonly openNow: number | undefined
  /** State of the next page: loading, or failed. */
  readonly more: 'still' | 'loading' | 'failed'
  readonly ask: (choices: Choices) => void
  readonly retry: () => void
  readonly askMore: () => void
}

/**
 * The search and its results, kept in sync with the address, so that every search can be shared and returned
 * to.
 */
export function useSearch({ lang, choices: first, found: given }: Told): Search {
  const [choices, setChoices] = useState(first)
  const [found, setFound] = useState(given)
  const [phase, setPhase] = useState<Phase>('still')
  const [more, setMore] = useState<Search['more']>('still')
  const asking = useRef(new AbortController())
  const openNow = useOpenNow(choices, found)

  const load = useCallback(async (next: Choices) => {
    asking.current.abort()
    asking.current = new AbortController()
    const { signal } = asking.current
    setChoices(next)
    setPhase('loading')
    setMore('still')
    const slow = setTimeout(() => setPhase('slow'), SLOW_MS)
    const answer = await askPlaces(next, signal).catch(() => undefined)
    clearTimeout(slow)
    if (signal.aborted || !answer) return
    setFound(answer)
    setPhase('still')
  }, [])

  const ask = useCallback(
    (next: Choices) => {
      history.pushState(null, '', searchAddress(next, lang))
      void load(next)
    },
    [lang, load]
  )
  useAddress(load)
  useTranslated(choices, lang)
  useEffect(() => {
    document.title = searchTitle(choices, lang)
  }, [choices, lang])
  const retry = useCallback(() => void load(choices), [choices, load])
  useWhenOnline(found === 'offline', retry)

  const askMore = useCallback(async () => {
    const cursor = typeof found === 'string' ? null : cursorOf(found)
    if (cursor === null || typeof found === 'string') return
    setMore('loading')
    const { signal } = asking.current
    const answer = await askPlaces({ cursor }, signal).catch(() => undefined)
    if (signal.aborted || !answer) return
    setMore(typeof answer === 'string' ? 'failed' : 'still')
    if (typeof answer !== 'string') setFound(continued(found, answer))
  }, [found])

  return { choices, found, phase, openNow, more, ask, retry, askMore: () => void askMore() }
}

const continued = (found: Found, { items, next }: Found): Found => ({
  ...found,
  items: [...found.items, ...items],
  next
})

/** Searches again when the user goes back or forward in the history. */
function useAddress(load: (choices: Choices) => Promise<void>): void {
  useEffect(() => {
    const read = () => void load(readChoices(Object.fromEntries(new URLSearchParams(location.search))))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [load])
}

/** Updates the link to the other language, which is outside the part of the page that this script renders. */
function useTranslated(choices: Choices, lang: Told['lang']): void {
  useEffect(() => {
    const other = otherLanguage(lang)
    const link = document.querySelector<HTMLAnchorElement>(`header a[hreflang="${other}"]`)
    if (link) link.href = searchAddress(choices, other)
  }, [choices, lang])
}

function useWhenOnline(waiting: boolean, retry: () => void): void {
  useEffect(() => {
    if (!waiting) return undefined
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [waiting, retry])
}

/**
 * How many of the places found are open now. No facet counts them, because the count depends on the time. So it is
 * requested separately, after each list.
 */
function useOpenNow(choices: Choices, found: Found | Failure): number | undefined {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    if (typeof found === 'string') return undefined
    const asking = new AbortController()
    countOpen(choices, asking.signal).then(setCount, () => undefined)
    return () => asking.abort()
  }, [typeof found === 'string' ? found : found.total, choices])
  return count
}
