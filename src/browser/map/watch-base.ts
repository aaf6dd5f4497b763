import type { Map as MapLibre } from 'maplibre-gl'
import { BASE_PATIENCE_MS } from './base-style.ts'

/**
 * A style that could be read may name tiles that cannot: until one has come, the first error, or too long a silence,
 * gives the base map up.
 */
export function watchBase(map: MapLibre, giveUp: () => void): void {
  const patience = setTimeout(failed, BASE_PATIENCE_MS)
  map.on('error', failed)
  map.on('sourcedata', arrived)

  function arrived({ tile }: { readonly tile?: unknown }): void {
    if (tile !== undefined) settle()
  }
  function failed(): void {
    settle()
    giveUp()
  }
  function settle(): void {
    clearTimeout(patience)
    map.off('error', failed)
    map.off('sourcedata', arrived)
  }
}
