import type { BBox } from '../../domain/geo/geo.ts'
import { frameOf, gridLevel, toSquare } from '../../domain/geo/map-grid.ts'

/** Mainland France: the view of a search without a territory. */
export const FRANCE: BBox = { west: -5.2, south: 41.3, east: 9.6, north: 51.1 }

/** What a map shows: a box, or the box of all places that match its filters. */
export type View = BBox | 'matching'

const LATITUDE_MOST = 85

/**
 * The box of whole grid cells that covers the visible area. A cluster at the edge therefore counts all of its
 * places, and its count stays the same while the map moves.
 */
export function cellsSeen(seen: BBox, zoom: number): BBox {
  const level = gridLevel(zoom)
  const last = 2 ** level - 1
  const cellOf = (lat: number, lon: number) => {
    const { x, y } = toSquare({ lat: clamp(lat, LATITUDE_MOST), lon: clamp(lon, 180) })
    return {
      zoom: level,
      x: Math.min(last, Math.floor(x * 2 ** level)),
      y: Math.min(last, Math.floor(y * 2 ** level))
    }
  }
  const first = frameOf(cellOf(seen.north, seen.west))
  const end = frameOf(cellOf(seen.south, seen.east))
  return { west: first.west, south: end.south, east: end.east, north: first.north }
}

const clamp = (degrees: number, most: number): number => Math.max(-most, Math.min(most, degrees))

/** The box as the API expects it: west, south, east, north, rounded to about a metre. */
export const boxText = ({ west, south, east, north }: BBox): string =>
  [west, south, east, north].map((degrees) => String(Math.round(degrees * 1e5) / 1e5)).join(',')

/** Degrees around places that share an address: a text of a box has only five decimals. */
const HAIR = 0.0002

export const widened = ({ west, south, east, north }: BBox): BBox => ({
  west: west - HAIR,
  south: south - HAIR,
  east: east + HAIR,
  north: north + HAIR
})

/** Reads a text written by `boxText`; undefined if it is not a valid box. */
export function readBox(text: string): BBox | undefined {
  const numbers = text.split(',').map(Number)
  const [west = 0, south = 0, east = 0, north = 0] = numbers
  return numbers.length === 4 && numbers.every(Number.isFinite) ? { west, south, east, north } : undefined
}
