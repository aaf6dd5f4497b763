import t from 'tap'
import { matchDue } from '../../../src/domain/merging/match-due.ts'
import { matchPublishing } from '../../../src/store/merging/match-writer.ts'
import { officialTowns } from '../../../src/store/territories/official-towns.ts'
import { apiOver, type Page } from '../../support/app.ts'
import type { Changes } from '../../support/changes.ts'
import { testDatabase } from '../../support/database.ts'
import { type GivenRecord, senderOf } from '../../support/records.ts'
import { derivedByOtherRules, forgetMatching } from '../../support/tamper.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)

const STREETS = [
  'rue de Nesmond',
  'rue Larcher',
  'rue des Bouchers',
  'rue Saint-Malo',
  'rue Royale',
  'quai de l’Aure'
]

const door = (street: string, id: string): GivenRecord => ({
  id,
  content: {
    name: `Espace numérique ${street}`,
    types: ['EPN'],
    services: [],
    address: { street: `3 ${street}`, postcode: '14400', city: 'Bayeux', commune: '14047' }
  }
})

const first = await senderOf(database, api, 'registre', 20)
const second = await senderOf(database, api, 'carte', 10)
await first.put(STREETS.map((street, nth) => door(street, `r${nth}`)))
await second.put(STREETS.map((street, nth) => door(street, `c${nth}`)))

const places = async () => (await api.get<Page>('/v1/places?commune=14047&limit=100&sort=name')).items
const joined = await places()

/**
 * Puts the directory into the state in which a release that did not know the streets of Bayeux would have left it.
 */
async function asOlder(): Promise<void> {
  await forgetMatching(database)
  await derivedByOtherRules(database, 'matching')
}

const run = async (
  options: { readonly anew?: boolean; readonly step?: number; readonly stopAfter?: number } = {}
) => {
  const steps: number[] = []
  const onStep = (compared: number) => {
    steps.push(compared)
    if (steps.length === options.stopAfter) throw new Error('stopped')
  }
  await matchDue(matchPublishing(database), officialTowns(), { ...options, onStep }).catch((error: Error) =>
    t.equal(error.message, 'stopped')
  )
  return steps
}

t.equal(joined.length, STREETS.length, 'the test data are complete: six places from twelve records')

t.test('records compared by this release are not compared again', async (t) => {
  t.same(await run(), [])
  t.same(await run({ anew: true }), [12], 'unless requested')
  t.same(await places(), joined)
})

t.test('records that an older release kept apart are merged by the next run or import', async (t) => {
  await asOlder()
  t.equal((await places()).length, 12)
  t.same(await run(), [12])
  t.same(idsOf(await places()), idsOf(joined))
  t.same(await run(), [])
  await asOlder()
  await second.put([...STREETS.map((street, nth) => door(street, `c${nth}`)), door('rue Tardif', 'c9')])
  t.equal((await places()).length, STREETS.length + 1)
  t.same(await run(), [])
})

t.test(
  'stopped after any step, it continues from there, and separates no places in the meantime',
  async (t) => {
    const whole = await places()
    const { cursor } = await api.get<Changes>('/v1/changes?since=now')
    for (const stopAfter of [1, 3, 5]) {
      await derivedByOtherRules(database, 'matching')
      t.equal((await run({ step: 2, stopAfter })).length, stopAfter)
      t.same(await places(), whole, `after ${stopAfter} steps`)
      t.ok((await run({ step: 2 })).length > 0, 'the others are still due')
      t.same(await places(), whole)
    }
    t.same((await api.get<Changes>(`/v1/changes?since=${cursor}`)).items, [], 'and no change is reported')
  }
)

const idsOf = (items: Page['items']) => items.map(({ id }) => id)
