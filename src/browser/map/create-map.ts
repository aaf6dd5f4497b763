import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import {
  AttributionControl,
  Map as MapLibre,
  Marker,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { BBox } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { boxOf as boxOfCluster } from './apart.ts'
import { baseNote } from './base-note.ts'
import { outlineStyle, styleOf } from './base-style.ts'
import { type Cluster, fetchClusters } from './clusters.ts'
import { isDark } from './colour-scheme.ts'
import { boxOfView } from './extent.ts'
import { markersOn } from './markers.ts'
import { spritesOf } from './sprites.ts'
import { type Start, startMarkOn } from './start-mark.ts'
import { FRANCE, type View } from './view.ts'
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
  readonly view: View
  /** Where the search starts; null if it starts nowhere. */
  readonly start: Start | null
  /** Called when a place is chosen on the map. */
  readonly onPlace?: (place: PlacedName) => void
  /** Called with the box of several places that share an address, when they are chosen: no zoom separates them. */
  readonly onTogether?: (box: BBox) => void
  /** Called when the visible area has changed; `moved` is true if the user moved the map. */
  readonly onMove?: (seen: BBox, moved: boolean) => void
  /** Called after each request for places; `answered` says whether it succeeded. */
  readonly onPlaces?: (answered: boolean) => void
}

export type PlacesMap = {
  /** Shows the places for other filters. */
  readonly ask: (filters: URLSearchParams) => void
  readonly look: (view: View) => void
  /** Marks the point where the search starts; null removes the mark. */
  readonly start: (start: Start | null) => void
  /** Marks a place, even if it is inside a cluster; null removes the mark. */
  readonly mark: (place: { readonly lat: number; readonly lon: number } | null) => void
  readonly seen: () => BBox
  readonly remove: () => void
}

const CLOSEST_FIT = 15
/** Pixels kept free at the edges of a fitted map: the buttons on the right, and the name of the start, below its mark. */
const FREE = { top: 48, bottom: 72, left: 72, right: 72 }
/** Minimum height in pixels of the part of a map that is in sight, for places to be fitted into this part. */
const LEAST_SEEN = 240

/** The free pixels, and the part of the map below the edge of the window, so that places are fitted into what is seen. */
function freeIn(container: Element): typeof FREE {
  const { top, bottom } = container.getBoundingClientRect()
  const hidden = innerHeight - top < LEAST_SEEN ? 0 : Math.max(0, bottom - innerHeight)
  return { ...FREE, bottom: FREE.bottom + hidden }
}

/**
 * Creates a map of the matching places, in a container of any size. This file is large, so load it only when
 * a map is needed.
 */
export async function createMap(container: HTMLElement, options: MapOptions): Promise<PlacesMap> {
  setWorkerUrl(new URL(workerUrl, location.href).href)
  const says = MAP_WORDING[options.language]
  const dark = isDark(container)
  const [style, box] = await Promise.all([
    styleOf(options.base, dark).catch(() => undefined),
    boxOfView(options, options.view, AbortSignal.timeout(EXTENT_PATIENCE_MS))
  ])
  const sprites = spritesOf(style?.sprite)
  const map = new MapLibre({
    container,
    style: style ?? outlineStyle(dark),
    bounds: corners(box ?? FRANCE),
    fitBoundsOptions: { padding: freeIn(container), maxZoom: CLOSEST_FIT },
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
  sprites.watch(map)
  addBase(map, options, style ?? null, dark)
  return placesOn(map, options)
}

/** Milliseconds to wait for the area of a new map. After that, it starts with France. */
const EXTENT_PATIENCE_MS = 5_000

/** Names the provider of the base map. If the base map cannot be drawn, says so, and draws the outline of the world. */
function addBase(
  map: MapLibre,
  { base, language }: MapOptions,
  style: StyleSpecification | null,
  dark: boolean
) {
  const note = baseNote()
  const thanks = thanking(style && base.kind !== 'outline' ? base.attribution : null)
  map.addControl(note, 'bottom-left')
  map.addControl(thanks)
  const missing = () => note.say(MAP_WORDING[language].noBase)
  if (!style) return missing()
  // On a slow machine, the outline may arrive after all.
  if (base.kind === 'outline') map.on('sourcedata', ({ tile }) => tile !== undefined && note.say(''))
  watchBase(map, Object.keys(style.sources), () => {
    missing()
    if (base.kind === 'outline') return
    map.setStyle(outlineStyle(dark))
    map.removeControl(thanks)
    map.addControl(thanking(null))
  })
}

const thanking = (whom: string | null): AttributionControl =>
  new AttributionControl({ compact: false, ...(whom && { customAttribution: escaped(whom) }) })

function placesOn(map: MapLibre, options: MapOptions): PlacesMap {
  let filters = options.filters
  let marked: Marker | undefined
  let asking = new AbortController()
  let looking = new AbortController()
  const seen = (): BBox => boxOf(map)
  const fit = (box: BBox, maxZoom: number) =>
    void map.fitBounds(corners(box), { padding: freeIn(map.getContainer()), maxZoom })
  const markers = markersOn(map, options.language, {
    onPlace: (place) => options.onPlace?.(named(place)),
    onCluster: (cluster) => fit(boxOfCluster(cluster), closer(map)),
    onTogether: options.onTogether && ((cluster) => options.onTogether?.(boxOfCluster(cluster)))
  })
  const markStart = startMarkOn(map)
  markStart(options.start)
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
    look: (view) => {
      looking.abort()
      looking = new AbortController()
      const { signal } = looking
      void boxOfView({ api: options.api, filters }, view, signal).then((box) => {
        if (box && !signal.aborted) fit(box, CLOSEST_FIT)
      })
    },
    start: markStart,
    mark(place) {
      marked?.remove()
      marked = place
        ? new Marker({ element: halo() }).setLngLat([place.lon, place.lat]).addTo(map)
        : undefined
    },
    seen,
    remove() {
      asking.abort()
      looking.abort()
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
