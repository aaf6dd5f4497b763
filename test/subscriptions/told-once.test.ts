import fc from 'fast-check'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { runs } from '../support/properties/property-runs.ts'
import { senderOf } from '../support/records.ts'
import { digestsTo, subscribed, tellerOver, toldBy } from './subscribing.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const tellers = [tellerOver(database), tellerOver(database)] as const
const { put } = await senderOf(database, api, 'epn-de-la-nievre')

/** Places in Nevers, Clamecy and Bayeux. */
const COMMUNES = ['58194', '58079', '14047'] as const
const NAMES = ['Cyber-base du Banlay', 'Médiathèque Mitterrand', 'Espace numérique du Bessin'] as const

type Step =
  /** The places that exist, and a number for the phone of each. */
  | { readonly do: 'import'; readonly listed: readonly boolean[]; readonly phone: number }
  /** The chore, some minutes later; by two processes at once. */
  | { readonly do: 'tell'; readonly minutes: number; readonly twice: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    // A file without a single place is refused.
    listed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }).filter((listed) => listed.includes(true)),
    phone: fc.integer({ min: 0, max: 9 })
  }),
  fc.record({
    do: fc.constant('tell' as const),
    minutes: fc.constantFrom(1, 10, 20, 1_500, 12_000),
    twice: fc.boolean()
  })
)

const importAll = (listed: readonly boolean[], phone: number) =>
  put(
    COMMUNES.flatMap((commune, nth) =>
      listed[nth] === false
        ? []
        : [
            {
              id: `${nth}`,
              content: {
                name: NAMES[nth],
                types: ['EPN'],
                address: { commune },
                contacts: { phone: `+3338600000${(phone + nth) % 10}` }
              }
            }
          ]
    ),
    'mode=complete&max_withdrawn=100'
  )

type Change = {
  readonly version: number
  readonly place_id: string
  readonly commune: string
  readonly kind: string
  readonly fields: readonly string[]
}

/** The changes that say something to people, read without any of the statements of subscriptions. */
async function changesSince(version: number): Promise<readonly Change[]> {
  const { rows } = await database.batch.query<Change>(
    'SELECT change.version, place_id, commune, kind, fields FROM change JOIN place ON place.id = place_id'
  )
  const computed = ['quality', 'display_name', 'updated_at']
  return rows.filter(
    (row) =>
      Number(row.version) > version &&
      (row.kind !== 'updated' || row.fields.some((field) => !computed.includes(field)))
  )
}

const counted = (ids: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(ids)].toSorted().map((id) => [id, ids.filter((each) => each === id).length]))

let clock = Date.UTC(2027, 0, 4, 12)
let round = 0

t.test('each subscriber gets each change once, in whatever order acts and mails run', async (t) => {
  await importAll([true, true, true], 0)
  const nevers = (await api.get('/v1/places?commune=58194')).items[0]?.id ?? ''
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      round += 1
      await database.batch.query('DELETE FROM subscription')
      await importAll([true, true, true], 0)
      const { rows } = await database.batch.query<{ version: number }>('SELECT version FROM data_version')
      const start = Number(rows[0]?.version)
      const follow = (name: string, wish: Readonly<Record<string, string>>) =>
        subscribed(api, database, { email: `${name}${round}@nevers.example`, ...wish })
      await follow('lieu', { kind: 'place', place: nevers, cadence: 'now' })
      await follow('nievre', { kind: 'territory', territory: 'department:58', cadence: 'daily' })
      await follow('epn', { kind: 'search', search: 'type=EPN', cadence: 'weekly' })
      for (const each of [...steps, ...LAST]) {
        if (each.do === 'import') {
          await importAll(each.listed, each.phone)
          continue
        }
        clock += each.minutes * 60_000
        const now = new Date(clock)
        await Promise.all(tellers.slice(0, each.twice ? 2 : 1).map((tell) => tell(now)))
      }
      const changes = await changesSince(start)
      const expected = {
        lieu: changes.filter((each) => each.place_id === nevers),
        nievre: changes.filter(({ commune }) => commune.startsWith('58')),
        epn: changes
      }
      for (const [name, concerned] of Object.entries(expected)) {
        const told = (await digestsTo(database, `${name}${round}@nevers.example`)).flatMap((mail) =>
          [...toldBy(mail)].flatMap(([place, lines]) => lines.map(() => place))
        )
        t.strictSame(counted(told), counted(concerned.map((each) => each.place_id)), name)
      }
      if (!t.passing()) throw new Error('told too often, or not at all')
    }),
    { numRuns: runs(10) }
  )
})

/** A week later everything has been told, and a second time there is nothing left. */
const LAST: readonly Step[] = [
  { do: 'tell', minutes: 12_000, twice: false },
  { do: 'tell', minutes: 12_000, twice: true }
]
