/** The base map under the places. */
export type BaseMap =
  | (Elsewhere & { readonly kind: 'style'; readonly url: string })
  | (Elsewhere & { readonly kind: 'raster'; readonly tiles: string })
  /** The outline of the world alone, which is ours. */
  | { readonly kind: 'outline' }

type Elsewhere = {
  readonly attribution: string | null
  /** All origins that it loads from: the policy of the pages allows these and no others. */
  readonly origins: readonly string[]
}

const IGN_STYLE = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json'

/**
 * A URL with {z}, {x} and {y} is for image tiles, any other for a MapLibre style. The origins of a style's
 * files are configured, not read from the style: otherwise its author could extend what our pages may load.
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
