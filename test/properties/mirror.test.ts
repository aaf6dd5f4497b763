import fc from 'fast-check'
import t from 'tap'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { merge, mirrorOf } from '../support/changes.ts'
import { testDatabase } from '../support/database.ts'
import { runs } from '../support/properties/property-runs.ts'
import { senderOf } from '../support/records.ts'
import { correctionsIn } from '../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)

const TOWNS = ['14047', '14118', '29019', '75111', '97411']

const records = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 12 }).map(String),
    content: fc.record({
      name: fc.constantFrom('EPN', 'Médiathèque', 'Fablab', 'Bus numérique'),
      address: fc.record({ commune: fc.constantFrom(...TOWNS) }),
      fees: fc.subarray(['gratuit', 'payant'])
    })
  }),
  { minLength: 1, maxLength: 12, selector: ({ id }) => id }
)

const write = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('complete' as const), records, source: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('partial' as const), records, source: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      nth: fc.nat(30),
      name: fc.constantFrom('Corrigé', 'Revu')
    })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), nth: fc.nat(30) }) }
)

/** Reads an export, and returns its places by id. */
async function exported(): Promise<ReadonlyMap<string, AnsweredPlace>> {
  const { body } = await api.ask('/v1/exports/places.ndjson')
  const lines = body.split('\n').filter((line) => line !== '')
  return new Map(lines.map((line) => JSON.parse(line) as AnsweredPlace).map((place) => [place.id, place]))
}

t.test('a mirror that follows the changes at any time equals an export', async (t) => {
  const senders = [await senderOf(database, api), await senderOf(database, api)]
  const mirror = mirrorOf(api)
  const follow = fc.record({ limit: fc.integer({ min: 1, max: 7 }), now: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(write, follow), { minLength: 1, maxLength: 5 }), async (steps) => {
      for (const [one, { limit, now }] of steps) {
        const ids = [...(await exported()).keys()]
        if (one.kind === 'correct' || one.kind === 'merge') {
          const place = ids[one.nth % Math.max(1, ids.length)]
          const other = ids[(one.nth + 1) % Math.max(1, ids.length)]
          if (place !== undefined && one.kind === 'correct') {
            await correctionsIn(database).make({ place, field: 'name', value: one.name })
          } else if (place !== undefined && other !== undefined && place !== other) {
            await merge(database, place, other)
          }
        } else {
          await senders[one.source]?.put(one.records, `mode=${one.kind}&max_withdrawn=100`)
        }
        if (now) await mirror.follow(limit)
      }
      await mirror.follow(3)
      const places = await exported()
      t.same([...mirror.places.keys()].sort(), [...places.keys()].sort())
      for (const [id, place] of places) t.same(mirror.places.get(id), place)
      t.equal(await mirror.follow(1), 0, 'and there is no further page')
    }),
    { numRuns: runs(15) }
  )
})
