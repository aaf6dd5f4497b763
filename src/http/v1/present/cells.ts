import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type Tile, toSquare } from '../../../domain/geo/map-grid.ts'
import type { Cell } from '../../../domain/search/ports.ts'

/** The cells as GeoJSON (RFC 7946). Each is a single place, or a cluster with its count and bounding box. */
export function presentCells(cells: readonly Cell[]) {
  return {
    type: 'FeatureCollection',
    total: cells.reduce((sum, { count }) => sum + count, 0),
    features: cells.map((cell) => ({
      type: 'Feature',
      ...(cell.single && { id: cell.single.id }),
      ...(!cell.single && { bbox: [cell.west, cell.south, cell.east, cell.north] }),
      geometry: { type: 'Point', coordinates: [cell.lon, cell.lat] },
      properties: propertiesOf(cell)
    }))
  }
}

/** Name of the layer in a tile. */
const LAYER = 'places'
const EXTENT = 4096

/** A Mapbox Vector Tile 2.1 with one layer; without places, a tile without layers. */
export function presentTile(cells: readonly Cell[], tile: Tile): Buffer {
  if (cells.length === 0) return Buffer.alloc(0)
  const features = cells.map((cell) => ({
    type: 1 as const,
    geometry: [withinTile(cell, tile)],
    tags: tagsOf(cell)
  }))
  const layers = { [LAYER]: { features } }
  return Buffer.from(fromGeojsonVt(layers as never, { version: 2, extent: EXTENT }))
}

/**
 * Position in the tile, clamped so that rounding does not move a point near the border into the next tile.
 */
function withinTile(cell: Cell, { zoom, x, y }: Tile): [number, number] {
  const square = toSquare(cell)
  const units = (fraction: number, tiles: number) =>
    Math.min(EXTENT - 1, Math.max(0, Math.floor((fraction * 2 ** zoom - tiles) * EXTENT)))
  return [units(square.x, x), units(square.y, y)]
}

const propertiesOf = ({ count, single }: Cell) => (single ? { count, ...single } : { count })

/**
 * The attributes of a cell in a tile. Types are joined into one text and the box is given as four numbers, because
 * vector tiles have neither lists nor bounding boxes of features.
 */
function tagsOf({ count, single, west, south, east, north }: Cell): Record<string, string | number> {
  if (single) return { count, ...single, types: single.types.join(',') }
  return { count, west, south, east, north }
}
