import fc from 'fast-check'
import t from 'tap'
import { mapYielding } from '../../../src/domain/concurrency/map-yielding.ts'

t.test('each item is mapped once, in order, for any chunk size', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 30 }), async (all, stretch) => {
      t.same(
        await mapYielding(all, (each) => each + 1, stretch),
        all.map((each) => each + 1)
      )
    })
  )
})

t.test('other work runs between two chunks, and not within one', async (t) => {
  const seen: string[] = []
  const waiting = new Promise<void>((resolve) => {
    setImmediate(() => {
      seen.push('an answer of the database')
      resolve()
    })
  })
  await mapYielding(['Bayeux', 'Caen', 'Lisieux', 'Vire'], (town) => seen.push(town), 2)
  await waiting
  t.same(seen, ['Bayeux', 'Caen', 'an answer of the database', 'Lisieux', 'Vire'])
})

t.test('a failure is reported, and nothing is mapped after it', async (t) => {
  const made: string[] = []
  const failing = mapYielding(['Bayeux', 'Caen', 'Vire'], (town) => {
    if (town === 'Caen') throw new Error('no such town')
    made.push(town)
  })
  await t.rejects(failing, /no such town/)
  t.same(made, ['Bayeux'])
})
