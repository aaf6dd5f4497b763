import type { PlaceTold } from '../../pages/place/place-told.ts'
import { whenSeen } from '../map/when-seen.ts'

/** Lays a map with streets over the drawing of a place, when it scrolls into view. */
export function drawWhenSeen({ at, base, lang, name }: PlaceTold): void {
  const drawn = document.querySelector('.drawn')
  if (!drawn || !at) return
  whenSeen(drawn, base, async (reachable) => {
    const { drawPlace } = await import('./place-map.ts')
    await drawPlace(drawn, { at, base: reachable, lang, name })
  })
}
