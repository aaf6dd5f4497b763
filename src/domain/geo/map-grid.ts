import type { BBox } from './geo.ts'

/*
 * The map as web maps cut it: the world in Web Mercator is one square, from its north-west corner; each zoom halves
 * the sides of its tiles. Places are counted in a grid eight times finer than the tiles, which are drawn 512 pixels
 * wide: a circle for each cell of 64 pixels is as many as one can tell apart and touch.
 */

export type Tile = { readonly zoom: number; readonly x: number; readonly y: number }

export const DEEPEST_ZOOM = 20

/** A grid of level n has 2^n columns and rows. */
const FINER = 3

export const gridLevel = (zoom: number): number => zoom + FINER

/** Fractions of the world's side, from the west and from the north. Beyond 85.05 degrees Mercator has no end: clamped. */
export function toSquare({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  const radians = (lat * Math.PI) / 180
  const y = 0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)
  return { x: (lon + 180) / 360, y: Math.min(1, Math.max(0, y)) }
}

/** Wide enough that rounding loses no place: a tenth of a millimetre. What lies beyond is told by its cell. */
const HAIR = 1e-9

/** The tile in degrees. Those at the top and the bottom reach the poles. */
export function frameOf({ zoom, x, y }: Tile): BBox {
  const side = 2 ** zoom
  const longitude = (column: number) => (column / side) * 360 - 180
  const latitude = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI
  return {
    west: Math.max(-180, longitude(x) - HAIR),
    south: y === side - 1 ? -90 : latitude(y + 1) - HAIR,
    east: Math.min(180, longitude(x + 1) + HAIR),
    north: y === 0 ? 90 : latitude(y) + HAIR
  }
}

type GridCell = { readonly x: number; readonly y: number }

/** Whether the cell, of the grid of the tile's zoom, is one of the tile's. */
export const isOfTile = (cell: GridCell, tile: Tile): boolean =>
  cell.x >> FINER === tile.x && cell.y >> FINER === tile.y

/** How many cells a box touches at most. */
export function cellsIn({ west, south, east, north }: BBox, zoom: number): number {
  const side = 2 ** gridLevel(zoom)
  const [top, bottom] = [toSquare({ lat: north, lon: 0 }), toSquare({ lat: south, lon: 0 })]
  const width = (east - west + (east < west ? 360 : 0)) / 360
  const along = (fraction: number) => Math.min(side, Math.ceil(fraction * side) + 1)
  return along(width) * along(bottom.y - top.y)
}
