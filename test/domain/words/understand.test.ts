import t from 'tap'
import { namesMeant } from '../../../src/domain/words/read-name.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { type Understood, understand } from '../../../src/domain/words/understand.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const QUESTIONS = [
  'fab lab lion',
  'mediatheqe 14400',
  'marie de menton',
  'cours informatique debutant',
  'epn calvados',
  'xyzzy'
]

const readerOf = (frequencies: Readonly<Record<string, number>>) => ({
  ...knowledgeOf(frequencies),
  memory: new Map<string, Understood>()
})

t.test('a repeated question is interpreted once, with the same result each time', async (t) => {
  const reader = readerOf({ mediatheque: 100, menton: 10 })
  for (const q of [...QUESTIONS, ...QUESTIONS]) {
    const words = readWords(q, reader)
    t.same(understand(q, reader), { words, names: namesMeant(q, words, reader.lexicon) }, q)
    t.same(understand(q, reader, 'again'), { words: readWords(q, reader, 'again'), names: [] }, `${q}, again`)
  }
  t.equal(reader.memory.size, 2 * QUESTIONS.length)
  t.equal(understand('fab lab lion', reader), understand('fab lab lion', reader))
})

t.test('and again when the known words have changed', async (t) => {
  const [before, after] = [readerOf({}), readerOf({ brumblage: 3 })]
  t.notMatch(understand('brumblge', before).words.readings, [{ words: ['brumblage'] }])
  t.match(understand('brumblge', after).words.readings, [{ as: 'correction', words: ['brumblage'] }])
})
