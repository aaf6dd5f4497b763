import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import { AttributionControl, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { styleOf } from './base-style.ts'
import { isDark } from './colour-scheme.ts'
import { GESTURES } from './gestures.ts'
import { spritesOf } from './sprites.ts'
import { watchBase } from './watch-base.ts'
import { MAP_WORDING } from './wording.ts'

type Shown = {
  readonly at: Point
  /** What the map shows, for screen readers. */
  readonly name: string
  readonly base: Exclude<BaseMap, { kind: 'outline' }>
  readonly lang: Language
}

type Events = {
  /** Its first tile has arrived, and it covers the drawing. */
  readonly onCovered?: () => void
  /** It could not be loaded and is removed. */
  readonly onGone?: () => void
}

/** Streets are readable, and the next crossroads are in sight. */
const ZOOM = 15

/**
 * Lays a map with streets over a drawing, and shows it once its first tiles have arrived. If they cannot be loaded, the
 * map is removed and the drawing stays.
 */
export async function streetMap(
  drawn: Element,
  { at, base, lang, name }: Shown,
  { onCovered, onGone }: Events = {}
): Promise<MapLibre> {
  setWorkerUrl(new URL(workerUrl, location.href).href)
  const style = await styleOf(base, isDark(drawn))
  const container = document.createElement('div')
  container.className = 'live'
  drawn.append(container)
  const sprites = spritesOf(style.sprite)
  const map = new MapLibre({
    container,
    style,
    center: [at.lon, at.lat],
    zoom: ZOOM,
    maxZoom: 19,
    attributionControl: false,
    transformRequest: sprites.request,
    locale: {
      'Map.Title': `${MAP_WORDING[lang].map} : ${name}`,
      ...MAP_WORDING[lang].controls,
      ...GESTURES[lang]
    },
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    // The map fills the width of a phone: one finger must scroll the page, not the map.
    cooperativeGestures: true
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new AttributionControl({ compact: false, ...thanks(base.attribution) }))
  sprites.watch(map)
  watchBase(map, Object.keys(style.sources), () => {
    drawn.classList.remove('covered')
    map.remove()
    container.remove()
    onGone?.()
  })
  map.on('sourcedata', ({ tile }: { readonly tile?: unknown }) => {
    if (tile === undefined || drawn.classList.contains('covered')) return
    drawn.classList.add('covered')
    onCovered?.()
  })
  return map
}

/** Attributions are escaped, because MapLibre treats them as HTML. */
const thanks = (attribution: string | null) =>
  attribution === null
    ? {}
    : { customAttribution: attribution.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }
