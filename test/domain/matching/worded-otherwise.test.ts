// Places that one directory names by their initials, their association or their long form, and another does not.
import fc from 'fast-check'
import t from 'tap'
import { decide } from '../../../src/domain/matching/decide.ts'
import { evidenceOf } from '../../../src/domain/matching/evidence.ts'
import { type Sketch, sketch } from '../../support/comparables.ts'

const verdictOf = (one: Sketch, other: Sketch) =>
  decide(sketch(one), sketch({ directory: 'aidants-connect', id: '2', ...other })).verdict

t.test('initials and the long form at one door are one place', async (t) => {
  const pairs: readonly (readonly [string, Sketch, string])[] = [
    [
      'Maison de la Solidarité Départementale de Mauriac',
      { street: "28 rue d'Enchalade", commune: '15120', city: 'Mauriac' },
      'Service Action Sociale de Mauriac - MSD Mauriac et antenne de Riom-es-Montagnes'
    ],
    ['A.I.T.T', { street: '62 Rue de Paris', commune: '60581' }, 'AITT DU PLATEAU PICARD'],
    [
      'Espace Départemental des Solidarités',
      { street: '35 rue des Hautes Bornes', commune: '94054', city: 'Orly' },
      "EDS d'Orly"
    ],
    [
      'GIP MAISON DEP PERSONNES HANDICAPEES',
      { street: '28 rue Fernand Christ', commune: '02408', city: 'Laon' },
      "MDPH de l'Aisne"
    ],
    [
      'Marie de Montbrison - CCAS',
      { street: '12 rue de la préfecture', commune: '42147', city: 'Montbrison' },
      'CCAS/Maison des permanences'
    ],
    [
      "France services Pimms Médiation Evry Cœur d'Essonne",
      { street: '407 Square Jacques Prévert', commune: '91228', city: 'Évry-Courcouronnes' },
      'PIMMS MEDIATION EVRY-COURCOURONNES AGGLO GRAND PARIS SUD'
    ]
  ]
  for (const [long, door, short] of pairs)
    t.equal(verdictOf({ ...door, name: long }, { ...door, name: short }), 'same', `${long} / ${short}`)
})

t.test('initials join nothing in another street, or with the name of a service', async (t) => {
  const mdph: Sketch = {
    name: "MDPH de l'Aisne",
    street: '28 rue Fernand Christ',
    commune: '02408',
    city: 'Laon'
  }
  const handicap: Sketch = { ...mdph, name: 'GIP MAISON DEP PERSONNES HANDICAPEES' }
  t.equal(evidenceOf(sketch(mdph), sketch(handicap)).name, 0.5)
  t.not(verdictOf(mdph, { ...handicap, street: '1 boulevard de Lyon' }), 'same', 'another street')
  t.not(verdictOf(mdph, { ...handicap, street: '30 rue Fernand Christ' }), 'same', 'another number')
  const anneMorgan: Sketch = { street: '31 rue Anne Morgan', commune: '02722', city: 'Soissons' }
  t.not(
    verdictOf(
      { ...anneMorgan, name: 'Association Médico Sociale Anne Morgan (ANSAM)' },
      { ...anneMorgan, name: 'AMSAM-Centre d\'Hébergement d\'Urgence "Le Bon Coin"' }
    ),
    'same',
    'a hostel of the association'
  )
})

t.test('a camping-car is mobile, and is not the counter at whose door it is listed', async (t) => {
  const door: Sketch = { street: '6 rue Joseph Pennec', commune: '22266', city: 'Rostrenen', types: ['RFS'] }
  const counter: Sketch = { ...door, name: 'France services de Rostrenen' }
  for (const name of ['Camping-car France-Services MSA/CCKB', 'Bus France services du Kreiz Breizh'])
    t.not(verdictOf(counter, { ...door, name }), 'same', name)
  t.notOk(sketch({ name: 'Camping des Pins' }).mobile)
})

t.test('a counter that also sends out a bus, or has a branch, is the counter', async (t) => {
  const montbard: Sketch = { street: '25 rue Champfleury', commune: '21425', city: 'Montbard' }
  t.equal(
    verdictOf(
      { ...montbard, name: 'France services de la sous-préfecture de Montbard et itinérance MSA' },
      { ...montbard, name: "France Services - sous-préfecture de l'arrondissement de Montbard" }
    ),
    'same'
  )
  t.notOk(sketch({ name: 'France services de Montbard et itinérance MSA' }).mobile)
  t.ok(sketch({ name: 'France services itinérante de Montbard' }).mobile)
})

