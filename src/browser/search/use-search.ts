import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { otherLanguage } from '../../pages/addresses/place-address.ts'
import { type Choices, readPairs, searchAddress } from '../../pages/search/choices.ts'
import { cursorOf, type Failure, type Found, type FoundItem } from '../../pages/search/found.ts'
import { searchTitle, type Told } from '../../pages/search/search-page.tsx'
import { askPlaces } from './ask-api.ts'
import { continued, deepened, keepDepth, keptDepth, returnToPlace } from './depth.ts'

/** The state of a search; `slow` after a delay that users would notice (`SLOW_MS`). */
type Phase = 'still' | 'loading' | 'slow'
const SLOW_MS = 2_500

export type Search = {
  readonly choices: Choices
  readonly found: Found | Failure
  readonly phase: Phase
  /** State of the next page: loading, or failed. */
  readonly more: 'still' | 'loading' | 'failed'
  /** The places that the last click on "Lieux suivants" added. */
  readonly added: readonly FoundItem[]
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
  const [added, setAdded] = useState<Search['added']>([])

  const load = useCallback(async (next: Choices, depth = 0) => {
    asking.current.abort()
    asking.current = new AbortController()
    const { signal } = asking.current
    setChoices(next)
    setPhase('loading')
    setMore('still')
    setAdded([])
    const slow = setTimeout(() => setPhase('slow'), SLOW_MS)
    const answer = await askPlaces(next, signal)
      .then((first) => deepened(first, depth, signal))
      .catch(() => undefined)
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
  useDepth(found, setFound)
  useTranslated(choices, lang)
  useEffect(() => {
    document.title = searchTitle(choices, lang)
  }, [choices, lang])
  const retry = useCallback(() => void load(choices), [choices, load])
  useWhenOnline(found === 'offline', retry)

  const askMore = useCallback(async () => {
    const cursor = typeof found === 'string' ? null : cursorOf(found)
    if (cursor === null || typeof found === 'string' || more === 'loading') return
    setMore('loading')
    const { signal } = asking.current
    const answer = await askPlaces({ cursor }, signal).catch(() => undefined)
    if (signal.aborted || !answer) return
    setMore(typeof answer === 'string' ? 'failed' : 'still')
    if (typeof answer === 'string') return
    const longer = continued(found, answer)
    keepDepth(longer.items.length)
    setFound(longer)
    setAdded(answer.items)
  }, [found, more])

  return { choices, found, phase, more, added, ask, retry, askMore: () => void askMore() }
}

/** Searches again when the user goes back or forward in the history. */
function useAddress(load: (choices: Choices, depth: number) => Promise<void>): void {
  useEffect(() => {
    const read = async () => {
      await load(readPairs(new URLSearchParams(location.search)), keptDepth())
      returnToPlace()
    }
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
    // The network may be back before this listens: the event is over then.
    if (navigator.onLine) {
      retry()
      return undefined
    }
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [waiting, retry])
}

/**
 * Loads as many places as were listed when the reader left the page, and returns to the place that they opened. The
 * page itself has only the first ones.
 */
function useDepth(found: Found | Failure, setFound: (found: Found | Failure) => void): void {
  const first = useRef(found)
  useEffect(() => {
    const given = first.current
    if (typeof given === 'string' || given.items.length >= keptDepth()) return undefined
    const asking = new AbortController()
    deepened(given, keptDepth(), asking.signal).then(
      (longer) => {
        setFound(longer)
        returnToPlace()
      },
      () => undefined
    )
    return () => asking.abort()
  }, [setFound])
}
