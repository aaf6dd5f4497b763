import fc from 'fast-check'
import t from 'tap'
import { questionsOf } from '../../../src/domain/review/questions.ts'
import type { QueuedPair } from '../../../src/domain/review/review-ports.ts'

/** Pairs of places, in the order of the queue. */
const queued = (...places: readonly (readonly [string, string])[]): readonly QueuedPair[] =>
  places.map(([place_one, place_other], index) => ({
    ...{ id: index + 1, one: 2 * index + 1, other: 2 * index + 2 },
    ...{ misled: places.length - index, place_one, place_other }
  }))

const placesOf = (pairs: readonly QueuedPair[]): readonly string[] =>
  [...new Set(pairs.flatMap(({ place_one, place_other }) => [place_one, place_other]))].toSorted()

const asked = (...places: readonly (readonly [string, string])[]): readonly string[] =>
  questionsOf(queued(...places)).map((pairs) => placesOf(pairs).join(''))

t.test('places that are all alike are one question', async (t) => {
  t.same(asked(['a', 'b']), ['ab'])
  t.same(asked(['a', 'b'], ['b', 'c'], ['a', 'c']), ['abc'])
  t.same(asked(['a', 'b'], ['c', 'd'], ['a', 'c'], ['b', 'd'], ['a', 'd'], ['b', 'c']), ['abcd'])
})

t.test('a chain is several questions, whose answers may differ', async (t) => {
  t.same(asked(['a', 'b'], ['b', 'c']), ['ab', 'bc'])
  t.same(asked(['c', 'd'], ['a', 'b'], ['b', 'c'], ['a', 'c']), ['cd', 'abc'])
})

t.test('each pair is in one question, and each two places of a question have a pair', async (t) => {
  const place = fc.constantFrom(...'abcdefghijkl')
  const edges = fc.uniqueArray(
    fc.tuple(place, place).filter(([one, other]) => one < other),
    { selector: String, maxLength: 60 }
  )
  fc.assert(
    fc.property(edges, (given) => {
      const pairs = queued(...given)
      const questions = questionsOf(pairs)
      t.same(
        questions.flat().toSorted((one, other) => one.id - other.id),
        pairs
      )
      for (const question of questions) {
        const { length } = placesOf(question)
        t.ok(length <= 8)
        t.equal(question.length, (length * (length - 1)) / 2)
        t.equal(question[0]?.id, Math.min(...question.map(({ id }) => id)), 'it begins with its first pair')
      }
    }),
    { numRuns: 100 }
  )
})
