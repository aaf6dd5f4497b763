import t from 'tap'
import type { Centres } from '../../../src/domain/territories/communes.ts'
import { resolveCommune } from '../../../src/domain/territories/resolve-commune.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'

const index = officialCommunes()

/** Centres of communes, as in the official postcode file. */
const CENTRES: Centres = new Map(
  (
    [
      ['01427', 45.94, 4.771],
      ['02691', 49.847, 3.279],
      ['06088', 43.712, 7.238],
      ['14047', 49.278, -0.702],
      ['21054', 47.02, 4.84],
      ['21231', 47.323, 5.042],
      ['35013', 47.707, -2.09],
      ['35236', 47.66, -2.076],
      ['35294', 47.69, -1.995],
      ['58086', 47.405, 2.924],
      ['63236', 45.583, 2.801],
      ['87085', 45.854, 1.251],
      ['88413', 48.304, 6.937],
      ['97302', 4.937, -52.33],
      ['97356', 3.123, -52.47]
    ] as const
  ).map(([code, lat, lon]) => [code, { lat, lon }])
)

type At = readonly [lat: number, lon: number]
type Given = { readonly code?: string; readonly at?: At }

const resolve = (name: string, postcode: string, { code, at }: Given = {}) => {
  const position = at === undefined ? null : { lat: at[0], lon: at[1] }
  return resolveCommune(index, { name, postcode, position, ...(code !== undefined && { code }) }, CENTRES)
}

type Case = readonly [name: string, postcode: string, found: string, at?: At]

function finds(t: Pick<typeof import('tap').default, 'match'>, by: string, cases: readonly Case[]): void {
  for (const [name, postcode, code, at] of cases)
    t.match(resolve(name, postcode, at && { at }), { commune: { code }, by }, `${name} ${postcode}`)
}

t.test('a name that differs only in small words and spaces is found in its postcode', async (t) => {
  finds(t, 'small-words-in-postcode', [
    ['Tain Hermitage', '26600', '26347'],
    ['Evian Bains', '74500', '74119'],
    ['Pont Mousson', '54700', '54431'],
    ['Saint Germain Laye', '78100', '78551'],
    ['Villeneuve Ascq', '59650', '59009'],
    ['La Louvesc', '07520', '07128']
  ])
})

t.test('so is a name that is shortened, or that says more than the official one', async (t) => {
  finds(t, 'part-of-name-in-postcode', [
    ['Aix', '13090', '13001'],
    ['Saint', '42000', '42218'],
    ['Sarlat', '24200', '24520'],
    ['Vaulx', '69120', '69256'],
    ['Romorantin', '41200', '41194'],
    ['Sciez-sur-Léman', '74140', '74263'],
    ['Cosne-sur-Loire', '58200', '58086'],
    ['Hellemmes', '59260', '59350']
  ])
})

t.test('so is one that is misspelt by a letter, or by two if it is long', async (t) => {
  finds(t, 'misspelt-in-postcode', [
    ['Aurilalc', '15000', '15014'],
    ['Nvers', '58000', '58194'],
    ['Rambervilelrs', '88700', '88367'],
    ['Saint-Vaas-de-Longmont', '60410', '60600'],
    ['SAUNT DENIS', '93200', '93066']
  ])
})

t.test('but letters are compared in one postcode only', async (t) => {
  t.match(resolve('Ardres', '62610'), { commune: { code: '62038' } })
  t.match(resolve('Andres', '62340'), { commune: { code: '62031' } })
  t.match(
    resolve('Andres', '62610'),
    { commune: null, territory: { department: '62', region: '32' } },
    'a village with the postcode of another one that is written nearly alike'
  )
  t.match(resolve('Paris 12', '75011'), { commune: { code: '75056' } }, 'an arrondissement is not misspelt')
})

t.test('former communes, villages and sorting offices have names too', async (t) => {
  finds(t, 'name-and-postcode', [
    ['OLONNE SUR MER', '85340', '85194'],
    ['Faverges', '74210', '74123'],
    ['La Primaube', '12450', '12133'],
    ['Évry (91)', '91000', '91228'],
    ['KAWENI', '97600', '97611'],
    ['Mont-Dore', '98810', '98817']
  ])
  finds(t, 'name-and-cedex', [
    ['La Rochelle CEDEX', '17086', '17300'],
    ['Ajaccio CEDEX 1', '20303', '2A004'],
    ['Le Port CEDEX', '97829', '97407']
  ])
})

t.test('a name is looked for near the position, then in the département of the postcode', async (t) => {
  finds(t, 'name-near-position', [
    ['Limoges', '', '87085', [45.83, 1.26]],
    ['Nice', '06400', '06088', [43.71, 7.26]],
    ['Bayeux', '14500', '14047', [49.28, -0.7]],
    ['Dijon', '02100', '21231', [47.32, 5.04]]
  ])
  finds(t, 'name-in-department', [
    ['Trévoux', '01480', '01427'],
    ['Concarneau', '29000', '29039'],
    ['Lorient', '56000', '56121']
  ])
  finds(t, 'similar-name-near-position', [
    ['ST DIE', '88102', '88413', [48.29, 6.95]],
    ['Cosne-sur-Loire', '58201', '58086', [47.41, 2.93]]
  ])
  t.match(
    resolve('Trévoux', '01480', { at: [48.29, 6.95] }),
    { commune: null },
    'not if the position is in the Vosges'
  )
})

