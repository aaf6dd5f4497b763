import fc from 'fast-check'
import t from 'tap'
import { type AnsweredPlace, apiOver, type Page, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, type PlaceSketch, testPlace, writePlaces } from '../../../support/places.ts'
import { runs } from '../../../support/properties/property-runs.ts'
import { TOWNS } from '../../../support/towns.ts'

type Fitting = AnsweredPlace & { readonly fit?: readonly { readonly typed: string; readonly fit: string }[] }
type Answer = Omit<Page, 'items'> & {
  readonly items: readonly Fitting[]
  readonly within?: {
    readonly radius_m: number
    readonly count: number | null
    readonly nearest_m: number | null
  }
  readonly instead?: readonly object[]
}

type Town = keyof typeof TOWNS

/** A place this many kilometres north of the town, with an address in the town if it is less than 5 km away. */
const north = (town: Town, km: number, sketch: PlaceSketch): PlaceSketch => {
  const { at, address } = TOWNS[town]
  return { at: [at[0] + km / 111.2, at[1]], address: km < 5 ? address : {}, ...sketch }
}

/** A place that a geocoder could only locate at the centre of its town. */
const vague = (town: Town, sketch: PlaceSketch): PlaceSketch => {
  const [lat, lon] = TOWNS[town].at
  const location = { lat, lon, origin: 'geocoder', precision: 'municipality' } as const
  return { location, address: TOWNS[town].address, ...sketch }
}

const FABLAB: PlaceSketch = { types: ['FABLAB'] }
const MEDIATHEQUE: PlaceSketch = { types: ['BIB'] }
const FRANCE_SERVICES: PlaceSketch = { types: ['RFS'], name: 'France services' }
const PROCEDURES = 'aide-aux-demarches-administratives'

/** A Friday morning in Paris. */
const FRIDAY = Date.parse('2026-11-27T09:00:00Z')

const hours = (osm: string): PlaceSketch => ({
  opening_hours: { osm, raw: osm, confidence: 'exact', timezone: 'Europe/Paris' }
})

