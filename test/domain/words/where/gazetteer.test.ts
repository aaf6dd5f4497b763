import fc from 'fast-check'
import t from 'tap'
import { communeName } from '../../../../src/domain/territories/commune-name.ts'
import { gazetteerOf } from '../../../../src/domain/words/where/gazetteer.ts'

const SOME = [
  'Saint-Lô',
  'Saint-Denis',
  'Sainte-Mère-Église',
  'Strasbourg',
  'Stains',
  'Le Mans',
  'Mantes-la-Jolie',
  'Manosque',
  'Lyon',
  'Lyons-la-Forêt',
  'L’Aigle',
  'Aix-en-Provence'
]
const names = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...SOME), population: fc.nat(5) }).map(({ name, population }) => ({
    kind: 'commune' as const,
    code: `${SOME.indexOf(name)}`,
    name,
    population,
    ...{ department: null, region: null, epci: null, postcodes: [], centre: null, whole: null }
  })),
  { selector: ({ code }) => code }
)

t.test('the towns whose names begin so, the most peopled first', async (t) => {
  const typed = fc.constantFrom(
    '',
    's',
    'st',
    'ste',
    'stra',
    'saint d',
    'sa',
    'sain',
    'man',
    'le man',
    'l',
    'ly',
    'lyon',
    'x'
  )
  fc.assert(
    fc.property(names, typed, fc.integer({ min: 1, max: 4 }), (all, begun, most) => {
      const key = communeName(begun)
      const wanted = all
        .filter(({ name }) => {
          const named = `${communeName(name)} `
          const saint = /^sa(i|in)?$/.test(key) && /^ste? /.test(named)
          return saint || named.startsWith(/^ste?$/.test(key) ? `${key} ` : key)
        })
        .toSorted((one, other) => other.population - one.population || (one.code < other.code ? -1 : 1))
        .slice(0, most)
      const found = gazetteerOf(all).beginning(begun, most)
      return found.map(({ code }) => code).join() === wanted.map(({ code }) => code).join()
    })
  )
  t.pass()
})

t.test(
  'a postcode of an arrondissement is that arrondissement, any other the largest town that has it',
  async (t) => {
    const commune = (code: string, name: string, population: number, postcodes: readonly string[]) => ({
      ...{ kind: 'commune' as const, code, name, population, postcodes, department: null, region: null },
      ...{ epci: null, centre: null, whole: null }
    })
    const { postcode } = gazetteerOf([
      commune('75056', 'Paris', 2_113_705, ['75001', '75011', '75016', '75116']),
      commune('75111', 'Paris 11e Arrondissement', 0, []),
      commune('75116', 'Paris 16e Arrondissement', 0, []),
      commune('69123', 'Lyon', 520_774, ['69001', '69009']),
      commune('69389', 'Lyon 9e Arrondissement', 0, []),
      commune('13055', 'Marseille', 877_215, ['13001', '13013']),
      commune('13201', 'Marseille 1er Arrondissement', 0, []),
      commune('13213', 'Marseille 13e Arrondissement', 0, []),
      commune('14047', 'Bayeux', 12_748, ['14400']),
      commune('14679', 'Subles', 330, ['14400'])
    ])
    const codes = ['75011', '75116', '69009', '13001', '13013', '14400'].map(
      (each) => postcode(each)[0]?.code
    )
    t.same(codes, ['75111', '75116', '69389', '13201', '13213', '14047'])
  }
)
