import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { keywordsFrom, wordingsOf } from '../../../src/store/writing/keywords.ts'
import { testDatabase } from '../../support/database.ts'

const SAMPLES = [...generatePlaces({ count: 200, seed: 3, communes: communeRows() })]
const NAMES = fc
  .array(
    fc.constantFrom(...'aeénrst', 'l’', "d'", 'œ', '4', '.', '/', '-', ' ', ' à ', ' du ', '&', '’', '\\'),
    {
      minLength: 1,
      maxLength: 24
    }
  )
  .map((parts) => parts.join(''))

t.test(
  'the search words of a place are those that the database makes of its wordings in order',
  async (t) => {
    const { pool } = await testDatabase(t)
    const describing = { termIds: await loadTermIds(pool), today: '2026-11-22' }
    const keywords = keywordsFrom(pool, describing)
    const places = fc.array(
      fc.tuple(fc.constantFrom(...SAMPLES), NAMES).map(([sample, name]) => ({ ...sample, name })),
      { minLength: 1, maxLength: 20 }
    )
    await fc.assert(
      fc.asyncProperty(places, async (places) => {
        await keywords.learn(places)
        const { rows } = await pool.query(
          `SELECT given, read FROM unnest($1::text[], $2::text[]) AS asked (given, read)
         WHERE given::tsvector <> to_tsvector('annuaire_french', read)`,
          [places.map(keywords.of), places.map((place) => [...wordingsOf(place, describing)].join(', '))]
        )
        t.same(rows, [])
      }),
      { numRuns: 30 }
    )
  }
)

t.test('the stems of a wording are queried once', async (t) => {
  const { pool } = await testDatabase(t)
  const describing = { termIds: await loadTermIds(pool), today: '2026-11-22' }
  let asked = 0
  const counting = {
    query: (...args: Parameters<typeof pool.query>) => {
      asked++
      return pool.query(...args)
    }
  } as unknown as typeof pool
  const keywords = keywordsFrom(counting, describing)
  await keywords.learn(SAMPLES)
  await keywords.learn(SAMPLES.map((place) => ({ ...place, id: randomUUID() })))
  t.equal(asked, 1)
})

t.test('a place that was not loaded has no keywords', async (t) => {
  const { pool } = await testDatabase(t)
  const describing = { termIds: await loadTermIds(pool), today: '2026-11-22' }
  const [place] = SAMPLES
  t.throws(() => keywordsFrom(pool, describing).of(place!), /stems/)
})
