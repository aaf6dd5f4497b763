import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks'
import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { EMBED } from '../../pages/wording/embed.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import type { PlacesMap } from '../map/create-map.ts'
import { boxText, widened } from '../map/view.ts'
import { areaOf, startIn } from './area.ts'
import { get, type Page } from './places.ts'

/** What the list uses to control the map. */
export type MapHandle = { readonly show: (point: Point) => void }

type Props = {
  readonly api: string
  readonly lang: Language
  readonly filters: URLSearchParams
  readonly first: Page
  readonly onPlace: (id: string) => void
  /** Called with the box of places that share an address, as the API expects it. */
  readonly onTogether: (bbox: string) => void
  readonly handle: MutableRef<MapHandle | null>
}

/**
 * The map of the places. It is loaded after the list, and only when it is about to be visible, because it is the
 * largest part of the download.
 */
export function MapPane({ api, lang, filters, first, onPlace, onTogether, handle }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const [placesFailed, setPlacesFailed] = useState(false)
  const [map, setMap] = useState<PlacesMap | null>(null)
  const choose = useRef({ onPlace, onTogether })
  choose.current = { onPlace, onTogether }

  useEffect(() => {
    let made: PlacesMap | undefined
    let gone = false
    const load = async (element: HTMLElement): Promise<void> => {
      const [{ createMap, MAP_STYLES }, base] = await Promise.all([
        import('./styled-map.ts'),
        get<BaseMap>(new URL('/embed/base-map.json', api))
      ])
      if (gone) return
      const root = element.getRootNode() as ShadowRoot
      if (!root.adoptedStyleSheets.includes(MAP_STYLES[0] as CSSStyleSheet))
        root.adoptedStyleSheets = [...MAP_STYLES, ...root.adoptedStyleSheets]
      made = await createMap(element, {
        api,
        filters: withoutBox(filters),
        language: lang,
        base,
        view: areaOf(filters, first),
        start: startIn(first, lang),
        onPlace: ({ id }) => choose.current.onPlace(id),
        onTogether: (box) => choose.current.onTogether(boxText(widened(box))),
        onPlaces: (answered) => setPlacesFailed(!answered)
      })
      const map = made
      if (gone) return map.remove()
      setMap(map)
      handle.current = {
        show: ({ lat, lon }) => {
          map.look({ west: lon - NEAR, east: lon + NEAR, south: lat - NEAR, north: lat + NEAR })
          map.mark({ lat, lon })
        }
      }
    }
    const stop = whenNear(container.current, (element) => load(element).catch(() => setFailed(true)))
    return () => {
      gone = true
      stop()
      made?.remove()
      handle.current = null
    }
  }, [api, filters, lang, first, handle])

  return failed ? (
    <p class="message" role="status">
      {EMBED[lang].noMap}
    </p>
  ) : (
    <div class="frame">
      <div class="map" ref={container} />
      {placesFailed && (
        <p class="message unplaced" role="alert">
          {WORDING[lang].map.noPlaces}{' '}
          <button type="button" onClick={() => map?.ask(withoutBox(filters))}>
            {EMBED[lang].retry}
          </button>
        </p>
      )}
    </div>
  )
}

/** Degrees shown on each side of a place: enough for a few streets around it. */
const NEAR = 0.005

/** The filters without their box, because the map asks for the places in its visible area instead. */
function withoutBox(filters: URLSearchParams): URLSearchParams {
  const without = new URLSearchParams(filters)
  without.delete('bbox')
  return without
}

/** The map loads when it is less than one screen away. */
const AHEAD = '100%'

function whenNear(element: HTMLElement | null, then: (element: HTMLElement) => void): () => void {
  if (!element) return () => undefined
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      then(element)
    },
    { rootMargin: AHEAD }
  )
  observer.observe(element)
  return () => observer.disconnect()
}
