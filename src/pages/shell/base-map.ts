/** What lies under the places on a map. */
export type BaseMap =
  | (Elsewhere & { readonly kind: 'style'; readonly url: string })
  | (Elsewhere & { readonly kind: 'raster'; readonly tiles: string })
  /** The outline of the world alone, which is ours. */
  | { readonly kind: 'outline' }

type Elsewhere = {
  readonly attribution: string | null
  /** All that it is loaded from: a page's policy allows these and no others. */
  readonly origins: readonly string[]
}

const IGN_STYLE = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json'

/**
 * An address with {z}, {x} and {y} is of images; any other, of a MapLibre style. That what a style names stands
 * elsewhere is said here, and not read from the style: whoever writes it could otherwise widen what our pages may load.
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
