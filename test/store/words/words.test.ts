import t from 'tap'
import { testDatabase } from '../../support/database.ts'
import { writePlaces } from '../../support/places.ts'
import { SMALL_DIRECTORY } from '../../support/small-directory.ts'

t.test('each word is counted once per active place that contains it, through all changes', async (t) => {
  const database = await testDatabase(t)
  const counted = async () =>
    (await database.batch.query('SELECT word, places, cities FROM word WHERE places > 0 ORDER BY word')).rows
  const recounted = async () =>
    (
      await database.batch.query(
        `SELECT word, count(DISTINCT id)::integer AS places, (count(DISTINCT id) FILTER (WHERE of_city))::integer AS cities
         FROM (
           SELECT id, lower(unaccent(match[1])) AS word, false AS of_city
           FROM place, regexp_matches(name || ' ' || city || ' ' || summary, '[[:alpha:]]+', 'g') AS match
           WHERE status = 'active'
           UNION ALL
           SELECT id, lower(unaccent(match[1])), true
           FROM place, regexp_matches(city, '[[:alpha:]]+', 'g') AS match WHERE status = 'active'
         ) said WHERE length(word) > 1 GROUP BY word ORDER BY word`
      )
    ).rows

  await writePlaces(database, SMALL_DIRECTORY)
  t.same(await counted(), await recounted())
  t.ok((await counted()).length > 10)

  await database.batch.query(`UPDATE place SET name = 'Atelier des Poissonniers' WHERE name LIKE 'EPN%'`)
  t.same(await counted(), await recounted(), 'renamed')
  await database.batch.query(`UPDATE place SET status = 'withdrawn' WHERE city = 'Caen'`)
  t.same(await counted(), await recounted(), 'withdrawn')
  await database.batch.query(`UPDATE place SET status = 'active', city = 'Bayeux' WHERE city = 'Caen'`)
  t.same(await counted(), await recounted(), 'restored, and moved')
})
