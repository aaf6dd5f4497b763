import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BBox } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { ListedPlace } from '../../pages/parts/listed-place.ts'
import { filtersOf } from '../../pages/search/asked-of-api.ts'
import { type Choices, withoutChoices } from '../../pages/search/choices.ts'
import type { Failure, Found, FoundItem } from '../../pages/search/found.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import type { PlacedName, PlacesMap } from '../map/create-map.ts'
import { boxText, widened } from '../map/view.ts'
import { askPlace } from './ask-api.ts'
import { Summary } from './summary.tsx'
import { startOf, viewOf } from './view-of.ts'

type Props = {
  readonly base: BaseMap
  readonly lang: Language
  readonly choices: Choices
  readonly found: Found | Failure
  readonly marked: ListedPlace | null
  readonly chosen: FoundItem | null
  readonly onChoose: (place: FoundItem | null) => void
  readonly onArea: (bbox: string) => void
  /** Lists the places of this box, which share an address. */
  readonly onTogether: (bbox: string) => void
}

type State = 'coming' | 'there' | 'failed'

/** The map beside the list. It shows the places of the list, so the page also works without it. */
export function MapPanel({
  base,
  lang,
  choices,
  found,
  marked,
  chosen,
  onChoose,
  onArea,
  onTogether
}: Props) {
  const says = WORDING[lang]
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const [state, setState] = useState<State>('coming')
  const [placesFailed, setPlacesFailed] = useState(false)
  const [moved, setMoved] = useState<BBox | null>(null)
  const [map, setMap] = useState<PlacesMap | null>(null)
  const start = startOf(choices, found, lang)
  const view = viewOf(choices, found, start)
  const choose = useChoose(choices, found, onChoose)
  // The latest values, used when the map is created. Later changes are passed to the existing map.
  const latest = { filters: mapFilters(choices), view, start, choose, onTogether }
  const begin = useRef(latest)
  begin.current = latest

  useEffect(() => {
    if (!container) return undefined
    let made: PlacesMap | undefined
    const stop = whenSeen(container, async () => {
      try {
        const { createMap } = await import('../map/create-map.ts')
        const { filters, view, start } = begin.current
        made = await createMap(container, {
          api: '',
          filters,
          language: lang,
          base,
          view,
          start,
          onTogether: (box) => begin.current.onTogether(boxText(widened(box))),
          onPlace: (place) => void begin.current.choose(place),
          onMove: (seen, byHand) => byHand && setMoved(seen),
          onPlaces: (answered) => setPlacesFailed(!answered)
        })
        setMap(made)
        setState('there')
      } catch {
        setState('failed')
      }
    })
    return () => {
      stop()
      made?.remove()
    }
  }, [container, lang, base])

  const filters = mapFilters(choices).toString()
  useEffect(() => map?.ask(new URLSearchParams(filters)), [map, filters])
  const area = view === 'matching' ? filters : boxText(view)
  useEffect(() => {
    setMoved(null)
    if (choices.bbox === undefined) map?.look(view)
  }, [map, area])
  useEffect(() => map?.start(start), [map, start?.lat, start?.lon, start?.label])
  useEffect(() => map?.mark(marked?.location ?? null), [map, marked])

  return (
    <>
      <div class="map" ref={setContainer} />
      {state !== 'there' && (
        <p class="map-state">{state === 'coming' ? says.map.loading : says.map.failed}</p>
      )}
      {placesFailed && (
        <p class="map-state" role="alert">
          {says.map.noPlaces}{' '}
          <button type="button" onClick={() => map?.ask(new URLSearchParams(filters))}>
            {says.search.retry}
          </button>
        </p>
      )}
      {moved && state === 'there' && (
        <button type="button" class="here" onClick={() => onArea(boxText(moved))}>
          {says.map.here}
        </button>
      )}
      {chosen && (
        <Summary place={chosen} choices={choices} found={found} lang={lang} onClose={() => onChoose(null)} />
      )}
    </>
  )
}

/**
 * The filters for the map. They leave out the box, which limits only the list: the map also shows the places around
 * the box.
 */
const mapFilters = (choices: Choices): URLSearchParams =>
  filtersOf(withoutChoices(choices, ['bbox', 'cursor']))

/** Chooses a place on the map. A place in the list is already loaded; any other is fetched. */
function useChoose(choices: Choices, found: Found | Failure, onChoose: Props['onChoose']) {
  const asking = useRef(new AbortController())
  return useCallback(
    async (place: PlacedName) => {
      asking.current.abort()
      asking.current = new AbortController()
      const listed = typeof found === 'string' ? undefined : found.items.find(({ id }) => id === place.id)
      if (listed) return onChoose(listed)
      const answer = await askPlace(place, choices, asking.current.signal).catch(() => undefined)
      if (answer) onChoose(answer)
    },
    [choices, found, onChoose]
  )
}

/**
 * Calls `then` when the element is scrolled into view. On a phone the map is below the list, so it is loaded only
 * then.
 */
function whenSeen(element: HTMLElement, then: () => Promise<void>): () => void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      void then()
    },
    { rootMargin: '200px' }
  )
  observer.observe(element)
  return () => observer.disconnect()
}
