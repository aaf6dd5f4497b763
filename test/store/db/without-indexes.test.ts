import t from 'tap'
import { writeSample } from '../../../src/seed/write-sample.ts'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { withoutIndexes } from '../../../src/store/db/without-indexes.ts'
import { testDatabase } from '../../support/database.ts'

const SAID = [
  ['EPN de Bayeux', 'Bayeux', 'active'],
  ['EPN 14', 'Bayeux', 'active'],
  ['Cyberbase', 'Caen', 'withdrawn']
] as const

t.test('loading without indexes', async (t) => {
  const database = await testDatabase(t)
  const { batch } = database
  const INDEXES = `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid IN ('place'::regclass, 'opening'::regclass) ORDER BY 1`
  const TRIGGERS = `SELECT tgname, tgenabled FROM pg_trigger
    WHERE tgrelid = 'place'::regclass AND NOT tgisinternal ORDER BY 1`
  const before = (await batch.query(INDEXES)).rows
  const triggers = (await batch.query(TRIGGERS)).rows

  await t.test(
    'an empty table keeps only its key and the index of merged places meanwhile, and has all of them afterwards',
    async (t) => {
      await inTransaction(batch, (client) =>
        withoutIndexes(client, async () => {
          t.same(
            (await client.query(INDEXES)).rows.map(({ name }) => name),
            ['opening_pkey', 'place_merged_into', 'place_pkey']
          )
        })
      )
      t.ok(before.length > 10)
      t.same((await batch.query(INDEXES)).rows, before)
      t.ok(triggers.length > 3)
      t.same((await batch.query(TRIGGERS)).rows, triggers, 'what comes later is counted as it comes')
    }
  )

  await t.test('the words of its places are counted then, with the same result', async (t) => {
    const COUNTED = 'SELECT word, places, cities FROM word WHERE places > 0 ORDER BY word'
    const writing = (load: typeof withoutIndexes) =>
      inTransaction(batch, async (client) => {
        await load(client, async () => {
          for (const [nth, [name, city, status]] of SAID.entries()) {
            await client.query(
              `INSERT INTO place (id, name, sort_name, city, status, quality, search, document)
               VALUES ($1, $2, $2, $3, $4, 1, '', '{}')`,
              [`018cc251-f400-7000-8000-00010000000${nth}`, name, city, status]
            )
          }
        })
        const counted = (await client.query(COUNTED)).rows
        await client.query('DELETE FROM place')
        await client.query('UPDATE word SET (places, cities) = (0, 0)')
        return counted
      })
    const byEach = await writing((_, work) => work())
    t.same(byEach, [
      { word: 'bayeux', places: 2, cities: 2 },
      { word: 'de', places: 1, cities: 0 },
      { word: 'epn', places: 2, cities: 0 }
    ])
    t.same(await writing(withoutIndexes), byEach)
  })

  await t.test('failed work leaves them unchanged', async (t) => {
    const failing = inTransaction(batch, (client) =>
      withoutIndexes(client, () => Promise.reject(new Error('no more disk')))
    )
    await t.rejects(failing, /no more disk/)
    t.same((await batch.query(INDEXES)).rows, before)
    t.same((await batch.query(TRIGGERS)).rows, triggers)
  })

  await t.test('a table that already has places keeps them', async (t) => {
    await writeSample(database, { count: 1, seed: 1 })
    await inTransaction(batch, (client) =>
      withoutIndexes(client, async () => {
        t.same((await client.query(INDEXES)).rows, before)
      })
    )
  })
})