t.test('a name that no other commune has needs neither postcode nor position', async (t) => {
  finds(t, 'only-name', [
    ['Créteil', '', '94028'],
    ['LANNION', '', '22113'],
    ['Le Bouscat', '', '33069']
  ])
  t.match(resolve('Pierre', ''), { commune: null }, 'Pierre may be what is left of Pierre-Bénite')
})

t.test('a quarter is in the commune that has its postcode, or in the nearest one', async (t) => {
  finds(t, 'postcode-of-quarter', [
    ['Marigot', '97150', '97801'],
    ['Houlgate', '86000', '86194']
  ])
  finds(t, 'postcode-and-nearest-centre', [['Le Châtelet', '35600', '35236', [47.65, -2.08]]])
  t.match(resolve('Le Châtelet', '35600', { at: [47.685, -2.08] }), { commune: null }, 'between two villages')
  t.match(resolve('Épinay', '93220'), { commune: null }, 'Gagny has the postcode, Épinay-sur-Seine the name')
  t.match(resolve('Toulouse', '59000'), { commune: null }, 'no quarter of Lille has the name of a large town')
})

t.test('a code is not believed against the postcode and the position', async (t) => {
  const noumea = resolve('Mont-Dore', '98800', { code: '63236', at: [-22.23, 166.53] })
  t.match(noumea, { commune: { code: '98817', department: '988' }, refused: 'code' })
  t.match(
    resolve('Camopi', '97300', { code: '97356', at: [4.94, -52.33] }),
    { commune: { code: '97302' }, refused: 'code-and-name' },
    'a boat whose office is in Cayenne'
  )
  t.match(
    resolve('Dijon', '02100', { code: '21231', at: [47.32, 5.04] }),
    { commune: { code: '21231' }, by: 'code', refused: null },
    'the position confirms it, so the postcode is wrong'
  )
})

t.test('without a position, it is not believed against a postcode of another département', async (t) => {
  t.match(resolve('Polygone', '26000', { code: '62041' }), { commune: { code: '26362' }, refused: 'code' })
  t.match(
    resolve('Bar-le-Duc', '10150', { code: '55029' }),
    { commune: null, refused: 'code-and-name', territory: null },
    'a town of the Meuse and a postcode of the Aube'
  )
  t.match(
    resolve('Poitiers', '37000', { code: '86194' }),
    { commune: null, refused: 'code-and-name', territory: null },
    'nor is the postcode believed against name and code of a town'
  )
  t.match(resolve('Trévoux', '01480', { code: '01427' }), { commune: { code: '01427' }, by: 'code' })
  t.match(
    resolve('Bayeux', '41400', { code: '14047' }),
    { commune: null },
    'a postcode of the Loir-et-Cher, however little is mistyped'
  )
  t.match(resolve('Houlgate', '15410', { code: '14338' }), { by: 'code' }, 'a postcode that does not exist')
})

t.test('the name decides between two communes of the postcode, whatever the code is', async (t) => {
  t.match(resolve('Dijon', '21000', { code: '21231' }), { commune: { code: '21231' }, refused: null })
  t.match(resolve('Guingamp', '22200', { code: '22248' }), { commune: { code: '22070' }, refused: 'code' })
  t.match(resolve('Pommerit-le-Vicomte', '22200', { code: '22070' }), {
    commune: { code: '22248' },
    refused: 'code'
  })
  t.match(resolve('Hameau des Lilas', '22200', { code: '22070' }), { commune: { code: '22070' } })
})

t.test('two clues against two find no commune, and only the département on which all agree', async (t) => {
  const at = [47.32, 5.04] as const
  t.match(resolve('Dijon', '21200', { code: '21054', at }), {
    commune: null,
    refused: 'code',
    territory: { department: '21' }
  })
  t.match(resolve('Dijon', '59000', { code: '59350', at }), { commune: null, territory: null })
})

t.test('the name of an area around a town is not that of the town', async (t) => {
  for (const name of [
    'Communauté de communes du Pays de Trévoux',
    'Canton de Trévoux',
    'CC Trévoux',
    'près de Trévoux',
    'Trévoux agglomération'
  ])
    t.match(resolve(name, '01600'), { commune: null, territory: { department: '01' } }, name)
  t.match(resolve('Métropole de Lille', '59000'), { commune: null, territory: { department: '59' } })
  t.match(resolve('Pays de Belvès', '24170'), { commune: { code: '24035' } }, 'the name of a commune')
})

t.test('a town and the postcode of another one give neither', async (t) => {
  for (const [name, postcode] of [
    ['Limoges', '59000'],
    ['Dijon', '86000'],
    ['Rennes', '44000']
  ] as const)
    t.match(resolve(name, postcode), { commune: null, territory: null }, `${name} ${postcode}`)
  t.match(resolve('Freiburg', '79098'), { commune: null, territory: null }, 'nor does a foreign town')
  t.match(resolve('Figueres', '17600', { at: [47.32, 5.04] }), { commune: null })
})

t.test('a postcode gives its département and région without a commune', async (t) => {
  const territory = (postcode: string) => {
    const found = resolve('', postcode)
    return found.commune === null && found.territory
  }
  t.match(territory('14400'), { department: '14', region: '28' })
  t.match(territory('92925'), { department: '92', region: '11' }, 'a CEDEX of Paris La Défense')
  t.match(territory('97801'), { department: '974', region: '04' }, 'La Réunion has 978 for its CEDEX')
  t.match(territory('20601'), { department: null, region: '94' }, 'one of the two départements of Corsica')
  t.equal(territory('98000'), null, 'Monaco is none')
})
