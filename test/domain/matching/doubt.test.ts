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
