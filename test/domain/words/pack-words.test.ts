import fc from 'fast-check'
import t from 'tap'
import { packWords, unpackWords } from '../../../src/domain/words/pack-words.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ jardin: 40, poterie: 3, mer: 200, cours: 500, brassens: 12, georges: 30 })
const SAID = [
  'médiathèque',
  'mediateqhe',
  'bayeux',
  'bayeu',
  'fab lab',
  'lion',
  'je cherche',
  'poteries',
  '14400',
  '"fab lab"',
  'aide caf',
  'seniors',
  'xyzzy',
  'jardins',
  'calvados',
  'gorges brasens',
  'pour mon père',
  '3d',
  'pas cher'
]
const questions = fc
  .array(fc.constantFrom(...SAID), { minLength: 1, maxLength: 6 })
  .map((said) => said.join(' '))
const modes = fc.constantFrom('asked' as const, 'typed' as const, 'again' as const)

t.test('the interpretation of words in a cursor', async (t) => {
  t.test('is read unchanged', async (t) => {
    fc.assert(
      fc.property(questions, modes, (q, mode) => {
        const words = readWords(q, KNOWLEDGE, mode)
        const carried = JSON.parse(JSON.stringify(packWords(q, words)))
        return JSON.stringify(unpackWords(q, carried)) === JSON.stringify(words)
      }),
      { numRuns: 500 }
    )
    t.pass()
  })

  t.test('takes at most two fifths of its JSON text', async (t) => {
    for (const q of ['médiathèque bayeux', 'fab lab lion', 'aide caf seniors bayeux']) {
      const words = readWords(q, KNOWLEDGE)
      const [packed, whole] = [packWords(q, words), words].map((each) => JSON.stringify(each).length)
      t.ok((packed ?? 0) < (whole ?? 0) * 0.4, `${q}: ${packed} of ${whole}`)
    }
  })
})
