import t from 'tap'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

/** Names in the documented order. */
const NAMES = [
  '‘AckLab – ateliers',
  'Écrivain public',
  '(Fab)Lab Digiscope',
  'L’Atelier',
  '" La Belle Créole "',
  'Zinc',
  '04-Accueil',
  '3 lieux',
  '###',
  'Ωδείο'
]

t.test('GET /v1/places without filters: places in the order of their names', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(
    database,
    NAMES.toReversed().map((name) => testPlace({ ...TOWNS.bayeux, name }))
  )
  const { get, all } = await apiOver(t, database)
  const names = async (query: string) => (await all(`/v1/places?${query}`)).map(({ name }) => name)

  t.test('names that begin with a letter come before those that begin with a digit', async (t) => {
    t.same(await names('limit=100'), NAMES)
  })

  t.test('each place is on one page, also in a territory and in a box', async (t) => {
    for (const where of ['', '&commune=14047', '&bbox=-0.8,49.2,-0.6,49.3']) {
      t.same(await names(`limit=1${where}`), NAMES)
    }
  })

  t.test('a name that begins with a digit is suggested while it is typed', async (t) => {
    const { items } = await get<{ items: { label: string }[] }>('/v1/suggest?q=3%20li')
    t.ok(items.some(({ label }) => label === '3 lieux'))
  })
})
