import { type Map as MapLibre, Marker } from 'maplibre-gl'
import type { Language } from '../../domain/language.ts'
import { isOneAddress, keptApart, LARGE } from './apart.ts'
import type { Cluster } from './clusters.ts'
import { MAP_WORDING } from './wording.ts'

/*
 * Places and clusters are buttons on top of the map instead of being drawn in it. So screen readers announce them,
 * they can be reached with the keyboard, they keep their size and contrast, and their numbers need no font from a
 * server. The API counts places in cells of 64 pixels, so there are never more buttons than fit on a screen; those
 * that would overlap are joined.
 */

type Handlers = {
  readonly onPlace: (place: Cluster) => void
  readonly onCluster: (cluster: Cluster) => void
  /** For a cluster of places at one address; if left out, `onCluster` is called for these too. */
  readonly onTogether?: ((cluster: Cluster) => void) | undefined
}

type Markers = {
  /** Shows these clusters, and returns those that are drawn: some of them may be joined. */
  readonly show: (clusters: readonly Cluster[]) => readonly Cluster[]
}

export function markersOn(map: MapLibre, lang: Language, handlers: Handlers): Markers {
  let shown: readonly Marker[] = []
  const container = map.getCanvasContainer()
  // All markers together are a single Tab stop. The arrow keys move between markers, and then do not move the map.
  container.addEventListener('keydown', (event) => walk(event, shown, focusedIn(container)), {
    capture: true
  })
  return {
    show(clusters) {
      const focused = shown.some((marker) => marker.getElement() === focusedIn(container))
      for (const marker of shown) marker.remove()
      const apart = inReadingOrder(keptApart(clusters, (cluster) => map.project(lonLat(cluster))))
      shown = apart.map((cluster) =>
        new Marker({ element: buttonFor(cluster, lang, handlers) }).setLngLat(lonLat(cluster)).addTo(map)
      )
      const first = shown[0]?.getElement()
      if (first) first.tabIndex = 0
      if (focused) (first ?? map.getCanvas()).focus({ preventScroll: true })
      return apart
    }
  }
}

/** The focused element. If the map is inside a shadow root, the document only knows the host of this root. */
const focusedIn = (container: Element): Element | null =>
  (container.getRootNode() as Document | ShadowRoot).activeElement

const lonLat = ({ geometry: { coordinates } }: Cluster): [number, number] => [
  coordinates[0] ?? 0,
  coordinates[1] ?? 0
]

/** Sorts the clusters from north to south, then from west to east. */
const inReadingOrder = (clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.toSorted((one, other) => {
    const [lon = 0, lat = 0] = one.geometry.coordinates
    const [otherLon = 0, otherLat = 0] = other.geometry.coordinates
    return otherLat - lat || lon - otherLon
  })

function buttonFor(cluster: Cluster, lang: Language, handlers: Handlers): HTMLButtonElement {
  const { count, display_name: name } = cluster.properties
  const { onPlace, onCluster, onTogether } = handlers
  const button = document.createElement('button')
  const single = cluster.id !== undefined
  const together = !single && onTogether !== undefined && isOneAddress(cluster)
  const says = MAP_WORDING[lang]
  button.type = 'button'
  button.tabIndex = -1
  button.className = single ? 'map-pin' : `map-cluster ${count >= LARGE ? 'large' : ''}`
  button.textContent = single ? '' : compact(count, lang)
  button.ariaLabel = single ? (name ?? '') : together ? says.together(count) : says.cluster(count)
  if (cluster.id !== undefined) button.dataset.place = cluster.id
  button.addEventListener('click', (event) => {
    event.stopPropagation()
    if (single) onPlace(cluster)
    else if (together) onTogether(cluster)
    else onCluster(cluster)
  })
  return button
}

const compact = (count: number, lang: Language): string =>
  new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(count)

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function walk(event: KeyboardEvent, markers: readonly Marker[], focused: Element | null): void {
  const step = STEPS[event.key]
  const elements = markers.map((marker) => marker.getElement())
  const at = elements.indexOf(focused as HTMLElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  event.stopPropagation()
  const next = elements[(at + step + elements.length) % elements.length]
  if (!next) return
  for (const element of elements) element.tabIndex = element === next ? 0 : -1
  next.focus({ preventScroll: true })
}
