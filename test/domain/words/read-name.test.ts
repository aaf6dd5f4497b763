import t from 'tap'
import { namesMeant, readAsName } from '../../../src/domain/words/read-name.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ mairie: 900, marie: 40, vains: 2, menton: 3, quercy: 5, ventilo: 1 })

/** How a question is read in a directory with a place of this whole name; null where it is read as ever. */
const readIn = (q: string, name: string) => readAsName(q, readWords(q, KNOWLEDGE), new Set([name]), KNOWLEDGE)

t.test('a question may be a name with one word mended', async (t) => {
  const names = (q: string) => namesMeant(q, readWords(q, KNOWLEDGE), KNOWLEDGE.lexicon)
  t.ok(names('Marie de Menton').includes('mairie de menton'))
  t.same(names('"marie" de menton'), [], 'what is taken literally is not mended')
  t.same(names('mediatheqe bayeux'), [], 'nor what is understood')
})

t.test('whoever types the name of a place means it', async (t) => {
  const menton = readIn('Marie de Menton', 'mairie de menton')
  t.ok(menton?.groups.some(({ exact }) => exact.includes('mairie')))
  t.match(menton?.readings[0], {
    as: 'correction',
    typed: 'marie',
    words: ['mairie'],
    undo: '"marie" de menton'
  })
  t.equal(readIn('Le Ventiol', 'le ventilo')?.where, null, 'and not the village of Lentiol')
  t.match(readIn('epn calvadoss', 'epn calvados')?.where ?? readWords('epn calvadoss', KNOWLEDGE).where, {
    name: 'Calvados'
  })
  t.equal(readIn('France services Quercy vert Aveyron', 'france services quercy vert aveyron')?.where, null)
})

t.test('a town rightly spelt stays where to begin: its places come first as it is', async (t) => {
  t.equal(readIn('mairie de menton', 'mairie de menton'), null)
  t.equal(readIn('mairie de menton', 'another name'), null)
  t.equal(readIn('bibliothèque Lille', 'bibliotheque tille'), null, 'and is no typing error for another')
})
