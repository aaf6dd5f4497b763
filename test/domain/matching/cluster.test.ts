import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { clusterRecords, deciding, type Judge, type Judged } from '../../../src/domain/matching/cluster.ts'
import type { Comparable } from '../../../src/domain/matching/comparable.ts'
import { sketch } from '../../support/comparables.ts'

const records = (...ids: readonly string[]): readonly Comparable[] =>
  ids.map((id) => sketch({ id, directory: id.replace(/\d+$/, '') }))

const allPairs = (list: readonly Comparable[]) =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const))

const idOf = ({ key }: Comparable) => key.split(' ')[1] ?? ''

/** A judge that knows the verdicts by the ids of both records. All other pairs are different. */
const judgeBy =
  (verdicts: Readonly<Record<string, Partial<Judged>>>): Judge =>
  (left, right) => {
    const [one, other] = [idOf(left), idOf(right)]
    const verdict = verdicts[`${one} ${other}`] ?? verdicts[`${other} ${one}`]
    return { verdict: 'different', score: -5, by: 'model', ...verdict }
  }

const idsOf = (clusters: readonly (readonly Comparable[])[]) => clusters.map((cluster) => cluster.map(idOf))
const SAME: Partial<Judged> = { verdict: 'same', score: 3 }

const run = (ids: readonly string[], verdicts: Readonly<Record<string, Partial<Judged>>>) => {
  const list = records(...ids)
  const { clusters, review } = clusterRecords(list, allPairs(list), judgeBy(verdicts))
  return { clusters: idsOf(clusters), review: review.map(({ pair }) => pair.map(idOf)) }
}

t.test(
  'no chain a–b–c if a and c disagree: the better pair is merged, the other is left for review',
  async (t) => {
    const { clusters, review } = run(['a1', 'b1', 'c1'], {
      'a1 b1': { verdict: 'same', score: 4 },
      'b1 c1': { verdict: 'same', score: 2 }
    })
    t.same(clusters, [['a1', 'b1'], ['c1']])
    t.same(review, [['b1', 'c1']])
  }
)

t.test(
  'a record that fits two records of one directory nearly equally well is left for review',
  async (t) => {
    const verdicts = { 'a1 b1': SAME, 'a1 b2': { verdict: 'same', score: 2.5 } } as const
    t.same(run(['a1', 'b1', 'b2'], verdicts).clusters, [['a1'], ['b1'], ['b2']])
    t.same(run(['a1', 'b1', 'b2'], { ...verdicts, 'a1 b2': { verdict: 'same', score: 1 } }).clusters, [
      ['a1', 'b1'],
      ['b2']
    ])
  }
)

t.test('a place that one directory has twice does not keep another directory out', async (t) => {
  const verdicts = {
    'a1 b1': { verdict: 'same', score: 3 },
    'a1 b2': { verdict: 'same', score: 2.9 },
    'b1 b2': { verdict: 'review', score: 4 }
  } as const
  const { clusters, review } = run(['a1', 'b1', 'b2'], verdicts)
  t.same(clusters, [['a1', 'b1'], ['b2']], 'the better one joins')
  t.same(
    review.toSorted(),
    [
      ['a1', 'b2'],
      ['b1', 'b2']
    ].toSorted(),
    'and the other is a question'
  )
})

t.test('a name entered twice at one door joins first, and no rival parts it', async (t) => {
  const door = { name: 'Maison pour tous Argouges', street: '2 rue Larcher', directory: 'a' }
  const list = [
    sketch({ ...door, id: 'a1' }),
    sketch({ ...door, id: 'a2' }),
    sketch({ ...door, id: 'a3', street: '40 rue Royale' })
  ]
  const judge = judgeBy({ 'a1 a2': { verdict: 'same', score: 2 }, 'a1 a3': { verdict: 'review', score: 3 } })
  t.same(idsOf(clusterRecords(list, allPairs(list), judge).clusters), [['a1', 'a2'], ['a3']])
})

t.test('decisions of people override the model, and are not asked again', async (t) => {
  const person = (verdict: 'same' | 'different') => ({ verdict, score: 0, by: 'person' }) as const
  const { clusters, review } = run(['a1', 'b1', 'c1'], {
    'a1 b1': person('different'),
    'b1 c1': person('same')
  })
  t.same(clusters, [['a1'], ['b1', 'c1']])
  t.same(review, [])
  t.same(run(['a1', 'a2'], { 'a1 a2': person('same') }).clusters, [['a1', 'a2']], 'even within one directory')
})

