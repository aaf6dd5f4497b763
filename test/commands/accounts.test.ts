import { randomUUID } from 'node:crypto'
import t from 'tap'
import { readEmail } from '../../src/domain/accounts/email.ts'
import { closeAccount, grantRole } from '../../src/domain/accounts/manage-account.ts'
import { verifyActs } from '../../src/domain/acts/verify-acts.ts'
import { accountActs } from '../../src/store/accounts/account-writer.ts'
import { retireUnusedAccounts, sweepSignIns } from '../../src/store/accounts/retire.ts'
import { actReader } from '../../src/store/acts/journal.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mailedTo, signIn } from '../support/people/accounts.ts'

const database = await testDatabase(t)
let now = Date.parse('2026-12-01T09:00:00Z')
const api = await apiOver(t, database, () => now)
const at = (day: string) => new Date(`${day}T09:00:00Z`)

const accountOf = async (email: string) => {
  const { rows } = await database.batch.query('SELECT id, closed_at FROM account WHERE email = $1', [email])
  return rows[0]
}

t.test('an account that is not used is warned at 22 and 23 months and closed at 24', async (t) => {
  const email = 'silent@bayeux.example'
  await signIn(api, database, email)
  const { id } = await accountOf(email)
  const turn = (day: string) => retireUnusedAccounts(database, at(day))
  t.same(await turn('2028-09-30'), { warned: 0, closed: 0 })
  t.same(await turn('2028-10-01'), { warned: 1, closed: 0 })
  t.same(await turn('2028-10-02'), { warned: 0, closed: 0 }, 'once')
  t.same(await turn('2028-11-01'), { warned: 1, closed: 0 })
  t.same(await turn('2028-11-30'), { warned: 0, closed: 0 })
  t.equal((await mailedTo(database, email)).length, 3, 'the code and two warnings')
  t.same(await turn('2028-12-01'), { warned: 0, closed: 1 })
  t.equal(await accountOf(email), undefined)
  t.equal((await mailedTo(database, email)).length, 0, 'mails that name the address are gone')
  const { rows } = await database.batch.query(
    'SELECT kind, actor_kind FROM act WHERE subject_id = $1 ORDER BY seq',
    [id]
  )
  t.same(rows, [
    { kind: 'created', actor_kind: 'anonymous' },
    { kind: 'closed', actor_kind: 'system' }
  ])
})

t.test('who comes back keeps the account, and a service that slept warns before it closes', async (t) => {
  const email = 'back@bayeux.example'
  now = Date.parse('2026-12-01T10:00:00Z')
  await signIn(api, database, email)
  t.same(await retireUnusedAccounts(database, at('2029-06-01')), { warned: 1, closed: 0 })
  t.same(await retireUnusedAccounts(database, at('2029-06-14')), { warned: 0, closed: 0 })
  now = at('2029-06-14').getTime()
  await database.batch.query('DELETE FROM attempt')
  await signIn(api, database, email)
  t.same(await retireUnusedAccounts(database, at('2029-06-15')), { warned: 0, closed: 0 })
})

t.test('codes, counts and ended sessions are deleted after a day', async (t) => {
  const { deleted } = await sweepSignIns(database, at('2029-06-20'))
  t.ok(deleted > 0)
  const left = async (table: string) =>
    (await database.batch.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n
  t.same([await left('sign_in'), await left('attempt'), await left('session')], [0, 0, 1])
})

t.test('closing an account ends its roles, and says so in the journal', async (t) => {
  const deps = {
    acts: accountActs(database),
    secret: dataVersionReader(database).secret,
    newId: randomUUID,
    now: () => new Date(now)
  }
  const email = readEmail('first.admin@example.org')!
  const admin = { role: 'admin', scope: { kind: 'all' } } as const
  const first = await grantRole(deps, email, admin, 'system')
  t.equal(first.isNew, true)
  t.equal((await grantRole(deps, email, admin, 'system')).isNew, false)
  const moderator = { role: 'moderator', scope: { kind: 'territory', code: 'department:58' } } as const
  t.equal((await grantRole(deps, email, moderator, 'system')).isNew, true)
  const token = await signIn(api, database, email)
  const read = () => api.ask({ url: '/v1/account', headers: { authorization: `Bearer ${token}` } })
  t.same(
    (await read()).json().roles.map(({ role }: { role: string }) => role),
    ['admin', 'moderator']
  )
  await deps.acts.run((writer) =>
    closeAccount(writer, first.account.id, { texts: 'kept', by: 'system', now: deps.now() })
  )
  t.equal((await read()).statusCode, 401)
  const acts = await actReader(database).of({ kind: 'account', id: first.account.id })
  t.same(
    acts.map(({ kind }) => kind),
    ['created', 'role_granted', 'role_granted', 'role_ended', 'role_ended', 'closed']
  )
  t.same((await verifyActs(actReader(database))).broken, [])
})
