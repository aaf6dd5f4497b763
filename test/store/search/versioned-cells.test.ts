import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import type { Cell } from '../../../src/domain/search/ports.ts'
import { EVERYTHING } from '../../../src/domain/search/search-question.ts'
import { versionedCells } from '../../../src/store/search/map/versioned-cells.ts'

/**
 * A cache of cells whose counting takes a moment; the first count fails. `all` is the number of counts, and `most`
 * is the maximum number of simultaneous counts.
 */
function counting() {
  let now = 0
  let most = 0
  let all = 0
  const cells = versionedCells(
    async (): Promise<readonly Cell[]> => {
      all += 1
      now += 1
      most = Math.max(most, now)
      await wait(5)
      now -= 1
      if (all === 1) throw new Error('the database is away')
      return []
    },
    async () => 1
  )
  const ask = (level: number, quality: number) => cells({ ...EVERYTHING, minQuality: quality }, level)
  return { ask, seen: () => ({ most, all }) }
}

const COUNTRY = 8
const TOWN = 15
const SOME = [0.1, 0.2, 0.3, 0.4]

t.test('maps of the country are counted one after another, and each only once', async (t) => {
  const { ask, seen } = counting()
  const results = await Promise.allSettled([...SOME, ...SOME].map((quality) => ask(COUNTRY, quality)))
  t.equal(
    results.filter(({ status }) => status === 'rejected').length,
    2,
    'a failure affects only identical requests'
  )
  t.same(seen(), { most: 1, all: 4 })
  await ask(COUNTRY, 0.2)
  t.same(seen(), { most: 1, all: 4 }, 'and remembered')
  await ask(COUNTRY, 0.1)
  t.same(seen(), { most: 1, all: 5 }, 'but failures are not cached')
})

t.test('a map of a town does not wait for them', async (t) => {
  const { ask, seen } = counting()
  await Promise.allSettled(SOME.map((quality) => ask(TOWN, quality)))
  t.same(seen(), { most: 4, all: 4 })
})
