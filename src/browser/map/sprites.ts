import type { Map as MapLibre, RequestParameters } from 'maplibre-gl'

const DENSE = /@2x(?=\.(?:json|png)$)/

/**
 * Screens of phones ask for images of twice the size, which not every style has, the IGN's among them: its own are
 * taken then.
 */
export function spritesOf(sprite: unknown) {
  let single = false
  return {
    request(url: string, type = ''): RequestParameters {
      return { url: single && type.startsWith('Sprite') ? url.replace(DENSE, '') : url }
    },
    watch(map: MapLibre): void {
      map.on('error', ({ error }) => {
        const { url = '' } = error as { readonly url?: string }
        if (single || typeof sprite !== 'string' || !DENSE.test(url)) return
        single = true
        map.setSprite(sprite)
      })
    }
  }
}