t.test('a social centre listed without its street is the one of its name in its town', async (t) => {
  const argenteuil = { commune: '95018', city: 'Argenteuil' }
  const listed = (name: string, town: Sketch): Sketch => ({
    ...town,
    name,
    types: ['CS'],
    directory: 'centres-sociaux'
  })
  const inTown = listed('MAISON DE QUARTIER DU CENTRE VILLE', argenteuil)
  const gobelins = { ...argenteuil, street: '5 rue de Gobelins' }
  t.equal(verdictOf({ ...gobelins, name: "Maison de quartier du centre-ville d'Argenteuil" }, inTown), 'same')
  t.not(verdictOf({ ...gobelins, name: "Maison de quartier d'Orgemont" }, inTown), 'same')
  t.not(verdictOf({ ...gobelins, name: 'Bibliothèque du centre-ville' }, inTown), 'same')
  const lorient = { commune: '56121', city: 'Lorient' }
  const run = "ASSOCIATION D'ANIMATION ET DE GESTION DU CENTRE SOCIAL DU BOIS DU CHATEAU"
  t.equal(
    verdictOf(
      { ...lorient, street: '9 rue Jules Massenet', name: run, types: ['CS'] },
      listed('Maison de Quartier du bois du Château', lorient)
    ),
    'same',
    'the association that runs it'
  )
  t.not(
    verdictOf(
      { ...lorient, street: '9 rue Jules Massenet', name: run, types: ['CS'] },
      listed('Maison de Quartier de Kervénanec', lorient)
    ),
    'same'
  )
})

t.test('a short form of the name of a social centre is asked, not joined', async (t) => {
  const montpellier = { commune: '34172', city: 'Montpellier' }
  const verdict = verdictOf(
    { ...montpellier, name: 'Maison Pour Tous A.Sarrazin', street: '2 rue de Mas de Merle' },
    {
      ...montpellier,
      name: 'MAISON POUR TOUS ALBERTINE SARRAZIN',
      directory: 'centres-sociaux',
      types: ['CS']
    }
  )
  t.equal(verdict, 'review')
})

t.test('one name, phone and organisation in two streets of a town is a question', async (t) => {
  const cidff: Sketch = {
    name: 'CIDFF 82 (Centre Information Droits Femmes)',
    commune: '82121',
    city: 'Montauban',
    street: '13 allée Mortarieu',
    phone: '+33563661161',
    siret: '34392586300017'
  }
  const moved: Sketch = { ...cidff, street: '154 rue Marcel Guerret', siret: '34392586300058' }
  t.equal(verdictOf(cidff, moved), 'review')
  t.equal(verdictOf(cidff, { ...moved, phone: '+33563661162' }), 'different', 'another phone')
  t.equal(verdictOf(cidff, { ...moved, siret: '34392586400017' }), 'different', 'another organisation')
})

t.test(
  'a street misspelt by one letter is the same street, if the number and the name are the same',
  async (t) => {
    const lille: Sketch = {
      commune: '59350',
      city: 'Lille',
      types: ['TIERS_LIEUX'],
      directory: 'tiers-lieux-mel'
    }
    const tours: Sketch = { ...lille, name: "1624 COWORKIN'LILLE", street: '12 ter rue des Tours' }
    const tous: Sketch = { ...lille, name: '1624', street: '12 ter rue des Tous' }
    t.equal(verdictOf(tours, tous), 'same')
    t.not(verdictOf(tours, { ...tous, street: '14 rue des Tous' }), 'same', 'another number')
    t.not(verdictOf(tours, { ...tous, street: 'rue des Tous' }), 'same', 'no number')
    t.not(verdictOf(tours, { ...tous, name: '1625' }), 'same', 'another name')
  }
)

const WORDS = [
  'maison',
  'solidarite',
  'atelier',
  'quartier',
  'jeunesse',
  'animation',
  'insertion',
  'territoire',
  'emploi'
]

t.test(
  'whatever the words, the order of two records makes no difference, and initials speak at one door only',
  async (t) => {
    const long = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(long, fc.nat(3), fc.boolean(), (words, from, isThere) => {
        const run = words.slice(Math.min(from, words.length - 3))
        const short: Sketch = {
          name: run.map(([letter]) => `${letter?.toUpperCase()}.`).join(''),
          street: '3 rue de Caen'
        }
        const whole: Sketch = {
          ...{ directory: 'aidants-connect', id: '2', name: words.join(' ') },
          street: isThere ? '3 rue de Caen' : '3 rue de Bayeux'
        }
        const [one, other] = [sketch(short), sketch(whole)]
        const name = evidenceOf(one, other).name ?? 0
        if (evidenceOf(other, one).name !== evidenceOf(one, other).name) return false
        return isThere
          ? name >= 0.5 || one.kinds.length > 0 || one.name.own.length === 0
          : decide(one, other).verdict !== 'same'
      })
    )
    t.pass()
  }
)
