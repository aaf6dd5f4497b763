import t from 'tap'
import { namesMeant, readAsName } from '../../../src/domain/words/read-name.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ mairie: 900, marie: 40, vains: 2, menton: 3, quercy: 5, ventilo: 1 })

/**
 * The reading of a question as a name, in a directory with a place of this name; null if the normal reading
 * applies.
 */
const readIn = (q: string, name: string) => readAsName(q, readWords(q, KNOWLEDGE), new Set([name]), KNOWLEDGE)

t.test('a question may be the name of a place with one word corrected', async (t) => {
  const names = (q: string) => namesMeant(q, readWords(q, KNOWLEDGE), KNOWLEDGE.lexicon)
  t.ok(names('Marie du Quercy').includes('mairie du quercy'))
  t.same(names('"marie" du quercy'), [], 'literal words are not corrected')
  t.same(names('mediatheqe bayeux'), [], 'nor are words that are understood')
})

t.test('the name of a place takes precedence over other readings', async (t) => {
  const quercy = readIn('Marie du Quercy', 'mairie du quercy')
  t.ok(quercy?.groups.some(({ exact }) => exact.includes('mairie')))
  t.match(quercy?.readings[0], {
    as: 'correction',
    typed: 'marie',
    words: ['mairie'],
    undo: '"marie" du quercy'
  })
  t.match(readIn('epn calvadoss', 'epn calvados')?.where ?? readWords('epn calvadoss', KNOWLEDGE).where, {
    name: 'Calvados'
  })
  t.equal(readIn('France services Zornac Aveyron', 'france services zornac aveyron')?.where, null)
})

t.test('if it is not a name elsewhere, both readings apply: literal and corrected', async (t) => {
  const read = (q: string) => readWords(q, KNOWLEDGE)
  const [menton] = read('Marie de Menton').groups
  t.same(menton?.exact, ['marie', 'mairie'], 'only before a town')
  t.equal(readIn('Marie de Menton', 'mairie de menton'), null, 'so the name is not meant')
  const ventilo = read('Le Ventiol')
  t.equal(ventilo.where, null, 'and not the village of Lentiol')
  t.ok(ventilo.groups[0]?.exact.includes('ventilo'))
})

t.test('a correctly spelt town remains the starting point, since its places come first anyway', async (t) => {
  t.equal(readIn('mairie de menton', 'mairie de menton'), null)
  t.equal(readIn('mairie de menton', 'another name'), null)
  t.equal(readIn('bibliothèque Lille', 'bibliotheque tille'), null, 'and is not a typing error for another')
})
