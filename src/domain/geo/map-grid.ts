import type { BBox } from './geo.ts'

/*
 * The tile grid of web maps: the world in Web Mercator is a square that starts at its north-west corner, and
 * each zoom halves the sides of the tiles. Places are counted in a grid eight times finer than the tiles,
 * which are drawn 512 pixels wide: cells of 64 pixels are about the smallest that can be distinguished and
 * touched.
 */

export type Tile = { readonly zoom: number; readonly x: number; readonly y: number }

export const DEEPEST_ZOOM = 20

/** Difference between the level of the grid and the zoom of the tiles. A grid of level n has 2^n columns and rows. */
const FINER = 3

export const gridLevel = (zoom: number): number => zoom + FINER

/** The deepest zoom of maps of a country, whose cells hold dozens of towns each. */
export const WIDE_ZOOM = 6
export const WIDEST_LEVEL = gridLevel(WIDE_ZOOM)

/**
 * Position in fractions of the side of the world, from the west and from the north. Latitudes beyond 85.05
 * degrees are clamped, because Mercator is infinite there.
 */
export function toSquare({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  const radians = (lat * Math.PI) / 180
  const y = 0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)
  return { x: (lon + 180) / 360, y: Math.min(1, Math.max(0, y)) }
}

/**
 * A margin in degrees, about a tenth of a millimetre, so that rounding loses no place. Places in the margin are then
 * filtered by their cell.
 */
const HAIR = 1e-9

/** The bounding box of a tile in degrees. Tiles at the top and bottom extend to the poles. */
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

/** Whether a cell, in the grid of the tile's zoom, belongs to the tile. */
export const isOfTile = (cell: GridCell, tile: Tile): boolean =>
  cell.x >> FINER === tile.x && cell.y >> FINER === tile.y

/** In fractions of the side of the world: a few millimetres, more than the margin of `frameOf`. */
const ON_A_LINE = 1e-10

/** The cells from `first` to `last`, both included, by columns and rows. */
type CellRange = { readonly first: GridCell; readonly last: GridCell }

/**
 * The cells that a box consists of, in the grid of this zoom; undefined if an edge runs through cells, or if the box
 * crosses the antimeridian.
 */
export function wholeCells({ west, south, east, north }: BBox, zoom: number): CellRange | undefined {
  const side = 2 ** gridLevel(zoom)
  const line = (fraction: number) => {
    const nearest = Math.round(fraction * side)
    return Math.abs(fraction - nearest / side) <= ON_A_LINE ? nearest : Number.NaN
  }
  // The cells at the top and bottom extend to the poles.
  const row = (lat: number) => {
    const { y } = toSquare({ lat, lon: 0 })
    return (y > 0 && y < 1) || Math.abs(lat) === 90 ? line(y) : Number.NaN
  }
  const column = (lon: number) => line(toSquare({ lat: 0, lon }).x)
  const first = { x: column(west), y: row(north) }
  const last = { x: column(east) - 1, y: row(south) - 1 }
  return last.x >= first.x && last.y >= first.y ? { first, last } : undefined
}

export const isInRange = ({ x, y }: GridCell, { first, last }: CellRange): boolean =>
  x >= first.x && x <= last.x && y >= first.y && y <= last.y

/** Maximum number of cells that a box can touch, in the grid of this zoom. */
export function cellsIn({ west, south, east, north }: BBox, zoom: number): number {
  const side = 2 ** gridLevel(zoom)
  const [top, bottom] = [toSquare({ lat: north, lon: 0 }), toSquare({ lat: south, lon: 0 })]
  const width = (east - west + (east < west ? 360 : 0)) / 360
  const along = (fraction: number) => Math.min(side, Math.ceil(fraction * side) + 1)
  return along(width) * along(bottom.y - top.y)
}
