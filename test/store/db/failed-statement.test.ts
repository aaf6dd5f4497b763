import t from 'tap'
import { inTransaction } from '../../../src/store/db/transaction.ts'
import { testDatabase } from '../../support/database.ts'

t.test('after a failed statement, each query still gets its own answer', async (t) => {
  const { batch } = await testDatabase(t)
  await batch.query('CREATE TABLE tried (a integer PRIMARY KEY)')
  await batch.query('INSERT INTO tried VALUES (1), (2)')
  const failing = {
    'while it is read': { text: 'SELEC $1', values: [0] },
    'while it is bound': { text: 'SELECT 1 / $1::integer', values: [0] },
    'while it runs': { text: 'UPDATE tried SET a = 1 / (a - $1::integer)', values: [1] },
    'after some rows': { text: 'SELECT 1 / (a - $1::integer) FROM tried ORDER BY a DESC', values: [1] },
    'by a constraint': { text: 'INSERT INTO tried VALUES ($1)', values: [2] }
  }
  const echo = async (number: number) =>
    (await batch.query<{ echoed: number }>('SELECT $1::integer AS echoed', [number])).rows[0]?.echoed

  for (const [when, query] of Object.entries(failing)) {
    await t.rejects(
      inTransaction(batch, (client) => client.query(query)),
      when
    )
    for (const number of [11, 12, 13]) t.equal(await echo(number), number, `${when}, in a transaction`)
    // The pool sends its next query before the failure has been read completely.
    const [failed, ...numbers] = await Promise.allSettled([batch.query(query), echo(21), echo(22), echo(23)])
    t.equal(failed.status, 'rejected')
    t.same(
      numbers.map((each) => each.status === 'fulfilled' && each.value),
      [21, 22, 23],
      when
    )
  }
})
