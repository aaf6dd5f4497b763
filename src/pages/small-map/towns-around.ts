import type { BBox, Point } from '../../domain/geo/geo.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import type { Ask } from '../shell/api.ts'
import { frameAround } from './geometry.ts'

export type MapTown = { readonly code: string; readonly name: string; readonly at: Point }

/** The area of the drawing, and the towns that it shows around the places for orientation. */
export type Surroundings = {
  readonly frame: BBox
  /** The towns in the order in which their names are placed: the first ones are more likely to have room. */
  readonly towns: readonly MapTown[]
}

const MOST = 14

/**
 * Returns the surroundings of the points, with the town of the user or of the place, and the largest towns around.
 * If the towns cannot be loaded, the drawing is still shown.
 */
export async function surroundingsOf(
  ask: Ask,
  points: readonly Point[],
  home: MapTown | null
): Promise<Surroundings | null> {
  if (points.length === 0) return null
  const frame = frameAround(home ? [...points, home.at] : points)
  const bbox = [frame.west, frame.south, frame.east, frame.north].map((degrees) => degrees.toFixed(5))
  const asked = `/v1/territories?kind=commune&limit=${MOST}&bbox=${bbox}`
  const answered = await ask<{ readonly items: readonly Territory[] }>(asked)
  const towns = 'body' in answered ? answered.body.items : []
  const around = towns.flatMap(({ code, name, centre }) => (centre ? { code, name, at: centre } : []))
  return { frame, towns: home ? [home, ...around.filter(({ code }) => code !== home.code)] : around }
}
