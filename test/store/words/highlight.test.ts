import fc from 'fast-check'
import t from 'tap'
import { marksOf, phraseOf, textWords, wordsIn } from '../../../src/domain/search/marks.ts'
import { stemmer } from '../../../src/store/words/stemmer.ts'
import { testDatabase } from '../../support/database.ts'

const WORDS = [
  'Médiathèque',
  'médiathèques',
  'BIBLIOTHÈQUE',
  'bibliothèques',
  'de',
  'la',
  'l',
  'Ateliers',
  'atelier',
  'numérique',
  'numériques',
  'Cœur',
  'coeur',
  '3D',
  'imprimante',
  '14400',
  'Saint',
  'emploi',
  'où'
]
const word = fc.constantFrom(...WORDS)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', ' / ', '’', ' — ', '. ')), { minLength: 1, maxLength: 8 })
  .map((said) => said.flat().join(''))
const wording = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

t.test('the marks are what the database matches', async (t) => {
  const database = await testDatabase(t)
  const pairs = fc.sample(fc.tuple(text, wording), { numRuns: 500 })
  const { rows } = await database.pool.query<{ found: boolean }>(
    `SELECT to_tsvector('annuaire_french', text) @@ to_tsquery('annuaire_french', '''' || said || '''') AS found
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (text, said, at) ORDER BY at`,
    [pairs.map(([said]) => said), pairs.map(([, asked]) => asked)]
  )
  const stemOf = await stemmer(database)(wordsIn(pairs.flat()))
  const marked = pairs.map(([said, asked]) => marksOf(textWords(said, stemOf), [phraseOf(asked, stemOf)]))
  const otherwise = pairs.filter((_, at) => (marked[at]?.length ?? 0) > 0 !== rows[at]?.found)
  t.same(otherwise, [])
  t.ok(rows.filter(({ found }) => found).length > 50, 'for these, many places are found')
})

t.test('a stem is read once from the database, and cached', async (t) => {
  const database = await testDatabase(t)
  const stems = stemmer(database)
  const first = await stems(['médiathèques', 'de'])
  const again = await stems(['de', 'mediatheque', 'médiathèques'])
  t.equal(first('médiathèques'), again('mediatheque'))
  t.equal(again('médiathèques'), again('mediatheque'))
  t.equal(again('de'), null, 'a stop word has none')
})
