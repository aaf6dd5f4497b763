import type { Map as MapLibre, RequestParameters } from 'maplibre-gl'

const DENSE = /@2x(?=\.(?:json|png)$)/

/**
 * Lets the map load its sprites. High-density screens request sprites at twice the size. If a style does not have
 * them (the IGN's, for example), the sprites of normal size are used.
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
