import t from 'tap'
import { countLock } from '../../../src/store/accounts/accounts.sql.ts'
import { chainLock } from '../../../src/store/acts/acts.sql.ts'
import { testDatabase } from '../../support/database.ts'

const database = await testDatabase(t)

t.test('a sign-in and a report whose keys have the same number do not wait for each other', async (t) => {
  const subject = { kind: 'contribution', id: 'SIG-4T9M0K2WXB' }
  const { rows } = await database.batch.query<{ number: number }>(
    `SELECT hashtext('${subject.kind} ${subject.id}') AS number`
  )
  const key = Buffer.alloc(32)
  key.writeInt32BE(rows[0]?.number ?? 0)
  const held = await database.act(async ({ client }) => {
    await client.query(chainLock(subject))
    await client.query(countLock(key))
    const locks = await client.query<{ classid: string }>({
      text: `SELECT classid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND objid = $1::integer::oid`,
      values: [rows[0]?.number]
    })
    return new Set(locks.rows.map(({ classid }) => classid)).size
  })
  t.equal(held, 2)
})
