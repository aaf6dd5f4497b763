import t from 'tap'
import { decide } from '../../../src/domain/matching/decide.ts'
import { evidenceOf } from '../../../src/domain/matching/evidence.ts'
import { type Sketch, sketch } from '../../support/comparables.ts'

const both = (one: Sketch, other: Sketch) =>
  [sketch(one), sketch({ directory: 'netpublic', id: '2', ...other })] as const

t.test(
  'a branch, a host and the same association elsewhere are questions, however much else agrees',
  async (t) => {
    const door = {
      street: '2 place de la Gare',
      phone: '+33231921108',
      email: 'epn@bayeux.fr',
      lat: 49.27,
      lon: -0.7
    }
    const pairs: readonly (readonly [string, Sketch, Sketch])[] = [
      [
        'a site of several',
        { ...door, name: 'Centre social Argouges' },
        { ...door, name: 'Centre social Argouges B' }
      ],
      ['an annexe', { ...door, name: 'Mairie de Bayeux' }, { ...door, name: 'Mairie de Bayeux, annexe' }],
      [
        'a CCAS and the social centre in it',
        { ...door, name: 'CCAS' },
        { ...door, name: 'Bibliothèque Argouges' }
      ],
      [
        'France services and the community that runs it',
        { ...door, name: 'Communauté de communes de Bayeux', types: ['EPCI'] },
        { ...door, name: 'France services - Communauté de communes de Bayeux', types: ['RFS'] }
      ],
      [
        'the library of a school and that of the village',
        { ...door, name: "Bibliothèque de l'école", types: ['BIB'] },
        { ...door, name: 'Bibliothèque municipale', types: ['BIB'] }
      ],
      [
        'the same name and street in the next commune',
        { ...door, name: 'Maison des associations Argouges' },
        { ...door, name: 'Maison des associations Argouges', commune: '89223', city: 'Lézinnes', lat: 49.275 }
      ]
    ]
    for (const [what, one, other] of pairs) t.not(decide(...both(one, other)).verdict, 'same', what)
  }
)

t.test(
  'a counter that one of two lists calls itinerant is no other place, but a bus by its name is',
  async (t) => {
    const counter: Sketch = { name: 'France services Bessin', street: '2 place de la Gare', types: ['RFS'] }
    t.equal(decide(...both(counter, { ...counter, itinerant: true })).verdict, 'same')
    t.not(decide(...both(counter, { ...counter, name: 'Bus France services Bessin' })).verdict, 'same')
  }
)

t.test('phone, e-mail, site and SIRET in common count once', async (t) => {
  const name = 'Espace Argouges'
  const shared: Sketch = {
    phone: '+33231921108',
    email: 'contact@argouges.fr',
    site: 'https://argouges.fr',
    siret: '21140047200014'
  }
  const score = (extra: Sketch) => decide(...both({ name, ...extra }, { name, ...extra })).score
  const alone = score({})
  const each = (['phone', 'email', 'site', 'siret'] as const).map((key) => score({ [key]: shared[key] }))
  t.equal(score(shared), Math.max(...each), 'the strongest of them')
  t.ok(each.every((with_) => with_ >= alone))
  const counter: Sketch = { types: ['RFS'], ...shared }
  const hub = both(
    { ...counter, name: 'France services Argouges', street: '3 rue de Caen', lat: 49.27, lon: -0.7 },
    { ...counter, name: 'France services Saint-Loup', street: '40 rue Larcher', lat: 49.28, lon: -0.71 }
  )
  t.not(decide(...hub).verdict, 'same', 'the contacts of a hub do not merge two of its places')
})

t.test('a place of a kind that most communes have once is likely to be the only one', async (t) => {
  const alone = (type: string) =>
    evidenceOf(...both({ name: '…', types: [type] }, { name: '…', types: [type] })).alone ?? 0
  t.ok(alone('CCAS') > alone('BIB') && alone('BIB') > alone('TIERS_LIEUX'))
  t.equal(evidenceOf(...both({ name: '…', types: ['BIB'] }, { name: '…', types: ['CCAS'] })).alone, null)
})

