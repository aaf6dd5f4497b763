// Records that people would call one place at sight, and the neighbours of each kind that must stay apart.
import t from 'tap'
import { clusterRecords } from '../../../src/domain/matching/cluster.ts'
import type { Comparable } from '../../../src/domain/matching/comparable.ts'
import { decide } from '../../../src/domain/matching/decide.ts'
import { keysOf } from '../../../src/domain/matching/pair-keys.ts'
import { type Sketch, sketch } from '../../support/comparables.ts'

const both = (one: Sketch, other: Sketch) =>
  [sketch(one), sketch({ directory: 'aidants-connect', id: '2', ...other })] as const
const verdictOf = (one: Sketch, other: Sketch) => decide(...both(one, other)).verdict

const lille: Sketch = { commune: '59350', city: 'Lille' }

t.test('a longer name of a social centre that is listed without its street is the same place', async (t) => {
  const mosaique: Sketch = {
    ...lille,
    name: 'Centre social Mosaïque',
    street: '30 rue Cabanis',
    types: ['CS'],
    phone: '+33320567261'
  }
  const listed = (name: string): Sketch => ({ ...lille, name, types: ['CS'] })
  t.equal(verdictOf(mosaique, listed('ASS DES USAGERS DU CENTRE SOCIAL MOSAIQUE')), 'same')
  t.not(verdictOf(mosaique, listed('CENTRE SOCIAL LES MOULINS')), 'same', 'another name')
  t.not(verdictOf(mosaique, listed('CENTRE SOCIAL MOSAIQUE B')), 'same', 'one of several')
  t.not(
    verdictOf(mosaique, { ...listed('Bibliothèque Mosaïque du Faubourg'), types: ['BIB'] }),
    'same',
    'another kind'
  )
  t.not(
    verdictOf(mosaique, { ...listed('Centre social Mosaïque et Faubourg'), street: '9 rue Royale' }),
    'same',
    'another street'
  )
})

t.test(
  'an association that moved is one place under one SIRET, and a public body may be in two',
  async (t) => {
    const seat: Sketch = { ...lille, name: 'Interfaces', street: '70 rue Léon Blum', siret: '41194627000054' }
    const former: Sketch = { ...seat, name: 'INTERFACES', street: '106 boulevard de Metz' }
    t.equal(verdictOf(seat, former), 'same')
    t.not(verdictOf(seat, { ...former, siret: '41194627000062' }), 'same', 'two establishments')
    t.not(verdictOf(seat, { ...former, commune: '14047', city: 'Bayeux' }), 'same', 'two communes')
    t.not(verdictOf(seat, { ...former, name: 'Interfaces, annexe' }), 'same', 'an annexe')
    const council: Sketch = {
      ...lille,
      name: 'Conseil départemental du Nord',
      street: '51 rue Gustave Delory',
      siret: '22590001800012'
    }
    t.not(
      verdictOf(council, { ...council, street: '3 place Saint-Hubert' }),
      'same',
      'two buildings of a council'
    )
  }
)

t.test('one name with two contacts in common is one place in two streets of a town', async (t) => {
  const hoker: Sketch = {
    ...lille,
    name: "Espace Huberte d'Hoker",
    street: '2 rue Armand Desnosse',
    phone: '+33344245580',
    email: 'espacedoker@lille.fr',
    types: ['EPN'],
    lat: 50.63,
    lon: 3.06
  }
  const moved: Sketch = { ...hoker, street: '2 esplanade Fernand Tuile', types: ['CS'], lat: 50.636 }
  t.equal(verdictOf(hoker, moved), 'same', 'whatever type each directory gives it')
  t.not(verdictOf(hoker, { ...moved, phone: '+33344245581' }), 'same', 'a mailbox alone is a question')
  t.not(verdictOf(hoker, { ...moved, types: ['RFS'] }), 'same', 'a France services inside it')
  t.not(
    verdictOf({ ...hoker, name: 'Médiathèque du Plan' }, { ...moved, name: 'Centre social du Plan' }),
    'same',
    'a library and a social centre of one district'
  )
})

t.test('an association and the building that it runs are one place: one door, phone and site', async (t) => {
  const roule: Sketch = {
    ...lille,
    name: 'Centre social du Roule',
    street: '102 chemin des Chassagnes',
    phone: '+33478500736',
    site: 'https://lamulatiere.centres-sociaux.fr',
    types: ['CS'],
    lat: 50.63,
    lon: 3.06
  }
  const building: Sketch = { ...roule, name: 'La Bâtisse', types: [] }
  t.equal(verdictOf(roule, building), 'same')
  const kept: readonly (readonly [string, Sketch, Sketch])[] = [
    ['another number', roule, { ...building, street: '104 chemin des Chassagnes' }],
    ['a phone alone', roule, { ...building, site: 'https://www.labatisse.example' }],
    [
      'a France services in a library',
      { ...roule, name: 'Médiathèque', types: ['BIB'] },
      { ...building, types: ['RFS'] }
    ],
    ['a France services in a social centre', roule, { ...building, name: 'France services du Roule' }],
    [
      'a France services in a town hall',
      { ...roule, name: 'Mairie de Lille', types: ['MUNI'] },
      { ...building, types: ['RFS'] }
    ],
    [
      'a library in a town hall',
      { ...roule, name: 'Mairie de Lille', types: ['MUNI'] },
      { ...building, name: 'Médiathèque', types: ['BIB'] }
    ],
    [
      'a repair café in a CCAS',
      { ...roule, name: 'CCAS de Lille', types: ['CCAS'] },
      { ...building, name: 'Repair Café' }
    ],
    [
      'a digital space in a library',
      { ...roule, name: 'Médiathèque', types: ['BIB'] },
      { ...building, name: 'EPN des Moulins', types: ['EPN'] }
    ]
  ]
  for (const [what, one, other] of kept) t.not(verdictOf(one, other), 'same', what)
})

