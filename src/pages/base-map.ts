/** What lies under the places on a map. */
export type BaseMap =
  | { readonly kind: 'style'; readonly url: string; readonly attribution: string | null }
  | { readonly kind: 'raster'; readonly tiles: string; readonly attribution: string | null }
  /** The outline of the world alone, which is ours. */
  | { readonly kind: 'outline' }

export const IGN_STYLE = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json'

/** An address with {z}, {x} and {y} is of images; any other, of a MapLibre style. */
export function baseMapOf(style: string, attribution: string | undefined): BaseMap {
  if (style === 'outline') return { kind: 'outline' }
  if (/\{z\}/.test(style)) return { kind: 'raster', tiles: style, attribution: attribution ?? null }
  return { kind: 'style', url: style, attribution: attribution ?? (style === IGN_STYLE ? '© IGN' : null) }
}

/** Where it is loaded from; of a style, all that it names must be there too. */
export function originsOf(base: BaseMap): readonly string[] {
  if (base.kind === 'outline') return []
  return [new URL(base.kind === 'style' ? base.url : base.tiles).origin]
}