t.test('people are not asked about pairs that no person would call one place', async (t) => {
  const door: Sketch = { street: '2 place de la Gare', lat: 49.27, lon: -0.7 }
  const verdict = (one: Sketch, other: Sketch) => decide(...both(one, other)).verdict
  const asked = (one: Sketch, other: Sketch) => verdict(one, other) === 'review'
  const hall = { ...door, name: 'Mairie de Bayeux', siret: '21140047200014' }
  const guest: Sketch = {
    ...door,
    name: 'France services de Bayeux',
    types: ['RFS'],
    siret: '21140047200014'
  }
  t.notOk(asked(hall, guest), 'a host and the service inside it')
  const mailbox = { email: 'franceservices@bayeux.fr', phone: '+33231921108' }
  t.ok(asked({ ...hall, ...mailbox }, { ...guest, ...mailbox }), 'but they may share one mailbox')
  t.notOk(
    asked({ ...door, name: 'Mission locale du Bessin' }, { ...door, name: 'Compagnons bâtisseurs' }),
    'two bodies in one building'
  )
  t.notOk(
    asked(
      { name: 'Association Argouges', street: '2 place de la Gare', lat: 49.27, lon: -0.7 },
      { name: 'Argouges', street: '40 rue Larcher', lat: 49.29, lon: -0.72 }
    ),
    'the same name in another street, two kilometres away'
  )
  t.equal(verdict(hall, guest), 'unasked', 'which does not forbid that a third record is of both')
})

t.test('a proper name in a town says enough, if one of two lists has no address', async (t) => {
  const centre: Sketch = { name: 'Centre social Maison Argouges', types: ['CS'] }
  const house: Sketch = { name: 'Association Maison Argouges', street: '2 rue Larcher' }
  t.equal(decide(...both(centre, house)).verdict, 'same')
  t.not(decide(...both({ ...centre, street: '9 rue Royale' }, house)).verdict, 'same', 'two addresses')
  t.not(decide(...both(centre, { ...house, commune: '35012' })).verdict, 'same', 'another town')
})

t.test('initials stand for a whole name, and a joined word for its parts', async (t) => {
  const value = (one: string, other: string) => evidenceOf(...both({ name: one }, { name: other })).name
  t.equal(value('CCVG', 'Communauté de communes Vienne et Gartempe'), 1)
  t.equal(value('UDAF14', 'Union départementale des associations familiales'), 1)
  t.equal(value("Fabrique de l'UDAF14", 'Union départementale des associations familiales'), 0.5)
  t.not(value('CCVG', 'Communauté de communes du Bessin'), 1)
  const street = (one: string, other: string) =>
    evidenceOf(...both({ name: 'x', street: one }, { name: 'x', street: other })).address
  t.equal(street('5 rue Léon Olphe Gaillard', '5 rue Leonolphe Gaillard'), 1)
  t.equal(street('14 chemin du ruisseau Mirabeau', '14 chemin du ruisseau Mirabeau CHRS'), 1)
  t.equal(street('25 rue Kessler', 'ESACM 25 rue Kessler'), 1)
})

t.test('two positions in one commune that are further apart than it is wide are no evidence', async (t) => {
  const at = (lat: number) => ({ name: 'x', lat, lon: -0.7 })
  t.equal(evidenceOf(...both(at(49.27), at(49.8))).distance, null)
  t.ok((evidenceOf(...both(at(49.27), at(49.35))).distance ?? 1) < 0.05)
  t.ok(
    (evidenceOf(...both(at(49.27), { ...at(49.8), commune: '35012' })).distance ?? 1) < 0.01,
    'in two communes they are'
  )
})

t.test('a list that repeats the name as the street has no street', async (t) => {
  t.equal(sketch({ name: 'La Cave à musique', street: 'La Cave à musique' }).street, null)
})
