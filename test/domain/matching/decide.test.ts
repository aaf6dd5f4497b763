import fc from 'fast-check'
import t from 'tap'
import { decide, explain, probabilityOf } from '../../../src/domain/matching/decide.ts'
import { evidenceOf } from '../../../src/domain/matching/evidence.ts'
import { idsOf } from '../../../src/domain/matching/ids.ts'
import { EVIDENCE_NAMES, LEVELS } from '../../../src/domain/matching/levels.ts'
import { BIAS, REVIEW, SAME, UNKNOWN, WEIGHTS } from '../../../src/domain/matching/weights.ts'
import { keysInCommon, type Sketch, sketch } from '../../support/comparables.ts'

/** Two records of two directories; the directory of the second is "netpublic". */
const both = (one: Sketch, other: Sketch) =>
  [sketch(one), sketch({ directory: 'netpublic', id: '2', ...other })] as const

const BULLE: Sketch = {
  name: 'Médiathèque municipale La Bulle',
  street: "19 rue de l'Hôtel de Ville",
  commune: '35012',
  city: 'Bain-de-Bretagne',
  lat: 47.8421,
  lon: -1.6822
}

t.test('one place under two names is one place', async (t) => {
  t.equal(
    decide(...both(BULLE, { ...BULLE, name: 'La Bulle, médiathèque de Bain-de-Bretagne' })).verdict,
    'same'
  )
  const moved = { ...BULLE, name: 'LA BULLE', types: ['BIB'], lat: 47.8424, lon: -1.6819 }
  t.equal(decide(...both({ ...BULLE, types: ['BIB'] }, moved)).verdict, 'same')
})

t.test('branches, buses and other services at one address stay apart', async (t) => {
  const counter = { street: '2 place de la Gare', lat: 49.27, lon: -0.7 }
  const pairs: readonly (readonly [string, Sketch, Sketch])[] = [
    [
      'a bus and the counter that it starts from',
      { ...counter, name: 'PIMMS Médiation Bayeux' },
      { ...counter, name: 'Bus France services Pimms Médiation Bayeux', types: ['RFS'] }
    ],
    [
      'a town hall and a library in it',
      { ...counter, name: 'Mairie de Bayeux', types: ['MUNI'] },
      { ...counter, name: 'Médiathèque Marguerite Yourcenar', types: ['BIB'] }
    ],
    [
      'two branches of one library',
      { ...counter, name: 'Bibliothèque annexe nord' },
      { name: 'Bibliothèque annexe sud', street: '40 rue Saint-Patrice', lat: 49.28, lon: -0.705 }
    ]
  ]
  for (const [what, one, other] of pairs) t.not(decide(...both(one, other)).verdict, 'same', what)
})

t.test('the phone and e-mail of one mediator do not merge two town halls', async (t) => {
  const mediator = { phone: '+33615279237', email: 'd.hazami@siea.fr', types: ['MUNI'] }
  const bayeux = { ...mediator, name: 'Mairie de Bayeux', lat: 49.27, lon: -0.7 }
  const bain = {
    ...mediator,
    name: 'Mairie de Bain-de-Bretagne',
    ...{ commune: '35012', city: 'Bain-de-Bretagne' }
  }
  t.equal(decide(...both(bayeux, { ...bain, lat: 47.84, lon: -1.68 })).verdict, 'different')
})

t.test('a position known only by its commune gives no distance', async (t) => {
  const [one, other] = both({ lat: 49.27, lon: -0.7, precision: 'municipality' }, { lat: 49.27, lon: -0.7 })
  t.equal(evidenceOf(one, other).distance, null)
})

