import { outlineUrl } from 'virtual:outline'
import type { StyleSpecification } from 'maplibre-gl'
import type { BaseMap } from '../../pages/shell/base-map.ts'

/** How long to wait for the base map before it is given up, so that the places can be shown without it. */
export const BASE_PATIENCE_MS = 5_000

/** The style for MapLibre; rejects if the base map cannot be reached. */
export async function styleOf(base: BaseMap): Promise<StyleSpecification> {
  if (base.kind === 'outline') return outlineStyle()
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

/** Land and borders from Natural Earth, enough to recognise the area. Dark if the page is dark. */
export function outlineStyle(): StyleSpecification {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const [sea, land, border] = dark ? ['#1b2733', '#2a2f38', '#596273'] : ['#dbe7f0', '#f7f5f0', '#a9b0b8']
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
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'outline', paint: { 'fill-color': land } },
      { id: 'borders', type: 'line', source: 'outline', paint: { 'line-color': border, 'line-width': 1 } }
    ]
  }
}
