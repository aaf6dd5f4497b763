import type { BBox } from '../../domain/geo/geo.ts'
import type { Choices } from '../../pages/search/choices.ts'
import type { Failure, Found } from '../../pages/search/found.ts'
import { FRANCE, readBox } from '../map/view.ts'

/** Half of what is seen around a point: a town and what is near it. */
const AROUND = 0.12
/** Places farther apart than a région are not looked at together. */
const WIDEST = 4

/** What a map shows of a search: its box, what is around somebody or a town, or the places that it found. */
export function viewOf(choices: Choices, found: Found | Failure): BBox {
  const box = choices.bbox === undefined ? undefined : readBox(choices.bbox)
  if (box) return box
  if (choices.lat !== undefined) return around({ lat: Number(choices.lat), lon: Number(choices.lon) })
  if (typeof found === 'string') return FRANCE
  const { where } = found.interpreted ?? {}
  if (where?.location) return around(where.location)
  return boxOf(found) ?? FRANCE
}

const around = ({ lat, lon }: { readonly lat: number; readonly lon: number }): BBox => ({
  west: lon - AROUND,
  south: lat - AROUND / 1.5,
  east: lon + AROUND,
  north: lat + AROUND / 1.5
})

function boxOf({ items }: Found): BBox | undefined {
  const points = items.flatMap(({ location }) => location ?? [])
  if (points.length === 0) return undefined
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  const box = {
    west: Math.min(...lons) - 0.02,
    south: Math.min(...lats) - 0.02,
    east: Math.max(...lons) + 0.02,
    north: Math.max(...lats) + 0.02
  }
  return box.east - box.west > WIDEST || box.north - box.south > WIDEST ? undefined : box
}
