import type { PlaceTold } from '../../pages/place/place-told.ts'

/**
 * Lays a map with streets over the drawing when it scrolls into view, if a base map is configured. On a phone the
 * drawing is below the hours, so most readers never load the map. The drawing stays if the map cannot be loaded.
 */
export function drawWhenSeen({ at, base, lang, name }: PlaceTold): void {
  const drawn = document.querySelector('.drawn')
  if (!drawn || !at || base.kind === 'outline' || savesData()) return
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return
    observer.disconnect()
    void import('./place-map.ts')
      .then(({ drawPlace }) => drawPlace(drawn, { at, base, lang, name }))
      .catch(() => undefined)
  })
  observer.observe(drawn)
}

/** Whether the reader asked the browser to save data; only some browsers tell. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
