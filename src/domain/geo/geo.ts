/** WGS 84 degrees. */
export type Point = { readonly lat: number; readonly lon: number }

/** A box in WGS 84 degrees. If `west > east`, it crosses the antimeridian. */
export type BBox = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The eight points of the compass, clockwise from north. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A GeoJSON geometry. Positions are [longitude, latitude], and rings are closed. */
export type Polygons = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
}
