import type { Map as MapLibre } from 'maplibre-gl'
import { BASE_PATIENCE_MS } from './base-style.ts'

/**
 * A style that could be read may name tiles that cannot: when every source of it has failed before one tile came, or
 * the silence is too long, the base map is given up. Letters and images that fail are left out of what is drawn.
 */
export function watchBase(map: MapLibre, sources: readonly string[], giveUp: () => void): void {
  const patience = setTimeout(failed, BASE_PATIENCE_MS)
  const waited = new Set(sources)
  map.on('error', troubled)
  map.on('sourcedata', arrived)

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
  }
}