t.test('words are wishes, and what is near comes first', async (t) => {
  const over = async (places: readonly PlaceSketch[]) => {
    const database = await testDatabase(t)
    await writePlaces(
      database,
      places.map((told) => testPlace(told)),
      new Date(FRIDAY)
    )
    await analyse(database)
    const api = await apiOver(t, database, () => FRIDAY)
    const find = (asked: Readonly<Record<string, unknown>>) => api.get<Answer>(searchUrl(asked))
    const names = async (asked: Readonly<Record<string, unknown>>) =>
      (await find(asked)).items.map(({ name }) => name)
    return { ...api, find, names }
  }

  t.test('what is not known is neither yes nor no', async (t) => {
    const { find } = await over([
      north('bayeux', 2, { ...MEDIATHEQUE, name: 'Pour tous' }),
      north('bayeux', 2, { ...MEDIATHEQUE, name: 'Pour jeunes', audiences: ['jeunes'] }),
      north('bayeux', 2, { ...MEDIATHEQUE, name: 'Pour seniors', audiences: ['seniors'] }),
      north('bayeux', 2, { ...FABLAB, name: 'Pour bricoleurs' }),
      north('bayeux', 2, { name: 'Sans type' })
    ])
    const { items, total } = await find({ q: 'médiathèque pour seniors bayeux', fields: 'name,fit' })
    t.same(
      items.map(({ name, fit }) => [name, ...(fit ?? []).map((each) => each.fit)]),
      [
        ['Pour seniors', 'declared', 'declared'],
        ['Pour tous', 'declared', 'unknown'],
        ['Pour jeunes', 'declared', 'no'],
        ['Sans type', 'unknown', 'unknown'],
        ['Pour bricoleurs', 'no', 'unknown']
      ]
    )
    t.same(
      items[0]?.fit?.map(({ typed }) => typed),
      ['mediatheque', 'seniors'],
      'each wish as it was typed'
    )
    t.same(total, { value: 3, relation: 'eq' }, 'and the three libraries are what is counted')
  })

  t.test('what a place surely offers by what it is counts, after what is declared', async (t) => {
    const { find } = await over([
      north('bayeux', 1, { name: 'Association' }),
      north('bayeux', 1, { name: 'Cyber-base', types: ['EPN'] }),
      north('bayeux', 1, { name: 'Relais', services: ['acces-internet-et-materiel-informatique'] })
    ])
    const { items, total } = await find({ q: 'accès internet bayeux', fields: 'name,fit' })
    t.same(
      items.map(({ name, fit }) => [name, fit?.[0]?.fit]),
      [
        ['Relais', 'declared'],
        ['Cyber-base', 'implied'],
        ['Association', 'unknown']
      ]
    )
    t.equal(total?.value, 2)
  })

  t.test('for papers, a France services comes before a place that helps beside other things', async (t) => {
    const { find } = await over([
      north('bayeux', 1, { name: 'Association' }),
      north('bayeux', 1, FRANCE_SERVICES),
      north('bayeux', 1, { name: 'Relais', services: [PROCEDURES] })
    ])
    const { items, total } = await find({ q: 'aide démarches administratives bayeux', fields: 'name,fit' })
    t.same(
      items.map(({ name, fit }) => [name, fit?.[0]?.fit]),
      [
        ['France services', 'implied'],
        ['Relais', 'declared'],
        ['Association', 'unknown']
      ]
    )
    t.equal(total?.value, 2)
  })

  t.test('of two places that differ in distance alone, the nearer comes first', async (t) => {
    const kilometres = [0.3, 1, 2.5, 6, 11, 19, 33, 58]
    const { find, names } = await over(
      kilometres.map((km) => north('bayeux', km, { ...MEDIATHEQUE, name: `Médiathèque à ${km} km` }))
    )
    const wanted = kilometres.map((km) => `Médiathèque à ${km} km`)
    const { lat, lon } = { lat: TOWNS.bayeux.at[0], lon: TOWNS.bayeux.at[1] }
    t.same(await names({ q: 'médiathèque', lat, lon }), wanted)
    t.same(
      await names({ q: 'médiathèque caen', lat, lon, sort: 'distance' }),
      wanted,
      'from the position given'
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -60, max: 90 }), async (km) => {
        const far = ({ name }: AnsweredPlace) => Math.abs(Number(/[\d.]+/.exec(name)?.[0]) - km)
        const { items } = await find({ q: 'médiathèque', lat: lat + km / 111.2, lon })
        return items.every((item, at) => at === 0 || far(item) + 0.1 >= far(items[at - 1] ?? item))
      }),
      { numRuns: runs(10) }
    )
  })

  t.test('a vague position is as far as it is to be expected', async (t) => {
    const { names } = await over([
      vague('bayeux', { ...MEDIATHEQUE, name: 'Quelque part à Bayeux' }),
      north('bayeux', 0.4, { ...MEDIATHEQUE, name: 'Au centre de Bayeux' }),
      north('bayeux', 12, { ...MEDIATHEQUE, name: 'Loin de Bayeux' })
    ])
    t.same(await names({ q: 'médiathèque bayeux' }), [
      'Au centre de Bayeux',
      'Quelque part à Bayeux',
      'Loin de Bayeux'
    ])
  })

  t.test('the answer looks as far as it must for three that fit, and says so', async (t) => {
    const libraries = [1, 3, 8, 12, 18, 30, 70].map((km) =>
      north('bayeux', km, { ...MEDIATHEQUE, name: `Médiathèque à ${km} km` })
    )
    const others = [2, 4, 9].map((km) => north('bayeux', km, { ...FABLAB, name: `Fablab à ${km} km` }))
    const { find, all } = await over([
      ...libraries,
      ...others,
      { ...MEDIATHEQUE, name: 'Sans position', address: TOWNS.bayeux.address }
    ])
    const { items, within, total } = await find({ q: 'médiathèque', lat: 49.2764, lon: -0.7024 })
    t.same(within, {
      radius_m: 10_000,
      count: 3,
      // The expected distance, for a position that may be wrong by 50 m.
      nearest_m: Math.round(Math.hypot(items[0]?.distance_m ?? 0, 50))
    })
    t.same(total, { value: 3, relation: 'eq' })
    const beyond = items.filter(({ beyond_radius }) => beyond_radius).map(({ name }) => name)
    t.same(
      beyond.toSorted(),
      ['Médiathèque à 12 km', 'Médiathèque à 18 km', 'Médiathèque à 30 km', 'Médiathèque à 70 km'].toSorted(),
      'those that are further follow, marked'
    )
    t.ok(
      items.every(
        ({ name, distance_m }) =>
          distance_m == null || Math.abs(distance_m / 1000 - Number(/\d+/.exec(name)?.[0])) < 0.2
      ),
      'with their distances'
    )

    const town = await find({ q: 'fablab bayeux' })
    t.match(town, { within: { radius_m: 10_000, count: 3 } })
    t.ok(
      town.items.every(({ distance_m }) => distance_m !== undefined),
      'distances are told of a town that is typed too'
    )
    t.match(await find({ q: 'fablab bayeux', total: 'none' }), {
      total: null,
      within: { radius_m: 10_000, count: null }
    })
    t.match(await find({ q: 'médiathèque brest' }), {
      within: { radius_m: 40_000, count: 0 },
      total: { value: 0 }
    })
    t.ok(
      ((await find({ q: 'médiathèque brest' })).within?.nearest_m ?? 0) > 200_000,
      'the nearest is told, however far'
    )
    t.notOk('within' in (await find({ q: 'médiathèque' })), 'nothing says from where')
    t.notOk(
      'within' in (await find({ q: 'médiathèque', lat: 49.2764, lon: -0.7024, radius: 5_000 })),
      'nor how far, if it is asked'
    )

    const near = { q: 'médiathèque', lat: 49.2764, lon: -0.7024 }
    t.equal((await all(searchUrl({ ...near, sort: 'name' }))).length, 3, 'by name, none beyond follows')
    t.equal(
      (await all(searchUrl({ ...near, sort: 'distance' }))).length,
      7 + 1,
      'from a point, all that fit do'
    )
    t.match(
      await find({ lat: 49.2764, lon: -0.7024 }),
      { within: { radius_m: 5_000, count: 4 } },
      'without words too'
    )

    const demanded = await find({ q: 'médiathèque', commune: '14047' })
    t.match(demanded, { within: { radius_m: 5_000 }, total: { value: 3 } }, 'what is demanded is all counted')
    t.notOk(demanded.items.some(({ beyond_radius }) => beyond_radius))
  })

  t.test('in a département first, then around it', async (t) => {
    const { find } = await over([
      north('caen', 1, { ...FABLAB, name: 'Fablab de Caen' }),
      north('lisieux', 1, { ...FABLAB, name: 'Fablab de Lisieux' }),
      north('caen', 1, { ...MEDIATHEQUE, name: 'Médiathèque de Caen' }),
      north('brest', 1, { ...FABLAB, name: 'Fablab de Brest' })
    ])
    const { items, total, within } = await find({ q: 'fablab calvados' })
    t.same(
      items
        .map(({ name, beyond_radius = false }) => [name, beyond_radius])
        .slice(0, 2)
        .toSorted(),
      [
        ['Fablab de Caen', false],
        ['Fablab de Lisieux', false]
      ]
    )
    t.match(
      items.find(({ name }) => name === 'Fablab de Brest'),
      { beyond_radius: true }
    )
    t.same([total?.value, within], [2, undefined])
  })

  t.test('whoever helps stands in for an institution that is not near', async (t) => {
    const places = [
      north('bayeux', 1, FRANCE_SERVICES),
      north('bayeux', 12, { name: 'CAF du Calvados', types: ['CAF'] }),
      north('brest', 1, { ...FRANCE_SERVICES, name: 'France services de Brest' })
    ]
    const { find, names } = await over(places)
    t.equal((await names({ q: 'caf bayeux' }))[0], 'CAF du Calvados')
    t.match(await find({ q: 'caf brest' }), {
      items: [{ name: 'France services de Brest' }],
      total: { value: 1 },
      within: { radius_m: 5_000 },
      interpreted: { words: [{ typed: 'caf' }] }
    })
    const { items } = await find({ q: 'caf brest', fields: 'name,fit' })
    t.match(items[0]?.fit, [{ typed: 'caf', fit: 'unknown' }], 'a France services is no CAF, but may help')
  })

  t.test('a time that is wished is known, not known, or not met', async (t) => {
    const { find } = await over([
      north('bayeux', 1, { ...MEDIATHEQUE, name: 'Fermée', ...hours('Mo-Fr 09:00-12:00') }),
      north('bayeux', 2, { ...MEDIATHEQUE, name: 'Sans horaires' }),
      north('bayeux', 4, { ...MEDIATHEQUE, name: 'Ouverte', ...hours('Sa 10:00-17:00') })
    ])
    const { items, total } = await find({ q: 'médiathèque ouverte samedi bayeux', fields: 'name,fit' })
    t.same(
      items.map(({ name, fit }) => [name, fit?.at(-1)?.fit]),
      [
        ['Ouverte', 'declared'],
        ['Sans horaires', 'unknown'],
        ['Fermée', 'no']
      ]
    )
    t.equal(total?.value, 2, 'what is closed then follows, but is not counted')
    const open = await find({ open_between: '2026-11-28T09:00/2026-11-28T11:00', q: 'médiathèque bayeux' })
    t.same(
      open.items.map(({ name }) => name),
      ['Ouverte'],
      'a filter does'
    )
  })

  t.test('a wish more never takes the nearest that fits best from the first page', async () => {
    const others = Array.from({ length: 40 }, (_, at) =>
      north('bayeux', 12 + at, {
        ...MEDIATHEQUE,
        name: `Bibliothèque ${at}`,
        audiences: ['seniors'],
        fees: ['gratuit']
      })
    )
    const { names } = await over([
      north('bayeux', 0.2, { ...MEDIATHEQUE, name: 'La plus proche' }),
      ...others
    ])
    const more = fc.subarray([
      'pour seniors',
      'gratuit',
      'samedi matin',
      'accessible en fauteuil',
      'sans rendez-vous'
    ])
    await fc.assert(
      fc.asyncProperty(more, async (wishes) =>
        (await names({ q: ['médiathèque', ...wishes, 'bayeux'].join(' ') })).includes('La plus proche')
      ),
      { numRuns: runs(12) }
    )
  })

  t.test('maps and files hold what fits where it is sought', async (t) => {
    const { find, ask, get } = await over([
      north('bayeux', 1, { ...MEDIATHEQUE, name: 'Médiathèque 1' }),
      north('bayeux', 2, { ...MEDIATHEQUE, name: 'Médiathèque 2' }),
      north('bayeux', 3, { ...MEDIATHEQUE, name: 'Médiathèque 3' }),
      north('bayeux', 4, { ...FABLAB, name: 'Fablab' }),
      north('brest', 1, { ...MEDIATHEQUE, name: 'Médiathèque de Brest' })
    ])
    const file = (await ask(searchUrl({ q: 'médiathèque bayeux' }, '/v1/exports/places.ndjson'))).body
    t.equal(file.trim().split('\n').length, (await find({ q: 'médiathèque bayeux' })).total?.value)
    const clusters = (bbox: string) =>
      get<{ features: readonly { properties: { count?: number } }[] }>(
        searchUrl({ q: 'médiathèque bayeux', bbox, zoom: 12 }, '/v1/clusters')
      )
    const shown = async (bbox: string) =>
      (await clusters(bbox)).features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0)
    t.equal(await shown('-0.9,49.2,-0.5,49.4'), 3, 'of the frame, what fits')
    t.equal(await shown('-4.7,48.3,-4.2,48.5'), 1, 'wherever the frame is')
  })
})
