import type { Cell } from '../../../domain/search/ports.ts'

/** The same counts in a grid that is coarser by some levels: each level joins four cells into one. */
export function coarserCells(cells: readonly Cell[], levels: number): readonly Cell[] {
  if (levels === 0) return cells
  const joined = new Map<string, Cell>()
  for (const fine of cells) {
    const cell = { ...fine, x: fine.x >> levels, y: fine.y >> levels }
    const key = `${cell.x}/${cell.y}`
    const other = joined.get(key)
    joined.set(key, other ? join(other, cell) : cell)
  }
  return [...joined.values()].toSorted((one, other) => one.y - other.y || one.x - other.x)
}

function join(one: Cell, other: Cell): Cell {
  const count = one.count + other.count
  const mean = (a: number, b: number): number => (a * one.count + b * other.count) / count
  return {
    x: one.x,
    y: one.y,
    count,
    lon: mean(one.lon, other.lon),
    lat: mean(one.lat, other.lat),
    west: Math.min(one.west, other.west),
    south: Math.min(one.south, other.south),
    east: Math.max(one.east, other.east),
    north: Math.max(one.north, other.north),
    single: null
  }
}
