import { area, booleanPointInPolygon, circle, point, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import t from 'tap'
import { type AnsweredPlace, apiOver, type Page, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, writePlaces } from '../support/places.ts'
import { positions, somePlaces } from '../support/properties/arbitrary-places.ts'
import { points, radii } from '../support/properties/arbitrary-questions.ts'
import { metres, TOLERANCE } from '../support/properties/oracle.ts'
import { runs } from '../support/properties/property-runs.ts'

t.test('positions compared with turf', async (t) => {
  const database = await testDatabase(t)
  const places = somePlaces(900, 75_056)
  const located = places.filter(({ content }) => content.location)
  const lost = places.filter(({ content }) => !content.location)
  await writePlaces(database, places)
  await analyse(database)
  const { all, post, follow } = await apiOver(t, database)

  const inOrder = (found: readonly AnsweredPlace[]) => {
    found.forEach((place, index) => {
      const before = found[index - 1]
      const [near, far] = [before?.distance_m ?? 0, place.distance_m ?? Number.POSITIVE_INFINITY]
      if (far < near) throw new Error(`${far} m comes after ${near} m`)
    })
  }

  t.test('the nearest first, all places, at distances that agree with turf', async (t) => {
    await fc.assert(
      fc.asyncProperty(points, fc.integer({ min: 1, max: 100 }), async ({ lat, lon }, limit) => {
        const found = await all(
          searchUrl({ lat, lon, limit: Math.max(limit, 40), total: 'none', fields: 'location,distance_m' })
        )
        inOrder(found)
        if (new Set(found.map(({ id }) => id)).size !== places.length) throw new Error('not every place once')
        for (const { location, distance_m } of found.slice(0, located.length)) {
          const far = metres([Number(lat), Number(lon)], [location?.lat ?? 0, location?.lon ?? 0])
          // Distances are rounded to 0.1 m.
          if (Math.abs(far - Number(distance_m)) > far * TOLERANCE + 0.1) {
            throw new Error(`${JSON.stringify(location)}: ${distance_m} m, by turf ${far} m`)
          }
        }
        const last = found.slice(located.length)
        if (last.some(({ distance_m }) => distance_m !== null)) throw new Error('a lost place has a distance')
        if (last.length !== lost.length) throw new Error('lost places do not come last')
      }),
      { numRuns: runs(25) }
    )
    t.pass('25 points of departure')
  })

  t.test('places at the same point are ordered by id', async (t) => {
    const found = await all('/v1/places?lat=48.8592&lon=2.3806&radius=1&limit=2')
    const ids = found.filter(({ distance_m }) => distance_m === 0).map(({ id }) => id)
    t.ok(ids.length > 3, `${ids.length} places at one spot`)
    t.same(ids, ids.toSorted())
  })

  t.test('a circle, at any latitude', async (t) => {
    await fc.assert(
      fc.asyncProperty(points, radii, async ({ lat, lon }, radius) => {
        const found = await all(searchUrl({ lat, lon, radius, limit: 100 }))
        inOrder(found)
        const ids = new Set(found.map(({ id }) => id))
        for (const { id, content } of places) {
          const { location } = content
          if (!location) {
            if (ids.has(id)) throw new Error('a lost place is in a circle')
            continue
          }
          const far = metres([Number(lat), Number(lon)], [location.lat, location.lon])
          if (Math.abs(far - radius) > radius * TOLERANCE && ids.has(id) !== far < radius) {
            throw new Error(`${JSON.stringify(location)} is ${far} m away, radius ${radius}`)
          }
        }
        if (found.some(({ distance_m }) => Number(distance_m) > radius + 0.05)) throw new Error('too far')
      }),
      { numRuns: runs(60) }
    )
    t.pass('60 circles')
  })

  t.test('a larger circle contains everything in a smaller one', async (t) => {
    await fc.assert(
      fc.asyncProperty(points, fc.tuple(radii, radii), async ({ lat, lon }, two) => {
        const [narrow = 1, wide = 1] = two.toSorted((a, b) => a - b)
        const within = await all(searchUrl({ lat, lon, radius: narrow, limit: 100, total: 'none' }))
        const without = await all(searchUrl({ lat, lon, radius: wide, limit: 100, total: 'none' }))
        const ids = new Set(without.map(({ id }) => id))
        if (within.some(({ id }) => !ids.has(id))) throw new Error('a wider circle lost a place')
      }),
      { numRuns: runs(30) }
    )
    t.pass('30 pairs')
  })

  const outlineIsRight = async (within: Polygon | MultiPolygon, more: object = {}) => {
    const page = await post<Page>('/v1/places/search', { within, limit: 100, ...more })
    const ids = new Set((await follow(page)).flatMap(({ items }) => items.map(({ id }) => id)))
    for (const { id, content } of places) {
      const { location } = content
      const inside = location !== null && booleanPointInPolygon(point([location.lon, location.lat]), within)
      if (ids.has(id) !== inside)
        throw new Error(`${JSON.stringify(location)} ${inside ? 'missed' : 'found'}`)
    }
  }

  /** Rounds degrees to a centimetre, as people and maps write coordinates. */
  const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

  /** A star around a point, with its corners ordered by angle so that its sides do not cross. */
  const stars = fc
    .tuple(
      positions,
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 6.28, noNaN: true }),
          fc.double({ min: 0.5, max: 20, noNaN: true })
        ),
        {
          minLength: 3,
          maxLength: 12
        }
      )
    )
    .map(([[lat, lon], corners]) => {
      const ring = corners
        .toSorted(([one], [other]) => one - other)
        .map(([angle, far]) => [
          rounded(Math.max(-180, Math.min(180, lon + far * Math.cos(angle)))),
          rounded(Math.max(-90, Math.min(90, lat + far * Math.sin(angle))))
        ])
      return [...ring, ring[0]] as Position[]
    })
    // Slivers narrower than the precision of numbers are excluded, because the result for them is undefined.
    .filter((ring) => area(polygon([ring])) > 1_000_000)

  t.test('a polygon of any shape, in any order', async (t) => {
    await fc.assert(
      fc.asyncProperty(
        stars,
        fc.constantFrom({}, { sort: 'updated' }, { total: 'none' }),
        async (ring, more) => {
          await outlineIsRight({ type: 'Polygon', coordinates: [ring] }, more)
        }
      ),
      { numRuns: runs(40) }
    )
    t.pass('40 outlines')
  })

  t.test('a polygon with a hole, and one in several parts', async (t) => {
    const around = (lon: number, lat: number, kilometres: number) =>
      circle([lon, lat], kilometres, { steps: 32 }).geometry.coordinates[0] ?? []
    await outlineIsRight({ type: 'Polygon', coordinates: [around(2, 47, 500), around(2, 47, 200)] })
    await outlineIsRight({
      type: 'MultiPolygon',
      coordinates: [
        [around(2, 47, 300), around(2, 47, 100)],
        [around(-0.7, 49.3, 150)],
        [around(8.7, 42, 100)]
      ]
    })
    // Fiji is on both sides of the antimeridian, so the area has two parts that are cut along it.
    const band = (west: number, east: number) => [
      [west, -30],
      [east, -30],
      [east, 0],
      [west, 0],
      [west, -30]
    ]
    await outlineIsRight({ type: 'MultiPolygon', coordinates: [[band(176, 180)], [band(-180, -176)]] })
    t.pass('holes and pieces')
  })
})
