import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import { AttributionControl, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { BBox } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { outlineStyle, styleOf } from './base-style.ts'
import { type Cluster, fetchClusters } from './clusters.ts'
import { markersOn } from './markers.ts'
import { spritesOf } from './sprites.ts'
import { watchBase } from './watch-base.ts'
import { MAP_WORDING } from './wording.ts'

export type PlacedName = {
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lon: number
}

export type MapOptions = {
  /** Origin of the API; empty if it is the origin of the page. */
  readonly api: string
  /** The filters of the search. */
  readonly filters: URLSearchParams
  readonly language: Language
  readonly base: BaseMap
  /** The area shown at first. */
  readonly view: BBox
  /** Called when a place is chosen on the map. */
  readonly onPlace?: (place: PlacedName) => void
  /** Called when the visible area has changed; `moved` is true if the user moved the map. */
  readonly onMove?: (seen: BBox, moved: boolean) => void
  /** Called after each request for places, with whether it succeeded. */
  readonly onPlaces?: (answered: boolean) => void
}

export type PlacesMap = {
  /** Shows the places for other filters. */
  readonly ask: (filters: URLSearchParams) => void
  readonly look: (box: BBox) => void
  /** Marks a place, even if it is inside a cluster; null removes the mark. */
  readonly mark: (place: { readonly lat: number; readonly lon: number } | null) => void
  readonly seen: () => BBox
  readonly remove: () => void
}

const CLOSEST_FIT = 15

/**
 * Creates a map of the matching places, in a container of any size. This file is large, so load it only when
 * a map is needed.
 */
export async function createMap(container: HTMLElement, options: MapOptions): Promise<PlacesMap> {
  setWorkerUrl(new URL(workerUrl, location.href).href)
  const says = MAP_WORDING[options.language]
  const style = await styleOf(options.base).catch(() => undefined)
  const sprites = spritesOf(style?.sprite)
  const map = new MapLibre({
    container,
    style: style ?? outlineStyle(),
    bounds: corners(options.view),
    fitBoundsOptions: { padding: 24 },
    maxZoom: 19,
    attributionControl: false,
    transformRequest: sprites.request,
    locale: { 'Map.Title': says.map, ...says.controls },
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    // One finger moves the map, because many people cannot use two. Pages leave room beside the map for scrolling.
    cooperativeGestures: false
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  if (style && options.base.kind !== 'outline') {
    const thanks = thanking(options.base.attribution)
    map.addControl(thanks)
    sprites.watch(map)
    watchBase(map, Object.keys(style.sources), () => {
      map.setStyle(outlineStyle())
      map.removeControl(thanks)
      map.addControl(thanking(null))
    })
  } else map.addControl(thanking(null))
  return placesOn(map, options)
}

const thanking = (whom: string | null): AttributionControl =>
  new AttributionControl({ compact: false, ...(whom && { customAttribution: escaped(whom) }) })

function placesOn(map: MapLibre, options: MapOptions): PlacesMap {
  let filters = options.filters
  let marked: Marker | undefined
  let asking = new AbortController()
  const seen = (): BBox => boxOf(map)
  const markers = markersOn(map, options.language, {
    onPlace: (place) => options.onPlace?.(named(place)),
    onCluster: ({ bbox: [west = 0, south = 0, east = 0, north = 0] = [] }) =>
      map.fitBounds(corners({ west, south, east, north }), { padding: 48, maxZoom: closer(map) })
  })
  const refresh = async (): Promise<void> => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    try {
      const { features } = await fetchClusters(
        { api: options.api, filters, seen: seen(), zoom: map.getZoom() },
        signal
      )
      if (signal.aborted) return
      markers.show(features)
      options.onPlaces?.(true)
    } catch {
      if (!signal.aborted) options.onPlaces?.(false)
    }
  }
  map.on('moveend', (event) => {
    void refresh()
    options.onMove?.(seen(), (event as { originalEvent?: Event }).originalEvent !== undefined)
  })
  void refresh()
  return {
    ask(next) {
      filters = next
      void refresh()
    },
    look: (box) => void map.fitBounds(corners(box), { padding: 24, maxZoom: CLOSEST_FIT }),
    mark(place) {
      marked?.remove()
      marked = place
        ? new Marker({ element: halo() }).setLngLat([place.lon, place.lat]).addTo(map)
        : undefined
    },
    seen,
    remove() {
      asking.abort()
      map.remove()
    }
  }
}

/** Maximum zoom when a cluster is opened. The map must zoom in even if a hundred places share one address. */
const closer = (map: MapLibre): number => Math.min(19, Math.max(map.getZoom() + 2, CLOSEST_FIT + 2))

function halo(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'map-marked'
  element.ariaHidden = 'true'
  return element
}

function named({ id = '', properties, geometry }: Cluster): PlacedName {
  const [lon = 0, lat = 0] = geometry.coordinates
  return { id, name: properties.display_name ?? '', lat, lon }
}

const corners = ({ west, south, east, north }: BBox): [[number, number], [number, number]] => [
  [west, south],
  [east, north]
]

function boxOf(map: MapLibre): BBox {
  const bounds = map.getBounds()
  return {
    west: Math.max(-180, bounds.getWest()),
    south: Math.max(-90, bounds.getSouth()),
    east: Math.min(180, bounds.getEast()),
    north: Math.min(90, bounds.getNorth())
  }
}

/** Escapes an attribution, because MapLibre treats it as HTML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
