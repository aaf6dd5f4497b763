import fc from 'fast-check'
import t from 'tap'
import { boxAroundAll, isOneAddress, keptApart, radiusOf } from '../../src/browser/map/apart.ts'
import type { Cluster } from '../../src/browser/map/clusters.ts'

const ID = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

const at = (x: number, y: number, count: number): Cluster => ({
  type: 'Feature',
  ...(count === 1 && { id: ID }),
  geometry: { type: 'Point', coordinates: [x, y] },
  properties: count === 1 ? { count, display_name: 'EPN de Bayeux' } : { count }
})

/** On this screen, a pixel is a degree. */
const pixelOf = ({ geometry: { coordinates } }: Cluster) => ({
  x: coordinates[0] ?? 0,
  y: coordinates[1] ?? 0
})

const sum = (clusters: readonly Cluster[]) =>
  clusters.reduce((all, { properties }) => all + properties.count, 0)

const screens = fc.array(
  fc
    .tuple(
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: 1, max: 300 })
    )
    .map(([x, y, count]) => at(x, y, count)),
  { maxLength: 30 }
)

t.test('no number hides another, and no place is lost', async (t) => {
  fc.assert(
    fc.property(screens, (clusters) => {
      const drawn = keptApart(clusters, pixelOf)
      for (const [index, one] of drawn.entries())
        for (const other of drawn.slice(index + 1)) {
          const [here, there] = [pixelOf(one), pixelOf(other)]
          const apart = Math.hypot(here.x - there.x, here.y - there.y)
          if (apart < radiusOf(one) + radiusOf(other) - 1e-9) return false
        }
      return sum(drawn) === sum(clusters)
    })
  )
  fc.assert(
    fc.property(screens, (clusters) => {
      t.same(
        boxAroundAll(keptApart(clusters, pixelOf)),
        boxAroundAll(clusters),
        'a click opens on all of them'
      )
    }),
    { numRuns: 30 }
  )
})

t.test('clusters that do not touch stay as they are', async (t) => {
  const clusters = [at(0, 0, 5), at(80, 0, 1), at(0, 80, 120)]
  t.same(keptApart(clusters, pixelOf), clusters)
})

t.test('two places a few pixels apart become one number', async (t) => {
  t.match(keptApart([at(0, 0, 1), at(6, 8, 3)], pixelOf), [
    { bbox: [0, 0, 6, 8], geometry: { coordinates: [4.5, 6] }, properties: { count: 4 } }
  ])
})

t.test(
  'sixty places at one address cannot be separated by looking closer; those of a street can',
  async (t) => {
    const paris = { ...at(2.347, 48.859, 62), bbox: [2.347, 48.859, 2.3471, 48.8591] }
    t.ok(isOneAddress(paris))
    t.notOk(isOneAddress({ ...paris, bbox: [2.347, 48.859, 2.348, 48.859] }))
  }
)
