import { outlineUrl } from 'virtual:outline'
import type { StyleSpecification } from 'maplibre-gl'
import type { BaseMap } from '../../pages/shell/base-map.ts'

/** Milliseconds to wait for the base map. After that, the places are shown without it. */
export const BASE_PATIENCE_MS = 5_000

/** The style for MapLibre; rejects if the base map cannot be reached. */
export async function styleOf(base: BaseMap, dark: boolean): Promise<StyleSpecification> {
  if (base.kind === 'outline') return outlineStyle(dark)
  if (base.kind === 'raster') return rasterStyle(base.tiles)
  const answer = await fetch(base.url, { signal: AbortSignal.timeout(BASE_PATIENCE_MS) })
  if (!answer.ok) throw new Error(`${base.url}: ${answer.status}`)
  return (await answer.json()) as StyleSpecification
}

const rasterStyle = (tiles: string): StyleSpecification => ({
  version: 8,
  sources: { base: { type: 'raster', tiles: [tiles], tileSize: 256 } },
  layers: [{ id: 'base', type: 'raster', source: 'base' }]
})

/**
 * Zooms between which the sea takes the colour of the land. The outline is too coarse for a closer look: it would put
 * towns on the coast, such as Bayeux, into the sea.
 */
const [COARSE, CLOSE] = [7, 9]

/** A style with only the land and borders from Natural Earth, which are enough to recognise a country or a région. */
export function outlineStyle(dark: boolean): StyleSpecification {
  const [sea, land, border] = dark ? ['#1b2733', '#2a2f38', '#596273'] : ['#dbe7f0', '#f7f5f0', '#a9b0b8']
  const byZoom = <Value>(far: Value, near: Value) =>
    ['interpolate', ['linear'], ['zoom'], COARSE, far, CLOSE, near] as unknown as Value
  return {
    version: 8,
    sources: {
      outline: {
        type: 'geojson',
        data: new URL(outlineUrl, location.href).href,
        attribution: 'Natural Earth'
      }
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': byZoom(sea, land) } },
      { id: 'land', type: 'fill', source: 'outline', paint: { 'fill-color': land } },
      {
        id: 'borders',
        type: 'line',
        source: 'outline',
        paint: { 'line-color': border, 'line-width': 1, 'line-opacity': byZoom(1, 0) }
      }
    ]
  }
}
