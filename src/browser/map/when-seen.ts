import type { BaseMap } from '../../pages/shell/base-map.ts'

type Reachable = Exclude<BaseMap, { kind: 'outline' }>

/**
 * Loads a map with streets when its drawing scrolls into view, if a base map is configured. On a phone the drawing is far
 * down the page, so most readers never load the map. The drawing stays if the map cannot be loaded.
 */
export function whenSeen(drawn: Element, base: BaseMap, load: (base: Reachable) => Promise<unknown>): void {
  if (base.kind === 'outline' || savesData()) return
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return
    observer.disconnect()
    void load(base).catch(() => undefined)
  })
  observer.observe(drawn)
}

/** Whether the reader asked the browser to save data; only some browsers tell. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true
