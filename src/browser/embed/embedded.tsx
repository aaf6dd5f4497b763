import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { aroundCommune, radiusIn } from '../../pages/embed/filters.ts'
import { splitBeyond } from '../../pages/parts/beyond.ts'
import { countText } from '../../pages/search/count.ts'
import { EMBED } from '../../pages/wording/embed.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { ListedPlace } from './listed-place.tsx'
import { type MapHandle, MapPane } from './map-pane.tsx'
import { centreOf, firstPage, type Listed, nextPage, onePlace, type Page, Refused } from './places.ts'

type Props = {
  readonly api: string
  /** Filters of the API, as a query string. */
  readonly filters: string
  readonly lang: Language
}

type Found =
  | { readonly state: 'loading' | 'away' | 'refused' }
  | { readonly state: 'found'; readonly filters: URLSearchParams; readonly page: Page }

/** A map, and a list of the same places for people who cannot use the map. */
export function Embedded({ api, filters, lang }: Props) {
  const says = EMBED[lang]
  const [found, setFound] = useState<Found>({ state: 'loading' })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let current = true
    setFound({ state: 'loading' })
    ask(api, new URLSearchParams(filters))
      .catch((error: unknown): Found => ({ state: error instanceof Refused ? 'refused' : 'away' }))
      .then((answer) => current && setFound(answer))
    return () => {
      current = false
    }
  }, [api, filters, tries])

  return (
    <section class="embedded" lang={lang} aria-label={says.label}>
      {found.state === 'found' ? (
        <Places api={api} lang={lang} filters={found.filters} first={found.page} />
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

async function ask(api: string, given: URLSearchParams): Promise<Found> {
  const filters = await aroundCommune(given, centreOf(api))
  return { state: 'found', filters, page: await firstPage(api, filters) }
}

type PlacesProps = Pick<Props, 'api' | 'lang'> & {
  readonly filters: URLSearchParams
  readonly first: Page
}

function Places({ api, lang, filters, first }: PlacesProps) {
  const says = EMBED[lang]
  const [pages, setPages] = useState<readonly Page[]>([first])
  const [chosen, setChosen] = useState<Listed | null>(null)
  const [failed, setFailed] = useState(false)
  const map = useRef<MapHandle | null>(null)
  const items = pages.flatMap((page) => page.items)
  const next = pages.at(-1)?.next ?? null

  const choose = async (id: string): Promise<void> => {
    const known = items.find((item) => item.id === id)
    setChosen(known ?? (await onePlace(api, id).catch(() => null)))
  }
  const more = async (): Promise<void> => {
    const page = next === null ? null : await nextPage(api, next).catch(() => null)
    setFailed(page === null)
    if (page) setPages([...pages, page])
  }
  const point = (place: Listed): void => {
    setChosen(place)
    if (place.location) map.current?.show(place.location)
  }
  const { inside, beyond, unsure } = splitBeyond(items, first.within !== undefined)
  const list = { api, lang, chosen: chosen?.id, onPoint: point }
  return (
    <>
      <MapPane api={api} lang={lang} filters={filters} first={first} onPlace={choose} handle={map} />
      <div class="list">
        <div role="status">
          <h2>{countText({ ...first, items }, radiusIn(filters), lang)}</h2>
        </div>
        <div role="status" class="chosen">
          {chosen && (
            <>
              <h3>{says.chosen}</h3>
              <ListedPlace place={chosen} api={api} lang={lang} />
            </>
          )}
        </div>
        <PlaceList {...list} title={says.list} items={inside} />
        <PlaceList {...list} title={WORDING[lang].search.farther} isTitled items={beyond} />
        <PlaceList {...list} title={WORDING[lang].search.unsure} isTitled items={unsure} />
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
    </>
  )
}

type ListProps = Pick<Props, 'api' | 'lang'> & {
  readonly title: string
  /** Whether the title is visible, and not only the accessible name of the list. */
  readonly isTitled?: boolean
  readonly items: readonly Listed[]
  /** Id of the place chosen on the map. */
  readonly chosen: string | undefined
  readonly onPoint: (place: Listed) => void
}

const PlaceList = ({ title, isTitled, items, chosen, api, lang, onPoint }: ListProps) =>
  items.length === 0 ? null : (
    <>
      {isTitled && <h2>{title}</h2>}
      <ol aria-label={title}>
        {items.map((place) => (
          <li key={place.id} aria-current={place.id === chosen ? 'true' : undefined}>
            <ListedPlace place={place} api={api} lang={lang} onPoint={onPoint} />
          </li>
        ))}
      </ol>
    </>
  )
