import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { EmbeddedCard, EmbeddedList, EmbeddedLists } from '../../pages/embed/embed-list.tsx'
import { aroundCommune, radiusIn } from '../../pages/embed/filters.ts'
import { isOver } from '../../pages/parts/beyond.ts'
import { countText } from '../../pages/search/count.ts'
import { EMBED } from '../../pages/wording/embed.ts'
import { type MapHandle, MapPane } from './map-pane.tsx'
import { centreOf, firstPage, type Listed, nextPage, onePlace, type Page, Refused } from './places.ts'
import { SearchField } from './search-field.tsx'

type Props = {
  readonly api: string
  /** Filters of the API, as a query string. */
  readonly filters: string
  readonly lang: Language
  /** Whether there is a search field. */
  readonly isSearched: boolean
  /** Called after each search with its words and the number of places, null if they were not counted. */
  readonly onFound: (words: string, total: number | null) => void
  /** Called when a place is chosen, on the map or in the list. */
  readonly onPlace: (place: Listed) => void
}

type Found =
  | { readonly state: 'loading' | 'away' | 'refused' }
  | { readonly state: 'found'; readonly filters: URLSearchParams; readonly page: Page }

/** A map, and a list of the same places for people who cannot use the map. */
export function Embedded({ api, filters: given, lang, isSearched, onFound, onPlace }: Props) {
  const says = EMBED[lang]
  const [words, setWords] = useState(() => new URLSearchParams(given).get('q') ?? '')
  const filters = withWords(given, words)
  const [found, setFound] = useState<Found>({ state: 'loading' })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let current = true
    setFound({ state: 'loading' })
    ask(api, new URLSearchParams(filters))
      .catch((error: unknown): Found => ({ state: error instanceof Refused ? 'refused' : 'away' }))
      .then((answer) => {
        if (!current) return
        setFound(answer)
        if (answer.state === 'found') onFound(words, answer.page.total?.value ?? null)
      })
    return () => {
      current = false
    }
  }, [api, filters, tries])

  return (
    <section class="embedded" lang={lang} aria-label={says.label}>
      {isSearched && <SearchField lang={lang} words={words} onAsk={setWords} />}
      {found.state === 'found' ? (
        // With this key, a new search starts a new map and list.
        <Places
          key={filters}
          api={api}
          lang={lang}
          filters={found.filters}
          first={found.page}
          onPlace={onPlace}
        />
      ) : (
        <div class="message">
          <p role={found.state === 'loading' ? 'status' : 'alert'}>{says[found.state]}</p>
          {found.state === 'away' && (
            <button type="button" onClick={() => setTries(tries + 1)}>
              {says.retry}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** The filters with the words of the search field instead of their own. */
function withWords(given: string, words: string): string {
  const filters = new URLSearchParams(given)
  if (words === '') filters.delete('q')
  else filters.set('q', words)
  return String(filters)
}

async function ask(api: string, given: URLSearchParams): Promise<Found> {
  const filters = await aroundCommune(given, centreOf(api))
  return { state: 'found', filters, page: await firstPage(api, filters) }
}

type PlacesProps = Pick<Props, 'api' | 'lang' | 'onPlace'> & {
  readonly filters: URLSearchParams
  readonly first: Page
}

function Places({ api, lang, filters, first, onPlace }: PlacesProps) {
  const says = EMBED[lang]
  const [pages, setPages] = useState<readonly Page[]>([first])
  const [chosen, setChosen] = useState<Listed | null>(null)
  const [together, setTogether] = useState<readonly Listed[] | null>(null)
  const [failed, setFailed] = useState(false)
  const map = useRef<MapHandle | null>(null)
  const items = pages.flatMap((page) => page.items)
  const next = isOver(items) ? null : (pages.at(-1)?.next ?? null)

  const choose = async (id: string): Promise<void> => {
    const known = items.find((item) => item.id === id)
    const place = known ?? (await onePlace(api, id).catch(() => null))
    setChosen(place)
    if (place) onPlace(place)
  }
  const gather = async (bbox: string): Promise<void> => {
    const there = new URLSearchParams(filters)
    there.set('bbox', bbox)
    setTogether(
      await firstPage(api, there)
        .then((page) => page.items)
        .catch(() => null)
    )
  }
  const more = async (): Promise<void> => {
    const page = next === null ? null : await nextPage(api, next).catch(() => null)
    setFailed(page === null)
    if (page) setPages([...pages, page])
  }
  const point = (place: Listed): void => {
    setChosen(place)
    onPlace(place)
    if (place.location) map.current?.show(place.location)
  }
  const list = { origin: api, lang, chosen: chosen?.id, onPoint: point }
  return (
    <div class="parts">
      <MapPane
        api={api}
        lang={lang}
        filters={filters}
        first={first}
        onPlace={choose}
        onTogether={gather}
        handle={map}
      />
      <div class="list">
        <div role="status">
          <h2>{countText({ ...first, items }, radiusIn(filters), lang)}</h2>
        </div>
        <div role="status" class="chosen">
          {chosen && (
            <>
              <h3>{says.chosen}</h3>
              <EmbeddedCard place={chosen} origin={api} lang={lang} />
            </>
          )}
        </div>
        {together && (
          <div class="chosen">
            <EmbeddedList {...list} title={says.together} isTitled items={together} />
            <button type="button" onClick={() => setTogether(null)}>
              {says.close}
            </button>
          </div>
        )}
        <EmbeddedLists {...list} items={items} hasRadius={first.within !== undefined} />
        {failed && <p role="alert">{says.away}</p>}
        {next !== null && (
          <button type="button" onClick={more}>
            {failed ? says.retry : says.more}
          </button>
        )}
        <p>
          <a href={api} target="_blank" rel="noopener">
            {says.whole}
            <span class="visually-hidden"> ({says.newTab})</span>
          </a>
        </p>
      </div>
    </div>
  )
}
