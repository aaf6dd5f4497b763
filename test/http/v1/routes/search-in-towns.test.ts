import t from 'tap'
import { apiOver, searchUrl } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { analyse, type PlaceSketch, testPlace, writePlaces } from '../../../support/places.ts'
import { TOWNS } from '../../../support/towns.ts'

type Where = Required<Pick<PlaceSketch, 'at' | 'address'>>

const at = (lat: number, lon: number, [postcode, city, commune, department]: readonly string[]): Where => ({
  at: [lat, lon],
  address: { postcode, city, commune, department } as Where['address']
})

const LYON7 = at(45.7468, 4.8405, ['69007', 'Lyon', '69387', '69'])
const CHAZELLES = at(45.6367, 4.3886, ['42140', 'Chazelles-sur-Lyon', '42059', '42'])
const STE_FOY = at(45.7339, 4.8017, ['69110', 'Sainte-Foy-lès-Lyon', '69202', '69'])
const PARIS12 = at(48.8443, 2.3733, ['75012', 'Paris', '75112', '75'])
const ST_DENIS = at(48.9362, 2.3574, ['93200', 'Saint-Denis', '93066', '93'])
const ST_DENIS_EN_VAL = at(47.8751, 1.9667, ['45560', 'Saint-Denis-en-Val', '45274', '45'])
const TILLY = at(49.1744, -0.6286, ['14250', 'Tilly-sur-Seulles', '14692', '14'])

const FREE: PlaceSketch = { fees: ['gratuit'] }
const BIB: PlaceSketch = { types: ['BIB'] }

const PLACES: readonly PlaceSketch[] = [
  { ...TOWNS.lyon3, ...FREE, name: 'Mairie de Lyon 3e' },
  { ...TOWNS.lyon3, ...FREE, ...BIB, name: 'Bibliothèque de la Part-Dieu' },
  { ...LYON7, ...FREE, name: 'Centre social de Gerland' },
  { ...LYON7, ...FREE, ...BIB, name: 'Bibliothèque municipale Jean Macé' },
  { ...STE_FOY, ...FREE, ...BIB, name: 'Médiathèque municipale de Sainte-Foy-lès-Lyon' },
  { ...CHAZELLES, ...FREE, ...BIB, name: 'Médiathèque municipale de Chazelles-sur-Lyon' },
  { ...PARIS12, ...FREE, ...BIB, name: 'Bibliothèque Gare de Lyon Diderot' },
  { ...ST_DENIS, ...FREE, name: 'Maison des seniors' },
  { ...ST_DENIS, name: 'Mairie de Saint-Denis' },
  { ...ST_DENIS, ...FREE, ...BIB, name: 'Médiathèque Ulysse' },
  { ...TOWNS.saintDenis, ...FREE, name: 'Mairie de Saint-Denis' },
  { ...TOWNS.saintDenis, ...FREE, ...BIB, name: 'Médiathèque de Saint-Denis François Mitterrand' },
  { ...ST_DENIS_EN_VAL, ...FREE, ...BIB, name: 'Médiathèque de Saint-Denis-en-Val' },
  { ...TOWNS.bayeux, ...FREE, name: 'Les 7 Lieux' },
  { ...TOWNS.bayeux, ...FREE, name: 'EPN de Bayeux' },
  { ...TILLY, ...FREE, name: 'Relais de Bayeux Intercom' }
]

t.test('a question that names a town', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(
    database,
    PLACES.map((told) => testPlace(told))
  )
  await analyse(database)
  const { all } = await apiOver(t, database)
  const found = (parameters: Readonly<Record<string, unknown>>) => all(searchUrl({ limit: 3, ...parameters }))
  const cities = async (parameters: Readonly<Record<string, unknown>>) =>
    (await found(parameters)).map(({ address }) => `${address.city} ${address.department}`)

  for (const [q, town, own] of [
    ['lyon', 'Lyon 69', 4],
    ['saint-denis', 'Saint-Denis 974', 2],
    ['bayeux', 'Bayeux 14', 2]
  ] as const) {
    t.test(`${q}: places in the town come first, and among them those with its name`, async (t) => {
      const everything = await cities({ q })
      t.equal(everything.length, PLACES.length, 'and everything else after them')
      t.same(new Set(everything.slice(0, own)), new Set([town]))
      const [first] = await found({ q })
      t.match(first?.name.toLowerCase().replace('-', ' '), q.replace('-', ' '))
    })
  }

  t.test(
    'places in the town come first with a filter too, even if a name elsewhere contains the town',
    async (t) => {
      t.same(new Set((await cities({ q: 'lyon', fee: 'gratuit' })).slice(0, 4)), new Set(['Lyon 69']))
      t.same(new Set((await cities({ q: 'lyon', type: 'BIB' })).slice(0, 2)), new Set(['Lyon 69']))
      t.same(new Set((await cities({ q: 'bayeux', fee: 'gratuit' })).slice(0, 2)), new Set(['Bayeux 14']))
      t.equal((await cities({ q: 'saint denis', type: 'BIB' }))[0], 'Saint-Denis 974')
    }
  )

  t.test('so do places of the requested kind, and those with more of the words', async (t) => {
    t.same(new Set((await cities({ q: 'médiathèque lyon' })).slice(0, 2)), new Set(['Lyon 69']))
    t.equal((await cities({ q: 'bibliothèque municipale lyon' }))[0], 'Lyon 69')
    t.equal((await cities({ q: 'mediatheque saint-denis' }))[0], 'Saint-Denis 974')
  })

  t.test('a place is still first for its own name, wherever it is', async (t) => {
    for (const [q, name] of [
      ['bibliothèque gare de lyon', 'Bibliothèque Gare de Lyon Diderot'],
      ['médiathèque chazelles sur lyon', 'Médiathèque municipale de Chazelles-sur-Lyon'],
      ['médiathèque saint-denis en val', 'Médiathèque de Saint-Denis-en-Val'],
      ['relais bayeux intercom', 'Relais de Bayeux Intercom']
    ] as const) {
      t.equal((await found({ q }))[0]?.name, name, q)
    }
    t.same(
      (await cities({ q: 'mairie de saint-denis' })).slice(0, 2),
      ['Saint-Denis 974', 'Saint-Denis 93'],
      'of two with the same name, the larger town first: that of La Réunion'
    )
  })
})
