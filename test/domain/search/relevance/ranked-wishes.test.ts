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

t.test(
  'a machine that only some kinds of places have is sought in them, not in any place nearby',
  async (t) => {
    for (const text of [
      'découpe laser Quimper',
      'imprimante 3D Mulhouse',
      'réparer mon grille-pain à Valence'
    ])
      t.same(
        wishesOf(text).map(({ family }) => family),
        ['kind'],
        text
      )
    t.match(wishesOf('feuille d’impôts Pau'), [{ family: 'service' }], 'other places help with taxes')
  }
)

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

t.test('what people lack is beside what they come for', async (t) => {
  const mainly = (text: string) => wishesOf(text).flatMap(({ typed, main }) => (main ? [typed] : []))
  t.same(mainly("rendez-vous doctolib pas d'internet"), ['rendez vous doctolib'])
  t.same(mainly("je n'ai pas d'ordinateur pour ma déclaration d'impôts"), ['declaration d impots'])
  t.same(
    mainly("pas d'ordinateur"),
    ['pas d ordinateur'],
    'and what they come for where nothing else is said'
  )
})

t.test(
  'to learn to read is what is sought where nothing else is, and a condition beside a service',
  async (t) => {
    const literacy = (text: string) => wishesOf(text).find(({ codes }) => codes[0]?.code === 'illettrisme')
    t.same(
      ['apprendre à lire', 'illettrisme aide'].map((text) => literacy(text)?.family),
      ['service', 'service']
    )
    t.equal(literacy('imprimer illettrisme')?.family, 'need')
    t.notOk(literacy('imprimer illettrisme')?.main)
    const [wish] = wishesOf('apprendre à lire')
    t.ok(
      wish?.codes.some(({ code, confidence }) => code === 'CS' && confidence < 1),
      'centres sociaux may teach it'
    )
  }
)

t.test(
  'each of several services counts less, so that one of them in town is worth more than both far off',
  async (t) => {
    const weights = (text: string) => wishesOf(text).map(({ weight }) => Math.round(weight * 100) / 100)
    t.same(weights('imprimer'), [1])
    t.same(weights('imprimer carte grise'), [0.71, 0.71])
    t.same(weights('médiathèque imprimer'), [1, 1], 'a kind and a service are not two services')
  }
)

t.test('the words of a kind apart are another kind: a CCAS is no centre social', async (t) => {
  t.same(wishesOf('centre social')[0]?.near, [])
  t.same(
    wishesOf('aide administrative')[0]?.near,
    ['aide & administrative'],
    'those of a service are the same help'
  )
})

t.test('what is akin to what is only perhaps meant is not meant', async (t) => {
  const codes = wishesOf('réparer mon ordinateur')[0]?.codes.map(({ code }) => code) ?? []
  t.ok(codes.includes('FABLAB'))
  t.notOk(codes.includes('TIERS_LIEUX'), 'which is akin to a FabLab')
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
