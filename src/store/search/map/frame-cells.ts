import type { BBox } from '../../../domain/geo/geo.ts'

/**
 * Cells in a grid over the world, given by their numbers. The index of the grid contains the places of each cell in
 * the order of their names.
 */
export type FrameCells = { readonly grid: Grid; readonly cells: readonly number[] }

/**
 * Cells per degree in the two grids, as in the functions `frame_cell` and `wide_frame_cell` of the migrations. The
 * first grid is for the map of a town (0.14 by 0.10 degrees), the second for the map of a département (one degree
 * each way): either map touches about a dozen cells.
 */
const GRIDS = { frame_cell: 20, wide_frame_cell: 2 } as const
export type Grid = keyof typeof GRIDS

/** Maximum number of cells to walk, each of which takes about 10 microseconds. */
const CELLS_MOST = 32

/** The cells that a box touches; null if there are so many that walking them would not be faster. */
export function cellsOf(box: BBox): FrameCells | null {
  return touched(box, 'frame_cell') ?? touched(box, 'wide_frame_cell')
}

// The cells that a box touches, or null if there are too many. Columns are counted from 180° west, rows from the
// south pole. A box across the antimeridian continues at 180° west.
function touched({ west, south, east, north }: BBox, grid: Grid): FrameCells | null {
  const perDegree = GRIDS[grid]
  const width = 360 * perDegree
  const row = (lat: number): number => Math.floor((lat + 90) * perDegree)
  const column = (lon: number): number => Math.floor((lon + 180) * perDegree)
  const rows = range(row(south), row(north))
  const columns =
    west <= east
      ? range(column(west), column(east))
      : [...range(column(west), width), ...range(0, column(east))]
  if (rows.length * columns.length > CELLS_MOST) return null
  // The set removes a duplicate: at exactly 180°, the last cell of a row has the same number as the first cell of
  // the next row.
  return { grid, cells: [...new Set(rows.flatMap((each) => columns.map((one) => each * width + one)))] }
}

/** The whole numbers from `from` to `to`, both included; cut off when there are too many cells anyway. */
function range(from: number, to: number): readonly number[] {
  const length = Math.min(to - from, CELLS_MOST) + 1
  return Array.from({ length }, (_, index) => from + index)
}
