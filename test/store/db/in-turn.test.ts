import t from 'tap'
import { inTurn } from '../../../src/store/db/in-turn.ts'
import { sql } from '../../../src/store/db/sql.ts'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { testDatabase } from '../../support/database.ts'

const { batch } = await testDatabase(t)
const wordsOf = async () => (await batch.query("SELECT word FROM word WHERE word LIKE 'brest%'")).rows
const put = (word: string) => sql`INSERT INTO word (word, places, cities) VALUES (${word}, 1, 1)`

t.test('queries sent at once are executed in order', async (t) => {
  const answers = await inTransaction(batch, (client) =>
    inTurn(client, (runner) =>
      Promise.all([1, 2, 3].map((n) => runner.query(sql`SELECT ${n}::integer AS n`)))
    )
  )
  t.same(
    answers.flatMap(({ rows }) => rows),
    [{ n: 1 }, { n: 2 }, { n: 3 }]
  )
})

t.test('queries sent with a failing one report the same error', async (t) => {
  const work = inTransaction(batch, (client) =>
    inTurn(client, (runner) =>
      Promise.allSettled([
        runner.query(put('brestois')),
        runner.query(sql`SELECT 1 / ${0}::integer`),
        runner.query(put('brestoise')),
        runner.query(sql`SELECT 1`)
      ]).then((all) => {
        t.match(all, [
          { status: 'fulfilled' },
          { reason: { message: 'division by zero' } },
          { reason: { message: 'division by zero' } },
          { reason: { message: 'division by zero' } }
        ])
        throw new Error('Pors-Créac’h')
      })
    )
  )
  await t.rejects(work, { message: 'Pors-Créac’h' })
  t.same(await wordsOf(), [])
})

t.test('queries that wait while the work fails are not executed after the rollback', async (t) => {
  let waiting: Promise<unknown> = Promise.resolve()
  const work = inTransaction(batch, (client) =>
    inTurn(client, async (runner) => {
      await runner.query(put('brestois'))
      waiting = runner.query(sql`SELECT 1`).then(() => runner.query(put('brestoise')))
      waiting.catch(() => {})
      throw new Error('Pen-ar-Créac’h')
    })
  )
  await t.rejects(work, { message: 'Pen-ar-Créac’h' })
  await t.rejects(waiting)
  t.same(await wordsOf(), [])
})
