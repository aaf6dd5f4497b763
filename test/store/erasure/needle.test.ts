import fc from 'fast-check'
import t from 'tap'
import { type Name, spellingsOf } from '../../../src/domain/erasure/person.ts'
import { needleOf } from '../../../src/store/erasure/needle.ts'
import { testDatabase } from '../../support/database.ts'
import { matchesIn } from './dump.ts'

const database = await testDatabase(t)

const word = fc.stringMatching(/^[a-zéèëïôçœ]{3,9}$/)
const name = fc.record({
  first: fc.array(word, { minLength: 1, maxLength: 2 }),
  last: fc.array(word, { minLength: 1, maxLength: 2 })
})

/** How the same word stands in files: each is undone when a text is folded. */
const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => encodeURIComponent(text),
  (text) => Buffer.from(text).toString('latin1'),
  (text) => text.replace(/[^a-z ]/gi, (letter) => `&#${letter.codePointAt(0)};`),
  (text) => text.replace(/[^a-z ]/gi, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => text.replace(/[^a-z ]/gi, '\ufffd')
]

t.test('the database finds every text in which a name is sure', async (t) => {
  const cases = fc.sample(fc.tuple(name, fc.nat(), fc.constantFrom(...WRITINGS)), 200)
  const asked = cases.flatMap(([{ first, last }, nth, write]) => {
    const person: Name = { first, last }
    const sure = [`${first.join(' ')} ${last.join('-')}`, `${last.join(' ')} ${first.join(' ')}`]
    const spelled = spellingsOf(person).filter(
      ({ text, sureness }) => sureness === 'sure' && !text.includes('\ufffd')
    )
    const text = [...sure, ...spelled.map((each) => each.text)][nth % (2 + spelled.length)] ?? ''
    return [
      { needle: needleOf({ names: [person], emails: [], phones: [] }) ?? '', text: `« ${write(text)} »` }
    ]
  })
  const matches = await matchesIn(database, asked)
  t.same(
    asked.filter((_, index) => matches[index] !== true),
    []
  )
})

t.test('and every address and number', async (t) => {
  const emails = { names: [], emails: ['camillemartin@gmail.com'], phones: [] }
  const phones = { names: [], emails: [], phones: ['639981234'] }
  const asked = [
    ...['Camille.Martin@gmail.com', 'camille.martin+x (at) gmail.com', 'c.amillemartin@gmail.com'].map(
      (text) => ({
        needle: needleOf(emails) ?? '',
        text
      })
    ),
    ...['06 39 98 12 34', '+33 (0)6.39.98.12.34', '"tel":639981234'].map((text) => ({
      needle: needleOf(phones) ?? '',
      text
    }))
  ]
  const matches = await matchesIn(database, asked)
  t.same(
    asked.filter((_, index) => matches[index] !== true),
    []
  )
})
