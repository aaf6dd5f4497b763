/** The base map on which places are drawn. */
export type BaseMap =
  | (Elsewhere & { readonly kind: 'style'; readonly url: string })
  | (Elsewhere & { readonly kind: 'raster'; readonly tiles: string })
  /** Only the outline of the world, which this site serves itself. */
  | { readonly kind: 'outline' }

type Elsewhere = {
  readonly attribution: string | null
  /** All origins from which the map loads files. The content security policy of the pages allows no others. */
  readonly origins: readonly string[]
}

const IGN_STYLE = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json'

/**
 * The base map for a configured URL. A URL with {z}, {x} and {y} stands for image tiles, any other URL for a
 * MapLibre style. The origins of a style's files are configured and not read from the style; otherwise the author
 * of the style could extend what our pages may load.
 */
export function baseMapOf(
  style: string,
  attribution: string | undefined,
  others: readonly string[] = []
): BaseMap {
  if (style === 'outline') return { kind: 'outline' }
  const origins = [...new Set([new URL(style).origin, ...others])]
  if (/\{z\}/.test(style)) return { kind: 'raster', tiles: style, attribution: attribution ?? null, origins }
  const thanks = attribution ?? (style === IGN_STYLE ? '© IGN' : null)
  return { kind: 'style', url: style, attribution: thanks, origins }
}

export const originsOf = (base: BaseMap): readonly string[] => (base.kind === 'outline' ? [] : base.origins)
