import fc from 'fast-check'
import t from 'tap'
import { digester, holdsOf } from '../../../src/domain/erasure/holds.ts'
import { matcherOf } from '../../../src/domain/erasure/matcher.ts'
import {
  canonicalEmail,
  canonicalPhone,
  type Person,
  readName,
  spellingsOf
} from '../../../src/domain/erasure/person.ts'
import { cutText } from '../../../src/domain/erasure/screen.ts'
import { nameWithout } from '../../../src/domain/erasure/screen-record.ts'
import { tracesIn } from '../../../src/domain/erasure/traces.ts'
import { runs } from '../../support/properties/property-runs.ts'

const digest = digester(Buffer.alloc(32, 7))

const matcherFor = (person: {
  readonly names?: readonly string[]
  readonly emails?: readonly string[]
  readonly phones?: readonly string[]
}) => {
  const read: Person = {
    names: (person.names ?? []).flatMap((name) => readName(name) ?? []),
    emails: (person.emails ?? []).flatMap((email) => canonicalEmail(email) ?? []),
    phones: (person.phones ?? []).flatMap((phone) => canonicalPhone(phone) ?? [])
  }
  return matcherOf(holdsOf(read, digest), digest)
}

const maelle = matcherFor({
  names: ['Maëlle Kervoazou'],
  emails: ['accueil.nord@example.org'],
  phones: ['06 39 98 12 34']
})
const found = (text: string, isCell = false) =>
  tracesIn(text, maelle, isCell).map(({ from, to, isSure }) => [text.slice(from, to), isSure])

t.test('a name is found in every spelling', async (t) => {
  for (const written of [
    'Maëlle Kervoazou',
    'MAELLE KERVOAZOU',
    'Kervoazou Maëlle',
    'KERVOAZOU, Maelle',
    'kervoazou-maelle',
    'Mae\u0308lle Kervoazou',
    'Ma&euml;lle&nbsp;Kervoazou',
    'MaÃ«lle Kervoazou',
    'Ma\ufffdlle Kervoazou',
    'Ma%C3%ABlle%20Kervoazou',
    'Ma\\u00eblle Kervoazou',
    'Maëlle\u00a0KERVOAZOU',
    'Maëlle</b> <i>Kervoazou',
    'maellekervoazou'
  ])
    t.same(found(written), [[written, true]], written)
})

t.test('an address or a link with a name goes as a whole', async (t) => {
  for (const written of [
    'maelle.kervoazou@ville.example.org',
    'kervoazoumaelle@example.org',
    'https://www.linkedin.com/in/maelle-kervoazou-12345/',
    'www.maellekervoazou.fr',
    'maelle.kervoazou [at] example.org'
  ])
    t.same(found(`Écrire à ${written} le lundi`), [[written, true]], written)
})

t.test('initials and a title may mean somebody else', async (t) => {
  for (const written of [
    'M. Kervoazou',
    'Mme KERVOAZOU',
    'Kervoazou M.',
    'Maëlle K.',
    'mkervoazou@example.org',
    'Madame Kervoazou'
  ])
    t.same(found(`Contact : ${written}`), [[written.replace(/\.$/, ''), false]], written)
  t.same(found('Kervoazou'), [], 'one word within a text is no name')
  t.same(found('Kervoazou', true), [['Kervoazou', false]], 'but all of a cell is')
})

t.test('an e-mail address and a number are found however they are written', async (t) => {
  for (const written of [
    'accueil.nord@example.org',
    'Accueil.Nord@Example.ORG',
    'accueil.nord (at) example.org',
    'accueil.nord+lettre@example.org'
  ])
    t.same(found(`mailto: ${written}, ou`), [[written, true]], written)
  for (const written of [
    '0639981234',
    '06 39 98 12 34',
    '06.39.98.12.34',
    '+33 6 39 98 12 34',
    '+33639981234',
    '0033 6 39 98 12 34',
    '+33 (0)6 39 98 12 34',
    '06-39-98-12-34',
    '639981234',
    '33639981234'
  ])
    t.same(found(`tél. ${written} (le matin)`), [[written, true]], written)
  t.same(found('0231000000 / 0639981234 / 0639981235'), [['0639981234', true]])
  t.same(found('02 31 00 00 00 06 39 98 12 34'), [['06 39 98 12 34', true]])
  t.same(found('SIRET 63998123400012'), [], 'not within a longer number')
  t.same(found('126399812345'), [])
})

