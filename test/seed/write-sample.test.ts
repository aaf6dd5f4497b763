import t from 'tap'
import { writeSample } from '../../src/seed/write-sample.ts'
import { testDatabase } from '../support/database.ts'

// A hash of all places without their schedule ids, which depend on the order of creation.
const STATE = `
SELECT md5(string_agg(concat(to_jsonb(p) - 'schedule', osm, zone, calendar, r.raw, r.mapped, r.fingerprint), ''
           ORDER BY p.id)) AS places
FROM place p JOIN source_record r ON r.place_id = p.id JOIN schedule ON schedule.id = p.schedule`

t.test('annuaire seed', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const one = async (query: string) => (await batch.query(query)).rows[0]
  const state = () => one(STATE)

  await t.test('adds places with their records, labels and changes', async (t) => {
    const made: number[] = []
    const report = await writeSample(database, { count: 1_200, seed: 1, onProgress: (n) => made.push(n) })
    t.same(report, { written: 1_200, already: 0 })
    t.equal(made.at(-1), 1_200)
    const counts = await one(`SELECT (SELECT count(*)::int FROM place WHERE status = 'active') AS places,
      (SELECT count(*)::int FROM source_record WHERE source = 'sample' AND present) AS records,
      (SELECT count(*)::int FROM change WHERE kind = 'created' AND version = (SELECT version FROM data_version)) AS changes,
      (SELECT sum(json_array_length(document -> 'labels'))::int FROM place) AS labels,
      (SELECT count(*)::int FROM place_label) AS stored`)
    t.match(counts, { places: 1_200, records: 1_200, changes: 1_200 })
    t.equal(counts.stored, counts.labels)
  })

  await t.test('a place is found by the terms in its document', async (t) => {
    const { wrong } = await one(`SELECT count(*)::int AS wrong FROM place p, term
      WHERE vocabulary = 'typologie' AND (term.id = ANY (p.codes)) <> (p.document -> 'types')::jsonb ? term.code`)
    t.equal(wrong, 0)
    const { found } = await one(`SELECT count(*)::int AS found FROM place
      WHERE search @@ websearch_to_tsquery('annuaire_french', 'espace public numérique')`)
    t.ok(found > 0)
  })

  await t.test('run again, it adds nothing and changes nothing', async (t) => {
    const [before, version] = [await state(), await one('SELECT version FROM data_version')]
    t.same(await writeSample(database, { count: 1_200, seed: 1 }), { written: 0, already: 1_200 })
    t.same(await state(), before)
    t.same(await one('SELECT version FROM data_version'), version)
  })

  await t.test('two databases of the same seed hold the same places', async (t) => {
    const other = await testDatabase(t)
    // The places are written in two steps: the second step finds the places that the first one has written.
    await writeSample(other, { count: 500, seed: 1 })
    t.same(await writeSample(other, { count: 1_200, seed: 1 }), { written: 700, already: 500 })
    const { rows } = await other.batch.query(STATE)
    t.same(rows[0], await state())
  })

  await t.test('another seed adds other places beside them', async (t) => {
    t.same(await writeSample(database, { count: 50, seed: 4_294_967_295 }), { written: 50, already: 0 })
  })
})
