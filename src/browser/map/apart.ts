import type { BBox } from '../../domain/geo/geo.ts'
import type { Cluster } from './clusters.ts'

/** A point of the screen in pixels. */
type Pixel = { readonly x: number; readonly y: number }

/** Clusters with this many places or more are drawn larger, because their numbers have more digits. */
export const LARGE = 100

/** Half the diameter in pixels of what is drawn for a cluster or a single place, with room for its border. */
export const radiusOf = ({ id, properties }: Cluster): number =>
  id !== undefined ? 15 : properties.count >= LARGE ? 28 : 23

type Drawn = { readonly cluster: Cluster; readonly at: Pixel }

/**
 * Joins clusters that would overlap on the screen, so that each number can be read. The API counts places in cells of
 * 64 pixels and puts each count in the middle of its places, so that two counts on both sides of a border may be a
 * few pixels apart. The nearest two are joined first, until none overlap. No place is lost: the counts add up to the
 * same total.
 */
export function keptApart(
  clusters: readonly Cluster[],
  pixelOf: (cluster: Cluster) => Pixel
): readonly Cluster[] {
  let drawn: readonly Drawn[] = clusters.map((cluster) => ({ cluster, at: pixelOf(cluster) }))
  for (let pair = nearestOverlap(drawn); pair; pair = nearestOverlap(drawn)) {
    const [one, other] = pair
    const cluster = joined(one.cluster, other.cluster)
    drawn = [...drawn.filter((each) => each !== one && each !== other), { cluster, at: pixelOf(cluster) }]
  }
  return drawn.map(({ cluster }) => cluster)
}

function nearestOverlap(drawn: readonly Drawn[]): readonly [Drawn, Drawn] | undefined {
  let nearest: readonly [Drawn, Drawn] | undefined
  let least = 0
  drawn.forEach((one, index) => {
    for (const other of drawn.slice(index + 1)) {
      const room = distance(one.at, other.at) - radiusOf(one.cluster) - radiusOf(other.cluster)
      if (room < least) [least, nearest] = [room, [one, other]]
    }
  })
  return nearest
}

const distance = (one: Pixel, other: Pixel): number => Math.hypot(one.x - other.x, one.y - other.y)

function joined(one: Cluster, other: Cluster): Cluster {
  const count = one.properties.count + other.properties.count
  const middle = (axis: 0 | 1) =>
    (one.properties.count * (one.geometry.coordinates[axis] ?? 0) +
      other.properties.count * (other.geometry.coordinates[axis] ?? 0)) /
    count
  const { west, south, east, north } = around(boxOf(one), boxOf(other))
  return {
    type: 'Feature',
    bbox: [west, south, east, north],
    geometry: { type: 'Point', coordinates: [middle(0), middle(1)] },
    properties: { count }
  }
}

/** The box of all places of these clusters; undefined if there are none. */
export const boxAroundAll = (clusters: readonly Cluster[]): BBox | undefined =>
  clusters.map(boxOf).reduce<BBox | undefined>((all, box) => (all ? around(all, box) : box), undefined)

const around = (one: BBox, other: BBox): BBox => ({
  west: Math.min(one.west, other.west),
  south: Math.min(one.south, other.south),
  east: Math.max(one.east, other.east),
  north: Math.max(one.north, other.north)
})

/** The box of the places of a cluster; that of a single place is its point. */
export function boxOf({ bbox, geometry }: Cluster): BBox {
  const [lon = 0, lat = 0] = geometry.coordinates
  const [west = lon, south = lat, east = lon, north = lat] = bbox ?? []
  return { west, south, east, north }
}

/** Degrees: two places that are less than about 20 metres apart share an address, and no zoom separates them. */
const SAME_ADDRESS = 0.0002

/** Whether all places of a cluster are at one address, so that a closer look would not separate them. */
export function isOneAddress(cluster: Cluster): boolean {
  const { west, south, east, north } = boxOf(cluster)
  return east - west < SAME_ADDRESS && north - south < SAME_ADDRESS
}
