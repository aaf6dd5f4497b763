import type { Map as MapLibre } from 'maplibre-gl'
import { BASE_PATIENCE_MS } from './base-style.ts'

/**
 * Calls `giveUp` if the tiles of the base map cannot be loaded, which may happen even if its style could be read,
 * or if the page that embeds the map allows no worker, which prepares the tiles.
 * This is the case when every source has failed before the first tile has arrived, or when no tile has arrived within
 * `BASE_PATIENCE_MS`. Fonts and icons that cannot be loaded are just not drawn.
 */
export function watchBase(map: MapLibre, sources: readonly string[], giveUp: () => void): void {
  const patience = setTimeout(failed, BASE_PATIENCE_MS)
  const waited = new Set(sources)
  map.on('error', troubled)
  map.on('sourcedata', arrived)
  map.on('remove', settle)

  function arrived({ tile }: { readonly tile?: unknown }): void {
    if (tile !== undefined) settle()
  }
  function troubled(event: object): void {
    const { sourceId } = event as { readonly sourceId?: string }
    if (sourceId !== undefined && waited.delete(sourceId) && waited.size === 0) failed()
  }
  function failed(): void {
    settle()
    giveUp()
  }
  function settle(): void {
    clearTimeout(patience)
    map.off('error', troubled)
    map.off('sourcedata', arrived)
    map.off('remove', settle)
  }
}