t.test('the SIRET of an association at one door is one place, whatever the lists call it', async (t) => {
  const league: Sketch = {
    commune: '53130',
    city: 'Laval',
    name: 'Ligue de l’enseignement de la Mayenne - FAL53',
    street: '33 allée du Vieux Saint-Louis',
    siret: '78625748500015'
  }
  const federation: Sketch = {
    ...league,
    name: 'FEDERATION ASS LAIQUES',
    street: '33 ALLEE DU VIEUX SAINT LOUIS'
  }
  t.equal(verdictOf(league, federation), 'same')
  const kept: readonly (readonly [string, Sketch, Sketch])[] = [
    ['another number', league, { ...federation, street: '35 allée du Vieux Saint-Louis' }],
    ['another establishment', league, { ...federation, siret: '78625748500023' }],
    [
      'two offices of a department',
      { ...league, name: 'Archives départementales', siret: '22530001100015' },
      { ...federation, name: 'Direction de la solidarité', siret: '22530001100015' }
    ],
    ['a France services inside', league, { ...federation, name: 'France services de Laval', types: ['RFS'] }],
    [
      'one of its sites, with the address of the seat',
      { ...league, name: 'Pimms Médiation de Laval' },
      { ...federation, name: 'Pimms Médiation (site de Mayenne)' }
    ]
  ]
  for (const [what, one, other] of kept) t.not(verdictOf(one, other), 'same', what)
})

t.test('a branch that is called by its town is the only one there', async (t) => {
  const door: Sketch = { commune: '21425', city: 'Montbard', street: '25 rue Champfleury', types: ['RFS'] }
  const counter: Sketch = { ...door, name: 'France services Montbard' }
  for (const name of [
    'France services Semur - Antenne de Montbard',
    'France services multisites du Semurois - Site de Montbard',
    'Antenne France services Montbard'
  ])
    t.equal(verdictOf(counter, { ...door, name }), 'same', name)
  t.not(verdictOf(counter, { ...door, name: 'France services Montbard, annexe' }), 'same', 'an annexe')
  t.not(
    verdictOf(counter, { ...door, name: 'France services Montbard - Site des Fays' }),
    'same',
    'one of two'
  )
  t.equal(
    verdictOf(
      { ...door, name: 'Antenne France services Auxois' },
      { ...door, name: "France services de l'Auxois - Antenne de Montbard" }
    ),
    'same',
    'both are called a branch'
  )
})

t.test('a record with a postcode but no commune is looked for in all communes of the postcode', async (t) => {
  const olt: Sketch = { name: "Centre social du Pays d'Olt", postcode: '12130', types: ['CS'] }
  const lost = sketch({ ...olt, commune: null, city: 'Saint', directory: 'centres-sociaux' })
  const known = sketch({
    ...olt,
    commune: '12224',
    city: "Saint Geniez d'Olt et d'Aubrac",
    street: '2 rue du Cours'
  })
  const keys = new Set(keysOf(known).map(({ text }) => text))
  t.ok(keysOf(lost).some(({ text }) => keys.has(text)))
  t.equal(decide(lost, known).verdict, 'same')
  t.not(decide(lost, sketch({ ...olt, name: 'Centre social Bellevue', commune: '12224' })).verdict, 'same')
})

t.test('a neighbour with another name does not keep two records of one name apart', async (t) => {
  const listed = (id: string, name: string) =>
    sketch({ ...lille, id, name, types: ['CS'], directory: 'centres-sociaux' })
  const couriat = sketch({
    ...lille,
    name: 'Centre social espace Couriat',
    street: 'Place José Moron',
    types: ['CS']
  })
  const [same, other] = [
    listed('1', 'Centre social Espace Couriat'),
    listed('2', 'Centre social Couriat Jaude')
  ]
  const records: readonly Comparable[] = [couriat, same, other]
  const pairs = [
    [couriat, same],
    [couriat, other],
    [same, other]
  ] as const
  for (const order of [pairs, pairs.toReversed()]) {
    const { clusters } = clusterRecords(records, order, (left, right) => ({
      ...decide(left, right),
      by: 'model'
    }))
    t.ok(clusters.some((cluster) => cluster.includes(couriat) && cluster.includes(same)))
    t.notOk(clusters.some((cluster) => cluster.includes(couriat) && cluster.includes(other)))
  }
})

t.test('a town hall listed in another commune of its postcode is in the commune of its name', async (t) => {
  const listed: Sketch = { name: 'MAIRIE DE HINX', commune: '40202', city: 'Narrosse', postcode: '40180' }
  t.equal(
    verdictOf({ name: 'Mairie de Hinx', commune: '40126', city: 'Hinx', street: '5 rue des Écoles' }, listed),
    'same'
  )
  t.not(verdictOf({ name: 'Mairie de Narrosse', commune: '40202', city: 'Narrosse' }, listed), 'same')
  t.equal(sketch(listed).commune, '40126')
  for (const [what, other] of [
    ['a proper name', { ...listed, name: 'Mairie Argouges de Hinx' }],
    ['a branch', { ...listed, name: 'Mairie annexe de Hinx' }],
    ['no kind', { ...listed, name: 'Familles rurales de Hinx' }],
    ['a position', { ...listed, lat: 43.7, lon: -1 }],
    ['another postcode', { ...listed, postcode: '40100' }],
    ['its own town', { ...listed, name: 'Mairie de Narrosse' }]
  ] as const)
    t.equal(sketch(other).commune, '40202', `not with ${what}`)
})
