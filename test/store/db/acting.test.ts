import { randomBytes, randomUUID } from 'node:crypto'
import t from 'tap'
import { sql } from '../../../src/store/db/sql.ts'
import { testDatabase } from '../../support/database.ts'

const { act, pool } = await testDatabase(t)

const camille = () => ({ id: randomUUID(), email: 'camille@nevers.example', emailKey: randomBytes(32) })
const stored = async (id: string) => (await pool.query('SELECT email FROM account WHERE id = $1', [id])).rows

t.test('an act writes with Prisma and with SQL, and commits both', async (t) => {
  const account = camille()
  await act(async ({ tables, client }) => {
    await tables.account.create({ data: account })
    const { rows } = await client.query(sql`SELECT email FROM account WHERE id = ${account.id}::uuid`)
    t.same(rows, [{ email: account.email }], 'SQL sees what Prisma wrote')
    await client.query(sql`UPDATE account SET name = 'Camille' WHERE id = ${account.id}::uuid`)
    t.match(await tables.account.findUnique({ where: { id: account.id } }), { name: 'Camille' })
  })
  t.same(await stored(account.id), [{ email: account.email }])
})

t.test('an act that fails at its end leaves nothing, whichever way it wrote', async (t) => {
  const account = camille()
  await t.rejects(
    act(async ({ tables, client }) => {
      await tables.account.create({ data: account })
      await client.query(sql`INSERT INTO outbox (kind, payload, dedupe) VALUES ('mail', '{}', 'left')`)
      throw new Error('Nevers is closed.')
    }),
    /Nevers is closed/
  )
  t.same(await stored(account.id), [])
  t.same((await pool.query(`SELECT FROM outbox WHERE dedupe = 'left'`)).rowCount, 0)
})

t.test('an act in which a statement failed has failed, even if its error was caught', async (t) => {
  const account = camille()
  await t.rejects(
    act(async ({ tables }) => {
      await tables.account.create({ data: account })
      await tables.account.create({ data: { ...camille(), emailKey: account.emailKey } }).catch(() => {})
    })
  )
  t.same(await stored(account.id), [])
})

t.test('writing a row with its own rows is part of the act', async (t) => {
  const account = camille()
  const digest = randomBytes(32)
  const withSession = {
    ...account,
    sessions: { create: { digest, expiresAt: new Date('2027-01-01T00:00:00Z') } }
  }
  await t.rejects(
    act(async ({ tables }) => {
      await tables.account.create({ data: withSession })
      throw new Error('stop')
    }),
    /stop/
  )
  t.same(await stored(account.id), [])
  await act(({ tables }) => tables.account.create({ data: withSession, include: { sessions: true } }))
  t.same((await pool.query('SELECT account_id FROM session WHERE digest = $1', [digest])).rows, [
    { account_id: account.id }
  ])
})

t.test('twenty acts at once do not mix', async (t) => {
  const accounts = Array.from({ length: 20 }, camille)
  const ended = await Promise.allSettled(
    accounts.map((account, index) =>
      act(async ({ tables }) => {
        await tables.account.create({ data: account })
        await tables.account.update({ where: { id: account.id }, data: { name: `Médiathèque ${index}` } })
        if (index % 2) throw new Error('odd')
      })
    )
  )
  t.same(
    ended.map(({ status }) => status === 'fulfilled'),
    accounts.map((_, index) => index % 2 === 0)
  )
  for (const [index, { id }] of accounts.entries())
    t.equal((await stored(id)).length, index % 2 === 0 ? 1 : 0, `account ${index}`)
})

t.test('a query that was not waited for does not run after the act', async (t) => {
  const account = camille()
  const late = await act(
    async ({ tables }) =>
      () =>
        tables.account.create({ data: account }).then()
  )
  await t.rejects(late(), /The act is over/)
  t.same(await stored(account.id), [])
})
