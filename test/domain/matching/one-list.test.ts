import t from 'tap'
import { decide } from '../../../src/domain/matching/decide.ts'
import { type Sketch, sketch } from '../../support/comparables.ts'

const BULLE: Sketch = {
  name: 'Médiathèque municipale La Bulle',
  street: "19 rue de l'Hôtel de Ville",
  commune: '35012',
  city: 'Bain-de-Bretagne',
  lat: 47.8421,
  lon: -1.6822
}

t.test('two ids in one directory mean two places', async (t) => {
  const desk = { ...BULLE, directory: 'mednum', services: [] }
  const other = { ...desk, id: '2', name: 'Ludothèque La Bulle' }
  const decided = (one: Sketch, other: Sketch) => decide(sketch(one), sketch(other)).verdict
  t.not(decided({ ...desk, id: '1' }, other), 'same')
  t.equal(decided({ ...desk, id: '1' }, { ...desk, id: '2' }), 'same', 'unless they are identical')
  const moved = { id: '2', street: '3 rue Neuve', lat: 47.846, lon: -1.69, phone: '+33299437153' }
  const follows = (from: string, until: string) =>
    decided(
      { ...desk, id: '1', phone: '+33299437153', listed: { from, until: null } },
      { ...desk, ...moved, listed: { from: '1', until } }
    )
  t.equal(follows('2', '3'), 'review', 'a place that moved is a question while both are listed')
  const same = { ...moved, street: BULLE.street ?? null, lat: 47.8421, lon: -1.6822 }
  t.equal(
    decided(
      { ...desk, id: '1', listed: { from: '3', until: null } },
      { ...desk, ...same, name: 'La Bulle', listed: { from: '1', until: '3' } }
    ),
    'same',
    'or one appeared when the other disappeared'
  )
})

t.test('a place that one directory has twice is one, if name and door agree', async (t) => {
  const ccas = {
    name: 'CCAS de Bayeux',
    street: '1 place de la Liberté',
    phone: '+33231926400',
    directory: 'liste'
  }
  const one = sketch({ ...ccas, id: '1' })
  const isOne = (other: Parameters<typeof sketch>[0]) =>
    decide(one, sketch({ ...ccas, id: '2', ...other })).verdict === 'same'
  t.ok(isOne({}), 'entered twice')
  t.ok(isOne({ name: 'CCAS DE BAYEUX' }), 'in capitals')
  t.ok(isOne({ name: "Centre communal d'action sociale - Ville de Bayeux" }), 'spelled out')
  t.ok(isOne({ street: 'place de la Liberté' }), 'without the number')
  t.ok(isOne({ street: 'Hôtel de ville, 1 place de la Liberté' }), 'with the building')
  t.ok(isOne({ lat: 49.2766, lon: -0.7039, siret: '26140052900014' }), 'where one record knows more')
  t.ok(isOne({ phone: '+33231926401' }), 'with the phone of another adviser')
  t.notOk(isOne({ name: 'CCAS de Bayeux, épicerie solidaire' }), 'another service at the counter')
  t.notOk(isOne({ street: '9 place de la Liberté' }), 'another door')
  const { phone, ...silent } = ccas
  const { street, ...vague } = silent
  const twice = (rest: Sketch) =>
    decide(sketch({ ...rest, id: '1' }), sketch({ ...rest, name: 'CCAS DE BAYEUX', id: '2' }))
  t.equal(twice(silent).verdict, 'same', 'without an identifier too')
  t.not(twice(vague).verdict, 'same', 'but not without a door')
  const placed = (metres: number, id: string) =>
    sketch({ ...ccas, id, lat: 49.2766 + metres / 111_000, lon: -0.7039 })
  t.equal(decide(placed(0, '1'), placed(3_000, '2')).verdict, 'same', 'geocoders differ on a street')
})

t.test('one list names a door with and without the proper name of the service', async (t) => {
  const door = { street: '40 rue Saint-Patrice', lat: 49.2766, lon: -0.7039 }
  const decided = (one: string, other: string) =>
    decide(sketch({ ...door, id: '1', name: one }), sketch({ ...door, id: '2', name: other })).verdict
  t.equal(decided('Centre social', 'Centre social Argouges'), 'same')
  t.equal(decided('Commune de Bayeux', 'Mairie de Bayeux'), 'same')
  t.equal(decided('Département du Calvados', 'Conseil départemental du Calvados'), 'same')
  t.not(
    decided('Mairie de Bayeux', 'Mairie de Bayeux, service jeunesse'),
    'same',
    'a host has several services'
  )
  t.not(decided('EDS de Vitry', "EDS d'Ivry"), 'same', 'two services at one counter')
})
