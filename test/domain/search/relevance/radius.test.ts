import t from 'tap'
import { reachOf } from '../../../../src/domain/search/relevance/radius.ts'

const km = (...kilometres: readonly number[]) => kilometres.map((each) => each * 1_000)

t.test('an answer looks as far as it takes for three places, or for as many as 40 km hold', async (t) => {
  for (const [nearest, extent, radius, why] of [
    [km(1, 2, 4), 0, 5_000, 'three within 5 km'],
    [km(1, 2, 7), 0, 10_000, 'the third at 7 km'],
    [km(1, 12, 18), 0, 20_000, 'the third at 18 km'],
    [km(1, 30, 70), 0, 40_000, 'two within 40 km, the second at 30'],
    [km(1, 70, 71), 0, 5_000, 'one within 40 km, and it is near'],
    [km(59), 0, 40_000, 'none within 40 km'],
    [[], 0, 40_000, 'none anywhere'],
    [km(1, 2, 3), 8_000, 10_000, 'a town that is larger'],
    [km(1, 2, 3), 90_000, 40_000, 'a commune of Guyane']
  ] as const) {
    t.equal(reachOf(nearest, extent).radiusM, radius, why)
  }
  t.equal(reachOf(km(59, 80, 90), 0).nearestM, 59_000, 'the nearest is told, however far')
  t.equal(reachOf([], 0).nearestM, null)
})
