import type { BBox, Point } from '../../domain/geo/geo.ts'
import { splitBeyond } from '../../pages/parts/beyond.ts'
import { FRANCE, type View } from './view.ts'

/** What an answer of the API says about where its places are. */
type Answered = {
  readonly items: readonly {
    readonly location: Point | null
    readonly distance_m?: number | null
    readonly beyond_radius?: true
    readonly fits?: boolean
  }[]
  readonly within?: { readonly radius_m: number; readonly count: number | null }
  /** Null if the answer holds all matching places. */
  readonly next: string | null
}

type Asked = {
  /** The point from which distances are measured; null if there is none. */
  readonly centre: Point | null
  /** Whether the question is limited to a territory. */
  readonly isLimited: boolean
}

/** Degrees shown on each side of a point without places around it: enough for a town and its surroundings. */
const AROUND = 0.12
/** Margin around places, in degrees. */
const MARGIN = 0.01
/** Maximum width and height in degrees of a view around a point. Places farther away are not shown with it. */
const WIDEST = 4
/** Maximum width and height in degrees of a view without a point: mainland France. */
const COUNTRY = 15
/** If no place is within the radius of the answer, the map shows this many of the places beyond the radius. */
const MOST_BEYOND = 3
const METRES_PER_DEGREE = 111_320

/**
 * The area that shows what an answer is about: the starting point with the places that the heading counts. If the
 * list does not hold all of these, it is their whole radius. Without a starting point, it is the box of all places of a
 * short answer or of a territory, and France for anything else.
 */
export function viewFor(found: Answered, { centre, isLimited }: Asked): View {
  const { items, within, next } = found
  if (centre) return aroundPoint(centre, found)
  if (next === null && !within) {
    const box = boxAround(pointsOf(items), COUNTRY)
    if (box) return box
  }
  return isLimited && items.length > 0 ? 'matching' : FRANCE
}

function aroundPoint(centre: Point, { items, within }: Answered): BBox {
  const { inside } = splitBeyond(items, within !== undefined)
  if (within && inside.length > 0 && inside.length < (within.count ?? 0))
    return circle(centre, within.radius_m)
  const listed = pointsOf(inside.length > 0 ? inside : items.slice(0, MOST_BEYOND))
  return (listed.length > 0 ? boxAround([...listed, centre], WIDEST) : undefined) ?? around(centre)
}

const pointsOf = (items: Answered['items']): readonly Point[] =>
  items.flatMap(({ location }) => location ?? [])

const around = ({ lat, lon }: Point): BBox => ({
  west: lon - AROUND,
  south: lat - AROUND / 1.5,
  east: lon + AROUND,
  north: lat + AROUND / 1.5
})

/** The box around a circle. */
export function circle({ lat, lon }: Point, radiusM: number): BBox {
  const tall = radiusM / METRES_PER_DEGREE
  const wide = tall / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return { west: lon - wide, east: lon + wide, south: lat - tall, north: lat + tall }
}

/** The box around these points with a margin; undefined if there are none, or if it is larger than `widest` degrees. */
function boxAround(points: readonly Point[], widest: number): BBox | undefined {
  if (points.length === 0) return undefined
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  const box = {
    west: Math.min(...lons) - MARGIN,
    south: Math.min(...lats) - MARGIN,
    east: Math.max(...lons) + MARGIN,
    north: Math.max(...lats) + MARGIN
  }
  return box.east - box.west > widest || box.north - box.south > widest ? undefined : box
}