const scene = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `${'abc'[index % 3]}${index}`)
  const judged = fc.record({
    verdict: fc.constantFrom('same', 'same', 'review', 'different'),
    // Few values, so that ties are frequent.
    score: fc.constantFrom(1, 2, 4),
    by: fc.constantFrom('model', 'model', 'model', 'person')
  })
  const keys = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => `${one} ${other}`))
  return fc.record({
    ids: fc.constant(ids),
    verdicts: fc.tuple(...keys.map(() => judged)).map((all) => {
      const sensible = all.map((each) =>
        each.verdict === 'review' ? { ...each, by: 'model' as const } : each
      )
      return Object.fromEntries(keys.map((key, index) => [key, sensible[index]])) as Record<string, Judged>
    }),
    order: fc.shuffledSubarray(ids, { minLength: size })
  })
})

t.test('clusters do not depend on the order of anything', async (t) => {
  fc.assert(
    fc.property(scene, ({ ids, verdicts, order }) =>
      isDeepStrictEqual(run(ids, verdicts), run(order, verdicts))
    )
  )
  t.pass()
})

t.test(
  'every record is in one cluster, and records that people or the model separate are never together',
  async (t) => {
    fc.assert(
      fc.property(scene, ({ ids, verdicts }) => {
        const { clusters } = run(ids, verdicts)
        if (clusters.flat().toSorted().join() !== [...ids].toSorted().join()) return false
        return clusters.every((cluster) =>
          cluster.every((one, index) =>
            cluster.slice(index + 1).every((other) => {
              const judged = verdicts[`${one} ${other}`] ?? verdicts[`${other} ${one}`]
              const bound = Object.entries(verdicts).some(([key, { by, verdict }]) => {
                const [left = '', right = ''] = key.split(' ')
                return (
                  by === 'person' && verdict === 'same' && cluster.includes(left) && cluster.includes(right)
                )
              })
              if (judged?.by === 'person') return judged.verdict === 'same'
              return bound || judged?.verdict !== 'different'
            })
          )
        )
      })
    )
    t.pass()
  }
)

t.test('records that are not trusted neither part nor join trusted ones', async (t) => {
  const trusted = (ids: readonly string[]) =>
    records(...ids).map((record) => ({ ...record, trusted: record.directory !== 'c' }))
  const clustersOf = (ids: readonly string[], verdicts: Readonly<Record<string, Judged>>) => {
    const list = trusted(ids)
    const known = new Map<string, Judged>(
      Object.entries(verdicts).map(([key, each]) => [key, { ...each, by: 'model' }])
    )
    const { clusters } = clusterRecords(list, allPairs(list), judgeBy(Object.fromEntries(known)))
    return idsOf(clusters)
  }
  const withoutC = (clusters: readonly (readonly string[])[]) =>
    clusters.map((cluster) => cluster.filter((id) => !id.startsWith('c'))).filter(({ length }) => length > 0)
  fc.assert(
    fc.property(scene, ({ ids, verdicts }) => {
      const others = ids.filter((id) => !id.startsWith('c'))
      return isDeepStrictEqual(withoutC(clustersOf(ids, verdicts)), clustersOf(others, verdicts))
    }),
    { numRuns: 200 }
  )
  t.pass()
})

t.test('pairs that can neither merge nor separate records may be left out', async (t) => {
  const list = records('a1', 'a2', 'b1', 'b2', 'c1')
  const pairs = allPairs(list)
  const score = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10)
  const scores = fc.array(score, { minLength: pairs.length, maxLength: pairs.length })
  let left = 0
  fc.assert(
    fc.property(scores, (given) => {
      const verdicts = given.map((score) => ({ verdict: score >= 2 ? 'same' : 'review', score }) as const)
      const judge = judgeBy(
        Object.fromEntries(pairs.map((pair, index) => [pair.map(idOf).join(' '), verdicts[index] ?? {}]))
      )
      const scored = pairs.map(([one, other], index) => ({
        one: list.indexOf(one),
        other: list.indexOf(other),
        same: verdicts[index]?.verdict === 'same',
        score: verdicts[index]?.score ?? 0
      }))
      const kept = deciding(scored).flatMap((each) => {
        const pair = pairs[scored.indexOf(each)]
        return pair ? [pair] : []
      })
      left += pairs.length - kept.length
      const all = clusterRecords(list, pairs, judge)
      return isDeepStrictEqual(clusterRecords(list, kept, judge).clusters, all.clusters)
    }),
    { numRuns: 2_000 }
  )
  t.ok(left > 0, `${left} were`)
})
