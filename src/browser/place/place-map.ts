import 'maplibre-gl/dist/maplibre-gl.css'
import '../map/map.css'
import { AttributionControl, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { PlaceTold } from '../../pages/place/place-told.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { styleOf } from '../map/base-style.ts'
import { isDark } from '../map/colour-scheme.ts'
import { spritesOf } from '../map/sprites.ts'
import { watchBase } from '../map/watch-base.ts'
import { MAP_WORDING } from '../map/wording.ts'
import { PLACE_MAP_WORDING } from './wording.ts'

type Shown = Pick<PlaceTold, 'lang' | 'name'> & {
  readonly at: NonNullable<PlaceTold['at']>
  readonly base: Exclude<BaseMap, { kind: 'outline' }>
}

/** Streets are readable, and the next crossroads are in sight. */
const ZOOM = 15

/**
 * Draws the place on the base map, and shows the map once its first tiles have arrived. If they cannot be loaded, the
 * map is removed and the drawing stays.
 */
export async function drawPlace(drawn: Element, { at, base, lang, name }: Shown): Promise<void> {
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
      ...PLACE_MAP_WORDING[lang]
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
  new Marker({ element: pin(), anchor: 'center' }).setLngLat([at.lon, at.lat]).addTo(map)
  sprites.watch(map)
  watchBase(map, Object.keys(style.sources), () => {
    drawn.classList.remove('covered')
    map.remove()
    container.remove()
  })
  map.on('sourcedata', ({ tile }: { readonly tile?: unknown }) => {
    if (tile !== undefined) drawn.classList.add('covered')
  })
}

/** Attributions are escaped, because MapLibre treats them as HTML. */
const thanks = (attribution: string | null) =>
  attribution === null
    ? {}
    : { customAttribution: attribution.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }

/** The name of the map contains the name of the place, so the pin says nothing. */
function pin(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'map-pin'
  element.ariaHidden = 'true'
  return element
}