t.test('a number quoted by other directories identifies a record', async (t) => {
  const bus: Sketch = {
    directory: 'france-services',
    id: '2057',
    name: 'Bus France services Pimms',
    types: ['RFS']
  }
  const listed: Sketch = { name: 'France services de Bayeux (itinérant)', types: ['MSAP'] }
  const quoting: readonly Sketch[] = [
    { ...listed, directory: 'dila', id: 'd3', quotes: { 'france-services': '2057' } },
    { ...listed, directory: 'mednum', id: 'france-services:mediation-numerique-france-services-2057' },
    { ...listed, directory: 'mednum', id: 'hinaura:Hinaura_1009__France-Services_2057' }
  ]
  for (const each of quoting) {
    const [one, other] = [sketch(bus), sketch(each)]
    t.equal(evidenceOf(one, other).id, 0.5, String(each.id))
    t.equal(decide(one, other).verdict, 'same', String(each.id))
    t.ok(keysInCommon(one, other).includes('id france-services 2057'))
  }
  const renumbered = { ...bus, id: '3001', listed: { from: '3', until: null } }
  t.equal(
    decide(sketch({ ...bus, listed: { from: '1', until: '3' } }), sketch(renumbered)).verdict,
    'same',
    'a record with a new number keeps its place'
  )
  const next = sketch({ ...listed, directory: 'mednum', id: 'france-services:2058' })
  t.equal(evidenceOf(sketch(bus), next).id, 0, 'a different number in that directory is a different record')
  t.equal(
    evidenceOf(sketch(bus), sketch({ ...listed, id: 'cr93:2057' })).id,
    null,
    'the number of another directory'
  )
  t.equal(evidenceOf(sketch(bus), sketch({ ...listed, id: 'lieu-2057' })).id, null, 'without a directory')
})

t.test('a quoted number counts only if the name or the address agrees', async (t) => {
  const listed: Sketch = {
    directory: 'france-services',
    id: '2057',
    name: 'Le Repaire',
    street: '19 rue du Moulin',
    lat: 49.2766,
    lon: -0.7024
  }
  const quoting: Sketch = { directory: 'dila', id: 'd3', quotes: { 'france-services': '2057' } }
  const idOf = (other: Sketch) => evidenceOf(sketch(listed), sketch({ ...quoting, ...other })).id
  t.equal(idOf({ name: 'Association ALPE', street: '19, rue du Moulin' }), 0.5, 'the street')
  t.equal(idOf({ name: 'Association ALPE', lat: 49.2767, lon: -0.7024 }), 0.5, 'the door')
  t.equal(idOf({ name: 'Repaire (le)', street: '2 place Charles de Gaulle' }), 0.5, 'the name')
  t.equal(idOf({ name: 'Carte grise express', street: '2 place Charles de Gaulle' }), null, 'neither')
  t.equal(idOf({ name: 'Carte grise express' }), null, 'nothing to compare')
})

t.test('a source that may not quote states no ids of other directories', async (t) => {
  const uuid = '0f3ff8a2-1c3c-4b57-9e35-7d1c6a6b0c11'
  t.same(idsOf('carte-grise', `france-services:2057`, { dila: '9' }, false), [])
  t.same(idsOf('carte-grise', uuid, {}, false), [])
  t.same(idsOf('carte-grise', 'Hinaura_1009__France-Services_2057', {}, false), [])
  t.same(idsOf('france-services', '2057', {}, false), ['france-services 2057'], 'its own number is no quote')
})

t.test('an association is identified by its RNA, an establishment not by its organisation', async (t) => {
  const [one, other] = both({ rna: 'W142003455', name: 'Le Repaire' }, { rna: 'W142003455', name: 'ALPE' })
  t.equal(evidenceOf(one, other).rna, 1)
  t.ok(keysInCommon(one, other).includes('rna W142003455'))
  t.equal(evidenceOf(...both({ rna: 'W142003455' }, { rna: 'W142003456' })).rna, 0)
  t.equal(evidenceOf(...both({ rna: 'W142003455' }, { siret: '21140047200014' })).rna, null)
  const far = { rna: 'W142003455', commune: '35012', city: 'Bain-de-Bretagne', lat: 47.84, lon: -1.68 }
  t.equal(
    evidenceOf(...both({ rna: 'W142003455', lat: 49.27, lon: -0.7 }, far)).rna,
    0.5,
    'another site of the same organisation'
  )
  t.equal(evidenceOf(...both({ siret: '21140047200014' }, { siret: '21140047200022' })).siret, 0.25)
  t.ok((WEIGHTS.siret[2] ?? 1) <= 0, 'which is not a reason to merge')
})

