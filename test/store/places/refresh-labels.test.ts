import t from 'tap'
import { refreshLabels } from '../../../src/store/places/refresh-labels.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { testDatabase } from '../../support/database.ts'

t.test('labels begin and end with the day', async (t) => {
  const database = await testDatabase(t)
  const { pool } = database
  const termIds = await loadTermIds(pool)
  const franceServices = termIds('labels', 'france-services').id
  const aidants = termIds('labels', 'aidants-connect').id
  const epn = termIds('typologie', 'EPN').id
  const id = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
  await pool.query(
    `INSERT INTO source (slug, name, licence) VALUES ('producer', 'Producer', 'etalab-2.0'), ('other', 'Other', 'etalab-2.0')`
  )
  await pool.query(
    `INSERT INTO place (id, name, quality, search, document, codes) VALUES ($1, 'EPN de Bayeux', 1, '', '{}', $2)`,
    [id, [epn, franceServices].sort((a, b) => a - b)]
  )
  await pool.query(
    `INSERT INTO place_label (place_id, term_id, source, valid_from, valid_until)
     VALUES ($1, $2, 'producer', '2024-01-01', '2026-06-30'), ($1, $3, 'producer', '2026-07-01', NULL)`,
    [id, franceServices, aidants]
  )
  const labels = async () => {
    const { rows } = await pool.query<{ codes: number[] }>('SELECT codes FROM place')
    return rows[0]?.codes.filter((code) => code !== epn)
  }

  t.equal(await refreshLabels(database, '2026-06-30'), 0, 'on its last day a label still counts')
  t.same(await labels(), [franceServices])
  t.equal(await refreshLabels(database, '2026-07-01'), 1)
  t.same(await labels(), [aidants], 'the day after, it does not, and the other begins')
  t.equal(await refreshLabels(database, '2026-07-02'), 0, 'nothing changes twice')

  await pool.query(`INSERT INTO place_label (place_id, term_id, source) VALUES ($1, $2, 'other')`, [
    id,
    franceServices
  ])
  await refreshLabels(database, '2026-07-02')
  t.ok((await labels())?.includes(franceServices), 'a label that another source leaves open is valid')
})
