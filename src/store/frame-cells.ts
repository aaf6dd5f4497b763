import type { BBox } from '../domain/search-question.ts'

// The same numbers as `frame_cell` of the migrations: columns from 180° west, rows from the south pole.
const PER_DEGREE = 20
const COLUMNS = 360 * PER_DEGREE

/** Each costs some 10 microseconds, and the map of a town, of 14 by 10 hundredths of a degree, touches 12. */
const CELLS_MOST = 32

const row = (lat: number): number => Math.floor((lat + 90) * PER_DEGREE)
const columnAt = (lon: number): number => Math.floor((lon + 180) * PER_DEGREE)

/**
 * The cells that a box touches, of a twentieth of a degree each way, or null where they are so many that walking
 * them is no gain. Across the antimeridian a box goes on at 180° west.
 */
export function cellsOf({ west, south, east, north }: BBox): readonly number[] | null {
  const rows = range(row(south), row(north))
  const columns =
    west <= east
      ? range(columnAt(west), columnAt(east))
      : [...range(columnAt(west), COLUMNS), ...range(0, columnAt(east))]
  if (rows.length * columns.length > CELLS_MOST) return null
  // At 180° exactly, a row's last cell bears the number of the next row's first.
  return [...new Set(rows.flatMap((each) => columns.map((column) => each * COLUMNS + column)))]
}

/** Whole numbers from one to another, both included; cut off where there are too many anyway. */
function range(from: number, to: number): readonly number[] {
  const length = Math.min(to - from, CELLS_MOST) + 1
  return Array.from({ length }, (_, index) => from + index)
}