t.test('former communes within a merged commune are distinguished', async (t) => {
  const town = { commune: '14098', city: 'Thue et Mue' }
  const bretteville = { ...town, name: 'Médiathèque de Bretteville-l’Orgueilleuse', types: ['BIB'] }
  const [named, addressed] = both(bretteville, {
    ...{ ...town, city: 'Bretteville-l’Orgueilleuse', name: 'Médiathèque', types: ['BIB'] }
  })
  t.equal(evidenceOf(named, addressed).quarter, 1, 'whether by the name or by the town')
  t.equal(evidenceOf(named, addressed).wording, evidenceOf(addressed, named).wording)
  const cheux = sketch({ ...town, directory: 'netpublic', name: 'Bibliothèque de Cheux', types: ['BIB'] })
  t.equal(evidenceOf(named, cheux).quarter, 0)
  t.equal(decide(named, cheux).verdict, 'different')
  t.equal(evidenceOf(named, sketch({ ...town, name: 'Bibliothèque' })).quarter, null)
  t.ok(keysInCommon(named, addressed).some((key) => key.startsWith('kind ')))
})

t.test('a building matches a street if one directory writes it as the street', async (t) => {
  const [one, other] = both(
    { street: 'Résidence la Mariélie Bat A8' },
    { street: 'Avenue Paul Langevin', complement: 'Résidence la Mariélie - Bâtiment A8' }
  )
  t.equal(evidenceOf(one, other).address, 0.5)
  t.equal(evidenceOf(...both({ street: 'Rue de Caen' }, { street: 'Avenue Paul Langevin' })).address, 0)
})

t.test(
  'a FabLab may be called a tiers-lieu elsewhere, and a Facebook page does not contradict a site',
  async (t) => {
    t.equal(
      evidenceOf(
        ...both({ name: 'Nicéphore', types: ['FABLAB'] }, { name: 'Nicéphore', types: ['TIERS_LIEUX'] })
      ).kind,
      0.25
    )
    t.equal(
      evidenceOf(...both({ name: 'Nicéphore', types: ['FABLAB'] }, { name: 'Nicéphore', types: ['BIB'] }))
        .kind,
      0
    )
    const site = (one: string, other: string) => evidenceOf(...both({ site: one }, { site: other })).site
    t.equal(site('https://facebook.com/nicephore', 'https://nicephore.fr'), null)
    t.equal(site('https://facebook.com/nicephore', 'https://www.facebook.com/nicephore/'), 1)
    t.equal(site('https://nicephore.fr', 'https://nicephore.com'), 0.5)
  }
)

const arbitrarySketch: fc.Arbitrary<Sketch> = fc.record(
  {
    id: fc.string({ minLength: 1 }),
    directory: fc.constantFrom('mednum', 'netpublic', 'acceslibre'),
    name: fc.constantFrom(
      'Médiathèque La Bulle',
      'EPN',
      'Mairie annexe',
      'Bus France services',
      'Le 7 Lieux',
      '…'
    ),
    types: fc.subarray(['BIB', 'RFS', 'EPN', 'ASSO']),
    street: fc.constantFrom('Le Bourg', '3 rue de Caen', '5-9 rue de Caen', 'rue de Bayeux', null),
    commune: fc.constantFrom('14047', '35012', '89223', '00000', null),
    lat: fc.double({ min: 47, max: 50, noNaN: true }),
    lon: fc.double({ min: -2, max: 3, noNaN: true }),
    phone: fc.constantFrom('+33231921108', '+33299437154'),
    email: fc.constantFrom('epn@bayeux.fr', 'mairie@bayeux.fr', 'a@orange.fr'),
    site: fc.constantFrom('https://www.bayeux.fr/epn', 'http://bayeux.fr', 'https://facebook.com/epn'),
    rna: fc.constantFrom('W142003455', 'W352000001'),
    siret: fc.constantFrom('21140047200014', '21140047200022', '21350012200018'),
    itinerant: fc.boolean()
  },
  { requiredKeys: [] }
)

