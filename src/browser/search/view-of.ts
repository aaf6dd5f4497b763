import type { BBox, Point } from '../../domain/geo/geo.ts'
import { splitBeyond } from '../../pages/parts/beyond.ts'
import type { Choices } from '../../pages/search/choices.ts'
import type { Failure, Found } from '../../pages/search/found.ts'
import { FRANCE, readBox } from '../map/view.ts'

/** Degrees shown on each side of a point without places around it: a town and its surroundings. */
const AROUND = 0.12
/** Margin around the listed places, in degrees. */
const MARGIN = 0.01
/** Maximum width and height in degrees. Places farther apart than a région are not shown together. */
const WIDEST = 4
/** If no place is within the radius of the answer, the map shows this many of the places beyond. */
const MOST_BEYOND = 3

/**
 * The area that the map shows: the box of the search; otherwise the point where the search starts, with the listed
 * places within its radius.
 */
export function viewOf(choices: Choices, found: Found | Failure): BBox {
  const box = choices.bbox === undefined ? undefined : readBox(choices.bbox)
  if (box) return box
  const centre = centreOf(choices, found)
  const listed = typeof found === 'string' ? [] : pointsOf(found)
  const fitted = boxOf(centre ? [...listed, centre] : listed)
  if (fitted && listed.length > 0) return fitted
  return centre ? around(centre) : FRANCE
}

function centreOf({ lat, lon }: Choices, found: Found | Failure): Point | null {
  if (lat !== undefined) return { lat: Number(lat), lon: Number(lon) }
  return typeof found === 'string' ? null : (found.interpreted?.where?.location ?? null)
}

function pointsOf({ items, within }: Found): readonly Point[] {
  const { inside } = splitBeyond(items, within !== undefined)
  const shown = inside.length > 0 ? inside : items.slice(0, MOST_BEYOND)
  return shown.flatMap(({ location }) => location ?? [])
}

const around = ({ lat, lon }: Point): BBox => ({
  west: lon - AROUND,
  south: lat - AROUND / 1.5,
  east: lon + AROUND,
  north: lat + AROUND / 1.5
})

function boxOf(points: readonly Point[]): BBox | undefined {
  if (points.length === 0) return undefined
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  const box = {
    west: Math.min(...lons) - MARGIN,
    south: Math.min(...lats) - MARGIN,
    east: Math.max(...lons) + MARGIN,
    north: Math.max(...lats) + MARGIN
  }
  return box.east - box.west > WIDEST || box.north - box.south > WIDEST ? undefined : box
}
