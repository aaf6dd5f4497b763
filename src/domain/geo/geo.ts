/** WGS 84 degrees. */
export type Point = { readonly lat: number; readonly lon: number }

/** WGS 84 degrees; `west > east` crosses the antimeridian. */
export type BBox = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The eight points of the compass, clockwise from north. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** GeoJSON positions, [longitude, latitude], rings closed. */
export type Polygons = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
}
