import t from 'tap'
import { KIN, STAND_INS } from '../../../../src/domain/search/relevance/kin.ts'
import { institutionsIn, rankedWishes } from '../../../../src/domain/search/relevance/ranked-wishes.ts'
import { VALUES } from '../../../../src/domain/search/relevance/values.ts'
import { isCode } from '../../../../src/domain/vocabularies/vocabularies.ts'
import { readWords } from '../../../../src/domain/words/read-words.ts'
import type { MeantParameter } from '../../../../src/domain/words/words.ts'
import { knowledgeOf } from '../../../support/knowledge.ts'

const knowledge = knowledgeOf({ phare: 3, cidre: 2_000, quartier: 4_000 })
const wishesOf = (text: string, absent: readonly string[] = []) =>
  rankedWishes(readWords(text, knowledge), absent)

t.test(
  'what is unknown is never worth less than what is denied, nor more than what is implied',
  async (t) => {
    for (const [family, { implied, unknown, no }] of Object.entries(VALUES)) {
      t.ok(no <= unknown && unknown <= implied && implied <= 1 && no > 0, family)
    }
  }
)

t.test('kin are codes that exist, and never hide what is asked for', async (t) => {
  for (const [asked, kin] of [...Object.entries(KIN), ...Object.entries(STAND_INS)]) {
    for (const { parameter, code, confidence } of kin) {
      t.ok(parameter !== 'accessibility' && isCode(parameter, code), `${asked}: ${parameter}:${code}`)
      t.ok(confidence <= 0.45 || asked === 'alone', `${asked}: ${confidence}`)
    }
  }
  for (const asked of Object.keys(KIN)) {
    const [parameter, code = ''] = asked.split(':') as [Exclude<MeantParameter, 'accessibility'>, string]
    t.ok(isCode(parameter, code), asked)
  }
})

t.test('of several wishes, what counts and what only favours', async (t) => {
  const mainly = (text: string) => wishesOf(text).map(({ typed, main }) => [typed, main])
  t.same(mainly('fablab'), [['fablab', true]])
  t.same(mainly('médiathèque pour seniors'), [
    ['mediatheque', true],
    ['seniors', false]
  ])
  t.same(mainly('seniors'), [['seniors', true]], 'what stands alone is what is wished')
  t.same(
    mainly('médiathèque phare'),
    [
      ['mediatheque', true],
      ['phare', true]
    ],
    'a word that few places say is meant'
  )
  t.same(
    mainly('médiathèque cidre'),
    [
      ['mediatheque', true],
      ['cidre', false]
    ],
    'beside a kind, a common one need not be said'
  )
})

t.test('an acronym is believed by its code alone: the stem of CAF is that of cafés', async (t) => {
  const [wish] = wishesOf('caf')
  t.same([wish?.exact, wish?.same, wish?.near], [[], [], []])
  t.ok(wish?.codes.some(({ code }) => code === 'CAF'))
})

t.test('an institution that has no place nearby is stood in for', async (t) => {
  t.same(institutionsIn(readWords('caf', knowledge)), ['CAF'])
  const worth = (absent: readonly string[]) =>
    wishesOf('caf', absent)[0]?.codes.find(({ code }) => code === 'RFS')?.confidence
  t.same([worth([]), worth(['CAF'])], [0.45, 0.85])
})

t.test('no wish has more than three shades', async (t) => {
  for (const text of ['impots', 'evs', 'passeport', 'ccas', 'imprimer']) {
    for (const { typed, codes } of wishesOf(text)) {
      t.ok(new Set(codes.map(({ confidence }) => confidence)).size <= 3, typed)
    }
  }
})
