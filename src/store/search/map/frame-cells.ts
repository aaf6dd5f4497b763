import type { BBox } from '../../../domain/geo/geo.ts'

/** Cells of a grid over the world, each with a number, whose index holds the places of a cell by name. */
export type FrameCells = { readonly grid: Grid; readonly cells: readonly number[] }

/**
 * Cells to a degree, of `frame_cell` and of `wide_frame_cell` of the migrations: for the map of a town, of 14 by 10
 * hundredths of a degree, and for that of a département, of a degree each way. Either touches a dozen.
 */
const GRIDS = { frame_cell: 20, wide_frame_cell: 2 } as const
export type Grid = keyof typeof GRIDS

/** Each costs some 10 microseconds. */
const CELLS_MOST = 32

/** The cells that a box touches, or null where they are so many that walking them is no gain. */
export function cellsOf(box: BBox): FrameCells | null {
  return touched(box, 'frame_cell') ?? touched(box, 'wide_frame_cell')
}

// Numbered by columns from 180° west, and rows from the south pole. Across the antimeridian a box goes on at 180° west.
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
  // At 180° exactly, a row's last cell bears the number of the next row's first.
  return { grid, cells: [...new Set(rows.flatMap((each) => columns.map((one) => each * width + one)))] }
}

/** Whole numbers from one to another, both included; cut off where there are too many anyway. */
function range(from: number, to: number): readonly number[] {
  const length = Math.min(to - from, CELLS_MOST) + 1
  return Array.from({ length }, (_, index) => from + index)
}
