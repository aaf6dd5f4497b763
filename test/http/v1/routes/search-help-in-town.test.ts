import t from 'tap'
import { apiOver, type Page, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, type PlaceSketch, testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

/** A place this many kilometres north of Bayeux, with an address in Bayeux if it is less than 5 km away. */
const north = (km: number, sketch: PlaceSketch): PlaceSketch => {
  const { at, address } = TOWNS.bayeux
  return { at: [at[0] + km / 111.2, at[1]], address: km < 5 ? address : {}, ...sketch }
}

const FRANCE_SERVICES: PlaceSketch = { types: ['RFS'], name: 'France services' }
const CENTRE_SOCIAL: PlaceSketch = { types: ['CS'], name: 'Centre social' }
const SERVICES = ['aide-aux-demarches-administratives', 'acces-internet-et-materiel-informatique']

t.test('help in town comes before help in the next town but one', async (t) => {
  const over = async (...places: readonly PlaceSketch[]) => {
    const database = await testDatabase(t)
    await writePlaces(
      database,
      places.map((told) => testPlace(told))
    )
    await analyse(database)
    const { get } = await apiOver(t, database)
    return async (q: string) => (await get<Page>(searchUrl({ q }))).items.map(({ name }) => name)
  }

  t.test('who surely or probably helps here before who says so 13 km away', async (t) => {
    const names = await over(
      north(1, FRANCE_SERVICES),
      north(2, { types: ['BIB'], name: 'Médiathèque' }),
      north(13, { name: 'Relais', services: SERVICES })
    )
    t.same(await names('aide démarches bayeux'), ['France services', 'Relais', 'Médiathèque'])
    t.same((await names('imprimer bayeux')).at(-1), 'Relais')
  })

  t.test(
    'a neighbouring kind before what has nothing to do with it, and before a true one far off',
    async (t) => {
      const names = await over(
        north(0.2, { name: 'Association' }),
        north(1, FRANCE_SERVICES),
        north(1, CENTRE_SOCIAL),
        north(30, { types: ['MUNI'], name: 'Mairie de Valognes' })
      )
      const first = async (q: string) => (await names(q))[0]
      t.equal(await first('town hall bayeux'), 'France services')
      t.equal(await first("point d'accès au droit bayeux"), 'France services')
      t.equal(await first('apprendre à lire bayeux'), 'Centre social')
      t.equal(await first('mon fils passe trop de temps sur les écrans bayeux'), 'Centre social')
    }
  )

  t.test(
    'people with papers are sent to the France services of the town first, but not to another town',
    async (t) => {
      const names = await over(
        north(0.1, { name: 'Tiers-lieu', services: SERVICES }),
        north(0.2, { name: 'Association', types: ['ASSO'], services: SERVICES }),
        north(1.4, FRANCE_SERVICES)
      )
      const [first] = await names("refaire ma carte d'identité bayeux")
      t.equal(first, 'France services')
      t.equal((await names('pay taxes near bayeux'))[0], 'France services')
      t.not((await names('wifi bayeux'))[0], 'France services')
      const alone = await over(
        north(0.1, { name: 'Tiers-lieu', services: SERVICES }),
        north(13, FRANCE_SERVICES)
      )
      t.equal((await alone("refaire ma carte d'identité bayeux"))[0], 'Tiers-lieu')
    }
  )

  t.test('a CCAS is no centre social, although its name says both words', async (t) => {
    const ccas = { name: "Centre communal d'action sociale" }
    const names = await over(north(0.2, ccas), north(9, CENTRE_SOCIAL))
    t.same((await names('centre social bayeux'))[0], 'Centre social')
  })

  t.test(
    'what is known to be at hand in Paris before what is only known to be somewhere in Paris',
    async (t) => {
      const [lat, lon] = [48.8566, 2.3522]
      const address = { city: 'Paris', commune: '75056' }
      const location = { lat, lon, origin: 'geocoder', precision: 'municipality' } as const
      const names = await over(
        { name: 'Accueil de jour', services: SERVICES, location, address },
        { ...FRANCE_SERVICES, at: [lat + 1 / 111.2, lon], address }
      )
      t.same(await names('aide démarches paris'), ['France services', 'Accueil de jour'])
    }
  )

  t.test('a bus of France services is the mobile one that is asked for', async (t) => {
    const bus = { ...FRANCE_SERVICES, name: 'Bus France services du Bessin' }
    const names = await over(north(0.2, FRANCE_SERVICES), north(3, bus))
    t.equal((await names('france services itinérante bayeux'))[0], 'Bus France services du Bessin')
  })

  t.test('Emmaüs Connect sells computers and SIM cards, whatever its record says', async (t) => {
    const names = await over(north(0.2, FRANCE_SERVICES), north(3, { name: 'Emmaüs Connect', labels: [] }))
    t.equal((await names('carte sim pas chère bayeux'))[0], 'Emmaüs Connect')
  })
})
