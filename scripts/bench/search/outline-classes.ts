// Searches in an outline, and beside each the search with another filter that finds nearly the same places.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Polygons } from '../../../src/domain/geo/geo.ts'
import type { Random } from '../../../src/seed/random.ts'
import type { Town } from '../../../src/seed/towns.ts'
import { SHARED } from '../../real-files.ts'
import type { Asked } from '../http-load.ts'
import type { World } from '../world.ts'
import { inFrame, type QueryClass, search } from './query-classes.ts'

export const OUTLINE_OF_TOWN = 'outline-town'
export const BOX_OF_TOWN = 'outline-town-box'
export const OUTLINE_OF_REGION = 'outline-region'
export const CODE_OF_REGION = 'outline-region-code'

const CORNERS = 500
const HALF_WIDTH = 0.07
const HALF_HEIGHT = 0.05

const within = (polygon: object): Asked => ({
  path: '/v1/places/search',
  json: JSON.stringify({ total: 'none', within: polygon })
})

/** A jagged ring that fills most of the map of a town. */
function ringAround(random: Random, { lat, lon }: Town): Polygons {
  const corners = Array.from({ length: CORNERS }, (_, n): [number, number] => {
    const angle = (2 * Math.PI * n) / CORNERS
    const reach = 0.9 + 0.1 * random.next()
    return [lon + HALF_WIDTH * reach * Math.cos(angle), lat + HALF_HEIGHT * reach * Math.sin(angle)]
  })
  return { type: 'MultiPolygon', coordinates: [[[...corners, corners[0] ?? [lon, lat]]]] }
}

/** The official outlines of the régions of metropolitan France, by code, of 180 to 705 corners. */
const REGIONS: ReadonlyMap<string, object> = readRegions(join(SHARED, 'geo/regions-simplifie.geojson'))

type Feature = { readonly properties: { readonly code: string }; readonly geometry: object }

function readRegions(file: string): ReadonlyMap<string, object> {
  const features = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')).features as readonly Feature[])
    : []
  return new Map(features.map(({ properties, geometry }) => [properties.code, geometry]))
}

/** The région of a town; the largest instead of one overseas. */
function regionOf(random: Random, { towns }: World): string {
  const code = random.weighted(towns).region ?? ''
  return REGIONS.has(code) ? code : '75'
}

const TOWN_CLASSES: readonly QueryClass[] = [
  {
    name: OUTLINE_OF_TOWN,
    asks: `in an outline of ${CORNERS} corners around a town, by name`,
    draw: (random, { towns }) => within(ringAround(random, random.weighted(towns)))
  },
  {
    name: BOX_OF_TOWN,
    asks: 'in the box around that outline',
    draw: (random, { towns }) => {
      const { lat, lon } = random.weighted(towns)
      return inFrame({
        west: lon - HALF_WIDTH,
        south: lat - HALF_HEIGHT,
        east: lon + HALF_WIDTH,
        north: lat + HALF_HEIGHT
      })
    }
  }
]

const REGION_CLASSES: readonly QueryClass[] = [
  {
    name: OUTLINE_OF_REGION,
    asks: 'in the official outline of a région, by name',
    draw: (random, world) => within(REGIONS.get(regionOf(random, world)) ?? {})
  },
  {
    name: CODE_OF_REGION,
    asks: 'in the same région, by its code',
    draw: (random, world) => search({ region: regionOf(random, world) })
  }
]

/** Without the file of the official outlines (`ANNUAIRE_SHARED_DATA`), only those of towns. */
export const OUTLINE_CLASSES: readonly QueryClass[] = [
  ...TOWN_CLASSES,
  ...(REGIONS.size > 0 ? REGION_CLASSES : [])
]
