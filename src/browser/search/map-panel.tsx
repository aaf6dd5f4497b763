import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BBox } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { ListedPlace } from '../../pages/parts/card.tsx'
import { type Choices, filtersOf, withoutChoices } from '../../pages/search/choices.ts'
import type { Failure, Found } from '../../pages/search/found.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import type { PlacesMap } from '../map/create-map.ts'
import { boxText } from '../map/view.ts'
import { askPlace } from './ask-api.ts'
import { Summary } from './summary.tsx'
import { viewOf } from './view-of.ts'

type Props = {
  readonly base: BaseMap
  readonly lang: Language
  readonly choices: Choices
  readonly found: Found | Failure
  readonly marked: ListedPlace | null
  readonly chosen: ListedPlace | null
  readonly onChoose: (place: ListedPlace | null) => void
  readonly onArea: (bbox: string) => void
}

type State = 'coming' | 'there' | 'failed'

/** The map beside the list. It shows the places of the list, so the page also works without it. */
export function MapPanel({ base, lang, choices, found, marked, chosen, onChoose, onArea }: Props) {
  const says = WORDING[lang]
  const [container, setContainer] = useState<HTMLDivElement | null>(null)
  const [state, setState] = useState<State>('coming')
  const [placesFailed, setPlacesFailed] = useState(false)
  const [moved, setMoved] = useState<BBox | null>(null)
  const [map, setMap] = useState<PlacesMap | null>(null)
  const view = viewOf(choices, found)
  const choose = useChoose(found, onChoose)
  // The latest values for creating the map. Once it exists, changes are passed to it.
  const begin = useRef({ filters: mapFilters(choices), view, choose })
  begin.current = { filters: mapFilters(choices), view, choose }

  useEffect(() => {
    if (!container) return undefined
    let made: PlacesMap | undefined
    const stop = whenSeen(container, async () => {
      try {
        const { createMap } = await import('../map/create-map.ts')
        const { filters, view } = begin.current
        made = await createMap(container, {
          api: '',
          filters,
          language: lang,
          base,
          view,
          onPlace: (place) => void begin.current.choose(place.id),
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
  const box = boxText(view)
  useEffect(() => {
    setMoved(null)
    if (choices.bbox === undefined) map?.look(view)
  }, [map, box])
  useEffect(() => map?.mark(marked?.location ?? null), [map, marked])

  return (
    <>
      <div class="map" ref={setContainer} />
      <a class="to-list" href="#count">
        {says.map.toList}
      </a>
      {state !== 'there' && (
        <p class="map-state">{state === 'coming' ? says.map.loading : says.map.failed}</p>
      )}
      {placesFailed && (
        <p class="map-state" role="alert">
          {says.map.noPlaces}
        </p>
      )}
      {moved && state === 'there' && (
        <button type="button" class="here" onClick={() => onArea(boxText(moved))}>
          {says.map.here}
        </button>
      )}
      {chosen && <Summary place={chosen} lang={lang} onClose={() => onChoose(null)} />}
    </>
  )
}

/**
 * The filters for the map. The box is left out: it limits only the list, and the map also shows what is around it.
 */
const mapFilters = (choices: Choices): URLSearchParams =>
  filtersOf(withoutChoices(choices, ['bbox', 'cursor']))

/** Chooses a place on the map by its id. A place in the list is already loaded; any other is fetched. */
function useChoose(found: Found | Failure, onChoose: Props['onChoose']) {
  const asking = useRef(new AbortController())
  return useCallback(
    async (id: string) => {
      asking.current.abort()
      asking.current = new AbortController()
      const listed = typeof found === 'string' ? undefined : found.items.find((place) => place.id === id)
      if (listed) return onChoose(listed)
      const answer = await askPlace(id, asking.current.signal).catch(() => undefined)
      if (answer && 'body' in answer) onChoose(answer.body)
    },
    [found, onChoose]
  )
}

/** On a phone the map is below the list, and is loaded when it is scrolled into view. */
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
