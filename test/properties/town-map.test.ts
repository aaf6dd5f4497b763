import fc from 'fast-check'
import t from 'tap'
import { cellsOf } from '../../src/store/search/map/frame-cells.ts'
import { apiOver, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, testPlace, writePlaces } from '../support/places.ts'
import { names } from '../support/properties/arbitrary-places.ts'
import { fold } from '../support/properties/oracle.ts'
import { runs } from '../support/properties/property-runs.ts'

type Spot = readonly [number, number]

/** Middles of maps: Caen, Suva in Fiji near the antimeridian, and a point near the south pole. */
const MIDDLES: readonly Spot[] = [
  [49.18, -0.37],
  [-16.8, 179.99],
  [-89.99, 0]
]

/** Offsets in degrees within a town or within a département. */
const offsets = fc
  .oneof(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -900, max: 900 }))
  .map((thousandths) => thousandths / 1000)

const near = ([lat, lon]: Spot): fc.Arbitrary<Spot> =>
  fc.tuple(offsets, offsets).map(([north, east]): Spot => {
    const there = lon + east
    // Positions are rounded, so that some are exactly on the border of a cell.
    const rounded = (degrees: number) => Math.round(degrees * 20 * 3) / 60
    return [Math.max(-90, rounded(lat + north)), rounded(there > 180 ? there - 360 : there)]
  })
const middles = fc.constantFrom(...MIDDLES)

const places = fc
  .sample(fc.tuple(names, middles.chain(near), fc.boolean()), { numRuns: 300, seed: 14_118 })
  .map(([name, at, free]) => testPlace({ name, at, fees: free ? ['gratuit'] : ['payant'] }))

const boxes = middles
  .chain((middle) => fc.tuple(near(middle), near(middle)))
  .map(([[one, west], [other, east]]) => {
    // The box takes the shorter way from west to east, across the antimeridian if necessary.
    const turned = east < west !== Math.abs(east - west) > 180
    const [from, to] = turned ? [east, west] : [west, east]
    return { west: from, south: Math.min(one, other), east: to, north: Math.max(one, other) }
  })

t.test('the map of a town or a département lists all places in its box once, ordered by name', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, places)
  await analyse(database)
  const { get, follow } = await apiOver(t, database)
  const walked = { frame_cell: 0, wide_frame_cell: 0 }

  await fc.assert(
    fc.asyncProperty(
      boxes,
      fc.integer({ min: 3, max: 20 }),
      fc.constantFrom({}, { fee: 'gratuit' }),
      async (box, limit, more) => {
        const { west, south, east, north } = box
        const inside = ({ lat, lon }: { lat: number; lon: number }) =>
          lat >= south &&
          lat <= north &&
          (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east)
        const wanted = places.filter(
          ({ content: { location, fees } }) =>
            location && inside(location) && (!('fee' in more) || fees.includes('gratuit'))
        )
        const parameters = { bbox: [west, south, east, north].join(','), limit, total: 'exact', ...more }
        const pages = await follow(await get(searchUrl(parameters)))
        const found = pages.flatMap(({ items }) => items)
        if (found.length !== wanted.length || new Set(found.map(({ id }) => id)).size !== wanted.length) {
          throw new Error(`${found.length} places found, ${wanted.length} lie in the frame`)
        }
        if (pages[0]?.total?.value !== wanted.length) throw new Error(`${pages[0]?.total?.value} counted`)
        const order = found.map(({ name, id }) => `${fold(name)} ${id}`)
        if (String(order) !== String(order.toSorted())) throw new Error('not in the order of the names')
        const grid = 'fee' in more ? undefined : cellsOf(box)?.grid
        if (grid && wanted.length > limit) walked[grid] += 1
      }
    ),
    { numRuns: runs(60) }
  )
  for (const [grid, times] of Object.entries(walked))
    t.ok(times > 0, `${grid}: ${times} frames, over several pages`)
})

t.test(
  'the maps of a town and of a département touch a dozen cells each; that of France is not split',
  (t) => {
    const town = cellsOf({ west: 2.28, south: 48.81, east: 2.42, north: 48.91 })
    t.match([town?.grid, town?.cells.length], ['frame_cell', 12])
    const calvados = cellsOf({ west: -1.16, south: 48.75, east: 0.45, north: 49.43 })
    t.match([calvados?.grid, calvados?.cells.length], ['wide_frame_cell', 8])
    t.equal(cellsOf({ west: -5, south: 42, east: 8, north: 51 }), null)
    t.equal(cellsOf({ west: -180, south: -90, east: 180, north: 90 }), null)
    t.end()
  }
)
