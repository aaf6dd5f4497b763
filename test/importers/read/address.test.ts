import t from 'tap'
import { readAddress } from '../../../src/importers/read/address.ts'
import { readRow } from '../../../src/importers/row.ts'
import { officialCommunes } from '../../../src/store/territories/official-towns.ts'

const communes = officialCommunes()
const COLUMNS = { street: 'adresse', complement: 'suite', postcode: 'cp', city: 'ville', code: 'insee' }

type Cells = { readonly [column in 'adresse' | 'cp' | 'ville' | 'insee']?: string }
type At = readonly [lat: number, lon: number]

function read(cells: Cells, at?: At) {
  const row = readRow(cells)
  const address = readAddress(row, COLUMNS, { communes }, at ? { lat: at[0], lon: at[1] } : null)
  return { ...address, reasons: row.finish().flatMap((found) => ('reason' in found ? [found.reason] : [])) }
}

t.test('a town is found in a cell that also says where it is', async (t) => {
  const cases: readonly (readonly [Cells, city: string, commune: string, postcode: string | null])[] = [
    [{ ville: '14400 BAYEUX' }, 'Bayeux', '14047', '14400'],
    [{ ville: 'F-58000 Nevers' }, 'Nevers', '58194', '58000'],
    [{ ville: 'Lyon 69003' }, 'Lyon', '69383', '69003'],
    [{ ville: 'Nevers (58000)' }, 'Nevers', '58194', '58000'],
    [{ ville: '58 - Nevers' }, 'Nevers', '58194', null],
    [{ ville: '(58) Nevers' }, 'Nevers', '58194', null],
    [{ ville: 'Nevers, Nièvre' }, 'Nevers', '58194', null],
    [{ ville: 'Vienne (Isère)' }, 'Vienne', '38544', null],
    [{ ville: 'Saint-Denis (La Réunion)' }, 'Saint-Denis', '97411', null],
    [{ ville: 'GUINGAMP (COTES D ARMOR)' }, 'Guingamp', '22070', null],
    [{ ville: 'Bourail - Nouvelle-Calédonie' }, 'Bourail', '98803', null],
    [{ ville: 'Albi', cp: '81' }, 'Albi', '81004', null],
    [{ ville: 'Bastia', cp: '2b' }, 'Bastia', '2B033', null]
  ]
  for (const [cells, city, commune, postcode] of cases)
    t.match(read(cells), { city, commune, postcode }, JSON.stringify(cells))
  t.match(read({ ville: 'Nevers, Nièvre' }).reasons, ['read the département beside the town', String])
})

t.test('the number of a post box beside the town is not its postcode', async (t) => {
  t.match(read({ ville: 'NEVERS BP 40012', cp: '58000' }), { city: 'Nevers', complement: 'BP 40012' })
  t.match(read({ ville: 'NEVERS CS 40012' }), { city: 'Nevers', commune: '58194', postcode: null })
})

t.test('a street that ends with a postcode and its town is a whole address', async (t) => {
  t.match(read({ adresse: '3 place de la Mairie - 58000 NEVERS' }), {
    street: '3 place de la Mairie',
    postcode: '58000',
    city: 'Nevers',
    commune: '58194'
  })
  t.match(
    read({ adresse: '3 rue du 14 Juillet 58000 escaliers' }),
    { street: '3 rue du 14 Juillet 58000 escaliers', postcode: null },
    'not if no commune of the postcode has that name'
  )
})

t.test('four digits are a postcode without its zero if the other cells fit it', async (t) => {
  const postcodes: readonly (readonly [Cells, string | null, At?])[] = [
    [{ cp: '6000' }, '06000'],
    [{ cp: '6000', ville: 'Nice' }, '06000'],
    [{ cp: '1480', ville: 'Trévoux' }, '01480'],
    [{ cp: '4000', insee: '04070' }, '04000'],
    [{ cp: '1000', ville: 'Quartier du Peloux' }, '01000', [46.2, 5.22]],
    [{ cp: '6000', ville: 'Charleroi' }, null],
    [{ cp: '1003', ville: 'Lausanne' }, null],
    [{ cp: '7000', ville: 'Mons' }, null],
    [{ cp: '5000', ville: 'Namur' }, null],
    [{ cp: '1227', ville: 'Carouge' }, null, [46.18, 6.14]]
  ]
  for (const [cells, postcode, at] of postcodes)
    t.equal(read(cells, at).postcode, postcode, JSON.stringify(cells))
  t.match(
    read({ cp: '4020', ville: 'Liège' }),
    { commune: null, department: null, city: 'Liège' },
    'Le Liège is a village in Touraine'
  )
})

t.test('a mistake in the name of a known commune is repaired; another name is kept', async (t) => {
  const names: readonly (readonly [ville: string, cp: string, shown: string])[] = [
    ['Marselle', '13001', 'Marseille'],
    ['Grenobel', '38000', 'Grenoble'],
    ['Saint Germain Laye', '78100', 'Saint-Germain-en-Laye'],
    ['LYON VII', '69007', 'Lyon'],
    ['Romorantin', '41200', 'Romorantin-Lanthenay'],
    ['La Roche', '85000', 'La Roche'],
    ['La Primaube', '12450', 'La Primaube'],
    ['Faverges', '74210', 'Faverges'],
    ['Quartier du Peloux', '58000', 'Quartier du Peloux']
  ]
  for (const [ville, cp, shown] of names) t.equal(read({ ville, cp }).city, shown, ville)
})

t.test('digits that may be the postcode or the code are published as neither', async (t) => {
  // 56260 is the postcode of Larmor-Plage, and the code of Vannes.
  t.match(read({ ville: 'Larmor-Plage', cp: '56260', insee: '56260' }), {
    commune: '56107',
    postcode: '56260',
    reasons: ['contradicted: the other columns fit the commune 56107']
  })
  t.match(read({ cp: '56260', insee: '56260' }), {
    commune: null,
    department: '56',
    postcode: null,
    reasons: [/^commune not found: the same digits are given/, String]
  })
  t.match(read({ ville: 'Vannes', cp: '56260', insee: '56260', adresse: '2 quai 56260 Larmor-Plage' }), {
    commune: '56107',
    city: 'Larmor-Plage'
  })
})

t.test('the code of one town beside the name of another is reported, and neither is believed', async (t) => {
  t.match(read({ ville: 'Nevers', insee: '21231' }), {
    commune: null,
    city: 'Nevers',
    reasons: ['contradicted by other columns', /the code is of one commune and the name of another/]
  })
})

t.test('a town that the postcode and the position contradict is reported', async (t) => {
  // Éleu-dit-Leauwette has the postcode of Lens.
  const centres = new Map([
    ['62498', { lat: 50.43, lon: 2.82 }],
    ['62291', { lat: 50.42, lon: 2.81 }],
    ['62119', { lat: 50.53, lon: 2.64 }]
  ])
  const row = readRow({ ville: 'Béthune', cp: '62300' })
  const { commune, city } = readAddress(row, COLUMNS, { communes, centres }, { lat: 50.431, lon: 2.826 })
  t.match({ commune, city }, { commune: '62498', city: 'Lens' })
  t.match(row.finish()[0], {
    field: 'ville',
    reason: 'contradicted: the other columns fit the commune 62498'
  })
  t.match(
    read({ ville: 'Béthune', cp: '62300' }),
    { commune: '62119' },
    'without a position, the name is kept'
  )
})
