import t from 'tap'
import { apiOver, type Page, searchUrl } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { analyse, type PlaceSketch, testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const PAPERS = 'aide-aux-demarches-administratives'
const INTERNET = 'acces-internet-et-materiel-informatique'
const ALL = [PAPERS, INTERNET, 'maitrise-des-outils-numeriques-du-quotidien']

type Answer = Page & { readonly within?: { readonly radius_m: number } }

/** A place this many kilometres north of Brest, with an address there if it is less than 5 km away. */
const north = (km: number, sketch: PlaceSketch): PlaceSketch => {
  const { at, address } = TOWNS.brest
  return { at: [at[0] + km / 111.2, at[1]], address: km < 5 ? address : {}, ...sketch }
}

const hours = (osm: string): PlaceSketch => ({
  opening_hours: { osm, raw: osm, confidence: 'exact', timezone: 'Europe/Paris' }
})

/** A Monday night in Paris. */
const MONDAY_NIGHT = Date.parse('2026-11-30T20:04:00Z')

t.test('the places that receive who asks come first', async (t) => {
  const over = async (...places: readonly PlaceSketch[]) => {
    const database = await testDatabase(t)
    await writePlaces(
      database,
      places.map((told) => testPlace(told))
    )
    await analyse(database)
    const { get } = await apiOver(t, database, () => MONDAY_NIGHT)
    const ask = (q: string) => get<Answer>(searchUrl({ q }))
    return { ask, names: async (q: string) => (await ask(q)).items.map(({ name }) => name) }
  }

  t.test(
    'a France services before a crèche, a hostel or a record without a name that declare all',
    async (t) => {
      const closed = ['Multi-accueil collectif de Brest', 'CHRS Le Logis', 'Apprentis d’Auteuil', '115']
      const { names } = await over(
        ...closed.map((name, at) => north(0.1 + at / 10, { name, services: ALL })),
        north(2, { types: ['RFS'], name: 'France services' }),
        north(2.5, { types: ['EPN'], name: 'EPN' })
      )
      for (const q of ['aide démarches brest', 'imprimer brest'])
        t.same((await names(q)).slice(0, 2).toSorted(), ['EPN', 'France services'], q)
      t.equal((await names('CHRS Le Logis brest'))[0], 'CHRS Le Logis', 'what is called exactly so is right')
    }
  )

  t.test('an agency answers its own procedures', async (t) => {
    const { names } = await over(
      north(0.1, { name: 'CPAM Brest', services: ALL }),
      north(0.2, { name: 'CAF Brest', services: ALL }),
      north(2, { types: ['RFS'], name: 'France services' })
    )
    t.same(await names('dossier caf brest'), ['CAF Brest', 'France services', 'CPAM Brest'])
    t.same((await names('demande de bourse collège brest'))[0], 'France services')
    t.same((await names('carte vitale brest'))[0], 'CPAM Brest')
  })

  t.test('who welcomes blind people across the town before who says nothing next door', async (t) => {
    const blind = { name: 'MIETE', services: ALL, needs: ['deficience-visuelle'] }
    const { names } = await over(north(0.2, { name: 'Atelier', services: ALL }), north(5.5, blind))
    t.equal((await names('malvoyant apprendre à utiliser un téléphone brest'))[0], 'MIETE')
  })

  t.test(
    'what is closed comes last, whatever its name; and an evening asked for at night is the next',
    async (t) => {
      const rfs = (name: string, osm: string): PlaceSketch => ({ types: ['RFS'], name, ...hours(osm) })
      const { names } = await over(
        north(0.2, rfs('France services de Brest', 'Mo-Fr 09:00-12:00')),
        north(9, rfs('France services de Plabennec', 'Mo-Sa 09:00-12:00')),
        north(10, rfs('France services de Lannilis', 'Tu 09:00-12:00,13:30-19:00')),
        north(12, { types: ['RFS'], name: 'France services de Ploudalmézeau' })
      )
      t.same((await names('france services samedi brest')).slice(0, 2), [
        'France services de Plabennec',
        'France services de Ploudalmézeau'
      ])
      t.equal((await names('france services après 18h brest'))[0], 'France services de Lannilis')
      t.not(
        (await names('france services entre midi et deux brest'))[0],
        'France services de Lannilis',
        'opens at 13:30'
      )
    }
  )

  t.test('a FabLab 50 km away before a town hall next door that has no laser', async (t) => {
    const { names } = await over(
      north(0.2, { types: ['MUNI'], name: 'Mairie annexe' }),
      north(0.5, { name: 'Association' }),
      north(50, { types: ['FABLAB'], name: 'TyFab' })
    )
    for (const q of ['découpe laser brest', 'imprimante 3D brest', 'réparer mon grille-pain à brest'])
      t.equal((await names(q))[0], 'TyFab', q)
  })

  t.test('an intercommunality is asked about from where its places are', async (t) => {
    const own = { address: { ...TOWNS.brest.address, commune: null, city: 'Guipavas' } }
    const { ask } = await over(
      north(12, { types: ['RFS'], name: 'Far', ...own }),
      north(0.3, { types: ['RFS'], name: 'Near' }),
      north(0.5, { types: ['BIB'], name: 'Médiathèque' })
    )
    const { items, within } = await ask('france services brest métropole')
    t.same(items.map(({ name }) => name).slice(0, 2), ['Near', 'Far'])
    t.ok(within, 'the answer says how far it looked')
    t.type(items[0]?.distance_m, 'number')
  })
})
