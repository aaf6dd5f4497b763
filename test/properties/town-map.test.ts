import fc from 'fast-check'
import t from 'tap'
import { cellsOf } from '../../src/store/frame-cells.ts'
import { apiOver, searchUrl } from '../support/app.ts'
import { names } from '../support/arbitrary-places.ts'
import { testDatabase } from '../support/database.ts'
import { fold } from '../support/oracle.ts'
import { analyse, testPlace, writePlaces } from '../support/places.ts'
import { runs } from '../support/property-runs.ts'

type Spot = readonly [number, number]

/** Caen, Suva in Fiji across from whose island the date changes, and the south pole. */
const MIDDLES: readonly Spot[] = [
  [49.18, -0.37],
  [-16.8, 179.99],
  [-89.99, 0]
]

const near = fc
  .tuple(
    fc.constantFrom(...MIDDLES),
    fc.double({ min: -0.12, max: 0.12, noNaN: true }),
    fc.double({ min: -0.12, max: 0.12, noNaN: true })
  )
  .map(([[lat, lon], north, east]): Spot => {
    const there = lon + east
    // Some lie on the border of a cell exactly.
    const rounded = (degrees: number) => Math.round(degrees * 20 * 3) / 60
    return [Math.max(-90, rounded(lat + north)), rounded(there > 180 ? there - 360 : there)]
  })

const places = fc
  .sample(fc.tuple(names, near, fc.boolean()), { numRuns: 300, seed: 14_118 })
  .map(([name, at, free]) => testPlace({ name, at, fees: free ? ['gratuit'] : ['payant'] }))

const boxes = fc
  .tuple(near, near)
  .filter(([[, one], [, other]]) => Math.abs(one - other) < 1 || Math.abs(one - other) > 359)
  .map(([[one, west], [other, east]]) => {
    // From west to east the shorter way, over the line where the date changes if need be.
    const turned = east < west !== Math.abs(east - west) > 1
    const [from, to] = turned ? [east, west] : [west, east]
    return { west: from, south: Math.min(one, other), east: to, north: Math.max(one, other) }
  })

t.test(
  'the map of a town tells all places in its frame, once each, in the order of their names',
  async (t) => {
    const database = await testDatabase(t)
    await writePlaces(database, places)
    await analyse(database)
    const { get, follow } = await apiOver(t, database)
    let walked = 0

    await fc.assert(
      fc.asyncProperty(
        boxes,
        fc.integer({ min: 7, max: 60 }),
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
          const asked = { bbox: [west, south, east, north].join(','), limit, total: 'exact', ...more }
          const pages = await follow(await get(searchUrl(asked)))
          const found = pages.flatMap(({ items }) => items)
          if (found.length !== wanted.length || new Set(found.map(({ id }) => id)).size !== wanted.length) {
            throw new Error(`${found.length} places found, ${wanted.length} lie in the frame`)
          }
          if (pages[0]?.total?.value !== wanted.length) throw new Error(`${pages[0]?.total?.value} counted`)
          const order = found.map(({ name, id }) => `${fold(name)} ${id}`)
          if (String(order) !== String(order.toSorted())) throw new Error('not in the order of the names')
          if (cellsOf(box) && wanted.length > limit) walked += 1
        }
      ),
      { numRuns: runs(50) }
    )
    t.ok(walked > 5, `${walked} frames were walked cell by cell, over several pages`)
  }
)

t.test('a frame of too many cells is not walked by them', (t) => {
  t.equal(cellsOf({ west: -5, south: 42, east: 8, north: 51 }), null)
  t.equal(cellsOf({ west: -180, south: -90, east: 180, north: 90 }), null)
  t.equal(cellsOf({ west: 2.28, south: 48.81, east: 2.42, north: 48.91 })?.length, 12)
  t.end()
})
