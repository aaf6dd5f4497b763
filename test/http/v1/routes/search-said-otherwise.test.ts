import t from 'tap'
import { apiOver, type Page, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

t.test('what is abroad, or the name of a street in a question', async (t) => {
  const { at, address } = TOWNS.bayeux
  const database = await testDatabase(t)
  await writePlaces(database, [
    testPlace({ name: 'France services', types: ['RFS'], at: [at[0] + 0.002, at[1]], address }),
    testPlace({ name: 'Mairie', types: ['MUNI'], at: [at[0] + 0.004, at[1]], address }),
    testPlace({ name: 'Médiathèque', types: ['BIB'], at: [at[0] + 0.006, at[1]], address }),
    testPlace({ name: 'CAF du Bessin', types: ['CAF'], at: [at[0] + 0.25, at[1]] })
  ])
  await analyse(database)
  const { get } = await apiOver(t, database)
  const ask = (q: string) => get<Page>(searchUrl({ q }))
  const names = async (q: string) => (await ask(q)).items.map(({ name }) => name)

  t.test('a street named after the town hall does not ask for it', async (t) => {
    t.equal((await names('aide démarches place de la Mairie Bayeux'))[0], 'France services')
  })

  t.test('France services in town come before an office 28 km away', async (t) => {
    t.equal((await names('la caf bayeux'))[0], 'France services')
  })

  t.test('a town abroad finds nothing', async (t) => {
    t.same(await names('Bruxelles médiathèque'), [])
  })
})
