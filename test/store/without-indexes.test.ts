import t from 'tap'
import { writeSample } from '../../src/seed/write-sample.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { withoutIndexes } from '../../src/store/without-indexes.ts'
import { testDatabase } from '../support/database.ts'

t.test('loading without indexes', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const INDEXES = `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = 'place'::regclass ORDER BY 1`
  const before = (await batch.query(INDEXES)).rows

  await t.test('an empty table has none but its key meanwhile, and all of them afterwards', async (t) => {
    await inTransaction(batch, (client) =>
      withoutIndexes(client, async () => {
        t.same(
          (await client.query(INDEXES)).rows.map(({ name }) => name),
          ['place_pkey']
        )
      })
    )
    t.ok(before.length > 10)
    t.same((await batch.query(INDEXES)).rows, before)
  })

  await t.test('work that fails leaves them as they were', async (t) => {
    const failing = inTransaction(batch, (client) =>
      withoutIndexes(client, () => Promise.reject(new Error('no more disk')))
    )
    await t.rejects(failing, /no more disk/)
    t.same((await batch.query(INDEXES)).rows, before)
  })

  await t.test('a table with places in it, which others are searching, keeps them', async (t) => {
    await writeSample(database, { count: 1, seed: 1 })
    await inTransaction(batch, (client) =>
      withoutIndexes(client, async () => {
        t.same((await client.query(INDEXES)).rows, before)
      })
    )
  })
})
