import fc from 'fast-check'
import t from 'tap'
import { communeName } from '../../../src/domain/commune-name.ts'
import { gazetteerOf } from '../../../src/domain/words/gazetteer.ts'

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
    department: null,
    postcodes: [],
    centre: null
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
        .filter(({ name }) => `${communeName(name)} `.startsWith(/^ste?$/.test(key) ? `${key} ` : key))
        .toSorted((one, other) => other.population - one.population || (one.code < other.code ? -1 : 1))
        .slice(0, most)
      const found = gazetteerOf(all).beginning(begun, most)
      return found.map(({ code }) => code).join() === wanted.map(({ code }) => code).join()
    })
  )
  t.pass()
})