t.test('evidence is symmetric, from 0 to 1, and null if a record has no data for it', async (t) => {
  fc.assert(
    fc.property(arbitrarySketch, arbitrarySketch, (one, other) => {
      const [left, right] = [sketch(one), sketch(other)]
      const evidence = evidenceOf(left, right)
      const back = evidenceOf(right, left)
      for (const name of EVIDENCE_NAMES) {
        const value = evidence[name]
        if (value !== null && !(value >= 0 && value <= 1)) return false
        if (value === null ? back[name] !== null : Math.abs(value - (back[name] ?? -1)) > 1e-9) return false
      }
      const silent = (sketch: Sketch, key: keyof Sketch) => sketch[key] === undefined || sketch[key] === null
      return (['phone', 'email', 'rna', 'siret'] as const).every(
        (key) => (evidence[key] === null) === (silent(one, key) || silent(other, key))
      )
    })
  )
  t.pass()
})

t.test('a decision lists its reasons, whose weights add up to the score', async (t) => {
  fc.assert(
    fc.property(arbitrarySketch, arbitrarySketch, (one, other) => {
      const [left, right] = [sketch(one), sketch({ ...other, directory: 'dila' })]
      const { score, probability, reasons } = explain(left, right)
      const evidence = evidenceOf(left, right)
      const unknown = EVIDENCE_NAMES.filter((name) => evidence[name] === null).map(
        (name) => UNKNOWN[name] ?? 0
      )
      const weights = [BIAS, ...unknown, ...reasons.map(({ weight }) => weight)]
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return Math.abs(score - total) < 1e-9 && Math.abs(probability - probabilityOf(score)) < 1e-9
    })
  )
  t.pass()
})

t.test('agreement never counts against the same place, nor difference for it', async (t) => {
  for (const name of EVIDENCE_NAMES) {
    t.equal(WEIGHTS[name].length, LEVELS[name].length, name)
    t.ok((WEIGHTS[name][0] ?? -1) >= 0, `${name}: ${LEVELS[name][0]?.[1]}`)
    // With a single level, different values give no evidence.
    if (LEVELS[name].length > 1)
      t.ok((WEIGHTS[name].at(-1) ?? 1) <= 0, `${name}: ${LEVELS[name].at(-1)?.[1]}`)
  }
  t.ok(REVIEW < SAME)
})

t.test('more agreement never weighs less', async (t) => {
  for (const name of EVIDENCE_NAMES) {
    t.same(
      WEIGHTS[name],
      WEIGHTS[name].toSorted((one, other) => other - one),
      name
    )
  }
})

t.test('a record with an id from another directory is that record, whatever its name', async (t) => {
  const id = '62592a1d05457b0790816e6c'
  const before: Sketch = { id, name: 'Mairie de Bayeux', types: ['MUNI'], street: '19 rue Laitière' }
  const after: Sketch = { id: `conseiller-numerique-${id}`, name: 'Le 19', street: '19 rue Laitière' }
  t.equal(decide(...both(before, after)).verdict, 'same')
  t.not(decide(...both(before, { ...after, id: '451' })).verdict, 'same')
  t.not(
    decide(...both({ ...before, id: '451' }, { ...after, id: '451' })).verdict,
    'same',
    'a number shared by all is not an id'
  )
  t.ok(keysInCommon(sketch(before), sketch(after)).some((key) => key.startsWith('id ')))
})
