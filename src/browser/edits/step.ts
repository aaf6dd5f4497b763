import type { Point } from '../../domain/geo/geo.ts'
import type { Heading } from '../../pages/wording/position.ts'

const METRES_PER_DEGREE = 111_195

const WAYS: Readonly<Record<Heading, readonly [north: number, east: number]>> = {
  n: [1, 0],
  s: [-1, 0],
  e: [0, 1],
  w: [0, -1]
}

/** A tenth of a metre: no position of a door is more exact. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

export const exact = ({ lat, lon }: Point): Point => ({
  lat: rounded(Math.max(-85, Math.min(85, lat))),
  lon: rounded(Math.max(-180, Math.min(180, lon)))
})

/** The point that is some metres further. */
export function stepFrom({ lat, lon }: Point, heading: Heading, metres: number): Point {
  const [north, east] = WAYS[heading]
  const degrees = metres / METRES_PER_DEGREE
  return exact({ lat: lat + north * degrees, lon: lon + (east * degrees) / Math.cos((lat * Math.PI) / 180) })
}