t.test('streets keep their names; buildings may be hers', async (t) => {
  t.same(found('12 rue Maëlle Kervoazou, 29000 Quimper'), [])
  t.same(found('place du docteur Maëlle Kervoazou'), [])
  t.same(found('Médiathèque Maëlle-Kervoazou'), [['Maëlle-Kervoazou', false]])
  t.same(found('Chez Mme Maëlle Kervoazou, 2 rue Haute'), [['Mme Maëlle Kervoazou', true]])
})

t.test('what remains of a name still names the place, or nothing', async (t) => {
  for (const [name, rest] of [
    ['Cabinet de Mme Maëlle Kervoazou', 'Cabinet'],
    ['Maëlle Kervoazou - Conseillère numérique', 'Conseillère numérique'],
    ['EPN (contact : Maëlle Kervoazou)', 'EPN'],
    ['Atelier d’Maëlle KERVOAZOU à Quimper', 'Atelier à Quimper'],
    ['Espace numérique', 'Espace numérique'],
    ['Mme Maëlle Kervoazou', null],
    ['KERVOAZOU Maëlle', null]
  ] as const)
    t.equal(nameWithout(name, maelle), rest, name)
})

t.test('a first name and a family name are both needed', async (t) => {
  t.same(readName('Maëlle'), null)
  t.same(readName('M. Kervoazou'), null)
  t.same(readName('KERVOAZOU Maëlle'), { first: ['Maëlle'], last: ['KERVOAZOU'] })
  t.same(readName('Kervoazou, Maëlle'), { first: ['Maëlle'], last: ['Kervoazou'] })
  t.same(readName('Marie-Claude de La Tour'), { first: ['Marie', 'Claude'], last: ['de', 'La', 'Tour'] })
  t.same(canonicalEmail('Camille.Martin+x@GMail.com'), 'camillemartin@gmail.com')
  t.same(canonicalEmail('personne'), null)
  t.same(canonicalPhone('3949'), null)
})

const word = fc.stringMatching(/^[a-zéèëïôç]{3,9}$/)
const name = fc.record({
  first: fc.array(word, { minLength: 1, maxLength: 2 }),
  last: fc.array(word, { minLength: 1, maxLength: 2 })
})

t.test('every spelling of any name is found in any text, and nothing is left of it', async () => {
  fc.assert(
    fc.property(
      name,
      fc.constantFrom('Contact : ', 'Atelier animé par ', '', 'lundi 9h-12h\n', '« '),
      fc.constantFrom('', ', le mardi', ' (sur rendez-vous)', '\n02 31 00 00 00'),
      fc.nat(),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => text.toUpperCase(),
        (text: string) => text.replaceAll(' ', '-'),
        (text: string) => text.normalize('NFD')
      ),
      ({ first, last }, before, after, nth, write) => {
        const matcher = matcherFor({ names: [`${last.join(' ')}, ${first.join(' ')}`] })
        const sure = spellingsOf({ first, last }).filter(({ sureness }) => sureness === 'sure')
        const text = `${before}${write(sure[nth % sure.length]?.text ?? '')}${after}`
        const traces = tracesIn(text, matcher)
        if (!traces.some(({ isSure }) => isSure)) return false
        return tracesIn(cutText(text, traces), matcher).length === 0
      }
    ),
    { numRuns: runs(300) }
  )
})

t.test('texts without the name stay as they are', async () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.filter((each) => !each.includes('kerv')).join(' ')
      return cutText(text, tracesIn(text, maelle)) === (/[\p{L}\p{N}]/u.test(text) ? text : '')
    }),
    { numRuns: runs(200) }
  )
})
