import { spawnSync } from 'node:child_process'
import t from 'tap'
import { apiOver, type Page } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { decisionsIn, nameOf, pairOf } from '../../../support/inspect.ts'
import { createKey, type GivenRecord, senderOf } from '../../../support/records.ts'
import { TYPESCRIPT } from '../../../support/typescript-option.ts'
import { reviewIn } from '../../../support/writers.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { token } = await createKey(database, ['review'])

const doors = async (payload: object, key = token) =>
  api.ask({
    method: 'POST',
    url: '/v1/review/same-door-and-name',
    headers: { authorization: `Bearer ${key}` },
    payload
  })
const countIn = async (commune: string) => (await api.get<Page>(`/v1/places?commune=${commune}`)).items.length

type Town = { readonly postcode: string; readonly city: string; readonly commune: string }
const TULLE: Town = { postcode: '19000', city: 'Tulle', commune: '19272' }
const GUERET: Town = { postcode: '23000', city: 'Guéret', commune: '23096' }
const PRIVAS: Town = { postcode: '07000', city: 'Privas', commune: '07186' }
const MENDE: Town = { postcode: '48000', city: 'Mende', commune: '48095' }

/**
 * A place with a given name and address, but of another kind than its neighbours, so that the evidence alone does
 * not merge them.
 */
const house = (
  town: Town,
  name: string,
  street: string,
  { types, siret, phone, site }: Desk
): GivenRecord => ({
  id: `${town.commune}-${siret}`,
  content: {
    ...{ name, types, services: [], siret },
    address: { street, ...town },
    contacts: { phone, websites: [site] }
  }
})
type Desk = {
  readonly types: string[]
  readonly siret: string
  readonly phone: string
  readonly site: string
}
const ONE = { types: ['BIB'], siret: '13002526500013', phone: '+33555000001', site: 'https://un.example.org' }
const OTHER = {
  types: ['CCAS'],
  siret: '77568497002703',
  phone: '+33555000002',
  site: 'https://deux.example.net'
}

const first = await senderOf(database, api, 'registre')
const second = await senderOf(database, api, 'carte')
await first.put([
  house(TULLE, 'Le Lien Numérique', '12 bis rue d’Arsonval', ONE),
  house(GUERET, 'Le Lien', 'Place Bonnyaud', ONE),
  house(PRIVAS, 'Le Relais', '8 cours du Palais', ONE),
  house(PRIVAS, 'Le relais', '8 Cours du Palais', OTHER),
  house(MENDE, 'Le Trait d’union', '3 rue Basse', ONE)
])
await second.put([
  house(TULLE, 'LE LIEN NUMERIQUE', "12 BIS, RUE D'ARSONVAL", OTHER),
  house(GUERET, 'Le Lien', 'Place Bonnyaud', OTHER),
  house(MENDE, 'Le trait d’union', '3, rue Basse', OTHER)
])
const review = reviewIn(database)
await review.decide(
  await pairOf(database, ['registre', `48095-${ONE.siret}`], ['carte', `48095-${OTHER.siret}`]),
  'different',
  'Camille Martin'
)
const before = await Promise.all([TULLE, GUERET, PRIVAS, MENDE].map(({ commune }) => countIn(commune)))

t.test('a trial lists what would be accepted, and writes nothing', async (t) => {
  t.same(before, [2, 2, 2, 2])
  const { accepted, held, undone } = (await doors({})).json()
  t.match(accepted, [{ name: 'Le Lien Numérique', city: 'Tulle', sources: ['registre', 'carte'] }])
  t.equal(accepted.length, 1, 'not Guéret: a street without a number is no door')
  t.same(held, { listed_together: 1, decided: 1 }, 'Privas and Mende')
  t.equal(undone, 0)
  t.equal(await countIn(TULLE.commune), 2)
})

t.test('accepting makes them one place, by a decision of the author', async (t) => {
  const { accepted } = (await doors({ action: 'accept', by: 'Alex' })).json()
  t.equal(accepted.length, 1)
  t.same(
    await Promise.all([TULLE, GUERET, PRIVAS, MENDE].map(({ commune }) => countIn(commune))),
    [1, 2, 2, 2]
  )
  t.match((await decisionsIn(database)).at(-1), {
    same: true,
    made_by: /^Alex \(key [0-9a-f]{12}\) \(same door and name\)$/,
    undone_by: null
  })
  t.same((await doors({ action: 'accept', by: 'Alex' })).json().accepted, [], 'nothing is left to accept')
})

t.test('its author can undo it as a whole; other decisions hold', async (t) => {
  t.equal((await doors({ action: 'undo', by: 'Camille Martin' })).json().undone, 0)
  t.equal((await doors({ action: 'undo', by: 'Alex' })).json().undone, 1)
  t.equal(await countIn(TULLE.commune), 2)
  t.equal((await decisionsIn(database)).filter(({ undone_by }) => undone_by === null).length, 1)
})

t.test(
  'in a terminal, a trial needs no name, and accepting does',
  { skip: !process.env.DATABASE_URL && 'a database of the process alone' },
  async (t) => {
    const address = new URL(String(process.env.DATABASE_URL))
    address.pathname = `/${await nameOf(database)}`
    const run = (...options: readonly string[]) =>
      spawnSync(
        process.execPath,
        [TYPESCRIPT, 'src/cli.ts', 'match', 'accept', '--same-door-and-name', ...options],
        {
          env: { ...process.env, DATABASE_URL: address.href },
          encoding: 'utf8'
        }
      )
    const { stdout, status } = run('--dry-run')
    t.equal(status, 0)
    t.match(
      stdout,
      /Le Lien Numérique, 12 bis rue d’Arsonval, Tulle {2}\(registre, carte\)\n2 places would become 1\./
    )
    t.match(run(), { status: 1, stderr: /Say who decides/ })
    t.equal(await countIn(TULLE.commune), 2)
  }
)

t.test('it requires a key of reviewers', async (t) => {
  const { token: other } = await createKey(database, ['sources:write:carte'])
  t.equal((await doors({}, other)).statusCode, 403)
})
