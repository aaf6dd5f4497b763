import { type Map as MapLibre, Marker } from 'maplibre-gl'
import type { Language } from '../../domain/language.ts'
import type { Cluster } from './clusters.ts'
import { MAP_WORDING } from './wording.ts'

/*
 * Places and clusters are buttons over the map, not painted into it. So screen readers announce them, the keyboard
 * reaches them, they keep their size and contrast, and their numbers need no font from a server. The API's grid of 64
 * pixels limits their number to what fits on a screen.
 */

type Handlers = {
  readonly onPlace: (place: Cluster) => void
  readonly onCluster: (cluster: Cluster) => void
}

type Markers = { readonly show: (clusters: readonly Cluster[]) => void }

export function markersOn(map: MapLibre, lang: Language, handlers: Handlers): Markers {
  let shown: readonly Marker[] = []
  const container = map.getCanvasContainer()
  // All markers together are a single Tab stop. The arrow keys move between markers, and then do not move the map.
  container.addEventListener('keydown', (event) => walk(event, shown), { capture: true })
  return {
    show(clusters) {
      const focused = shown.some((marker) => marker.getElement() === document.activeElement)
      for (const marker of shown) marker.remove()
      shown = inReadingOrder(clusters).map((cluster) =>
        new Marker({ element: buttonFor(cluster, lang, handlers) })
          .setLngLat(cluster.geometry.coordinates as [number, number])
          .addTo(map)
      )
      const first = shown[0]?.getElement()
      if (first) first.tabIndex = 0
      if (focused) (first ?? map.getCanvas()).focus({ preventScroll: true })
    }
  }
}

/** From north to south, then from west to east. */
const inReadingOrder = (clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.toSorted((one, other) => {
    const [lon = 0, lat = 0] = one.geometry.coordinates
    const [otherLon = 0, otherLat = 0] = other.geometry.coordinates
    return otherLat - lat || lon - otherLon
  })

function buttonFor(cluster: Cluster, lang: Language, { onPlace, onCluster }: Handlers): HTMLButtonElement {
  const { count, display_name: name } = cluster.properties
  const button = document.createElement('button')
  const single = cluster.id !== undefined
  button.type = 'button'
  button.tabIndex = -1
  button.className = single ? 'map-pin' : `map-cluster ${count >= 100 ? 'large' : ''}`
  button.textContent = single ? '' : compact(count, lang)
  button.ariaLabel = single ? (name ?? '') : MAP_WORDING[lang].cluster(count)
  if (cluster.id !== undefined) button.dataset.place = cluster.id
  button.addEventListener('click', (event) => {
    event.stopPropagation()
    if (single) onPlace(cluster)
    else onCluster(cluster)
  })
  return button
}

const compact = (count: number, lang: Language): string =>
  new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(count)

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function walk(event: KeyboardEvent, markers: readonly Marker[]): void {
  const step = STEPS[event.key]
  const elements = markers.map((marker) => marker.getElement())
  const at = elements.indexOf(document.activeElement as HTMLElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  event.stopPropagation()
  const next = elements[(at + step + elements.length) % elements.length]
  if (!next) return
  for (const element of elements) element.tabIndex = element === next ? 0 : -1
  next.focus({ preventScroll: true })
}
