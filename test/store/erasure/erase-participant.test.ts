import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { openDatabase } from '../../../src/store/db/database.ts'
import { subscribed } from '../../subscriptions/subscribing.ts'
import { apiOver } from '../../support/app.ts'
import { testConfig } from '../../support/database.ts'
import { rowsOf } from '../../support/inspect.ts'
import { forgetAttempts, signIn } from '../../support/people/accounts.ts'
import { createKey, senderOf } from '../../support/records.ts'
import { standingIn } from './dump.ts'

const config = await testConfig(t)
const database = await openDatabase(config)
t.teardown(() => database.close())
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-nievre')
await put([{ id: '1', content: { name: 'Cyber-base du Banlay', address: { commune: '58194' } } }])
const [{ id: place } = { id: '' }] = (await api.get('/v1/places')).items
const { token } = await createKey(database, ['privacy'])

/** Where words stand: in any column of any table, and in what pg_dump writes of a server, if it is there. */
async function left(...words: readonly string[]): Promise<readonly string[]> {
  const found = await standingIn(database, words)
  if (config.DATABASE_URL === undefined) return found
  const { stdout, error } = spawnSync('pg_dump', [config.DATABASE_URL], { maxBuffer: 2 ** 30 })
  if (error) return found
  const dump = stdout.toString().toLowerCase()
  t.match(dump, /copy public\.subscription/)
  return [...found, ...words.filter((word) => dump.includes(word)).map((word) => `dump: ${word}`)]
}

/** All that an address can leave behind without an account. */
async function takesPart(email: string, name: string): Promise<void> {
  await forgetAttempts(database)
  const send = async (url: string, payload: object) => {
    const answer = await api.ask({ method: 'POST', url, payload })
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`)
  }
  const text = `Je suis ${name}, ${email}.`
  await send('/v1/contributions', { place, category: 'hours', text, email })
  await send('/v1/contributions', { place, category: 'other', text: `Écrivez à ${name}.`, email })
  await send('/v1/sign-ins', { email })
  await subscribed(api, database, { email, kind: 'place', place })
  await send('/v1/subscriptions', { email, kind: 'territory', territory: 'department:58' })
  await send('/v1/sign-ins', { email: email.toUpperCase() })
  await database.prisma.notice.create({
    data: {
      id: randomUUID(),
      reference: `AVIS-${randomUUID()
        .replace(/[^0-9]/g, '')
        .padEnd(10, '0')
        .slice(0, 10)}`,
      subjectKind: 'place',
      subjectId: place,
      ground: 'privacy',
      explanation: `${name} ne travaille plus là.`,
      name,
      email
    }
  })
}

t.test('an address without account is forgotten wherever it took part', async (t) => {
  const email = 'maelle@kervoazou.example'
  await takesPart(email, 'Maëlle Kervoazou')
  const tables = new Set((await left('kervoazou')).map((found) => found.split('.')[0]))
  t.same([...tables].filter((table) => table !== undefined && !table.startsWith('dump')).toSorted(), [
    'contribution',
    'notice',
    'outbox',
    'sign_in',
    'subscription'
  ])
  const erased = await api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: { authorization: `Bearer ${token}` },
    payload: { persons: ['Maëlle Kervoazou'], emails: [email] }
  })
  t.equal(erased.statusCode, 200, erased.body)
  t.same(await left('kervoazou', 'maelle@'), [])
  const rows = await database.prisma.contribution.findMany()
  t.ok(rows.length > 0, 'that there were reports stays')
  t.same(
    rows.filter(({ emailKey, clientKey }) => emailKey !== null || clientKey !== null),
    [],
    'nothing is left by which a guessed address could be recognised'
  )
})

t.test('an address that names the person is forgotten by the name alone, and so is its digest', async (t) => {
  await forgetAttempts(database)
  const email = 'yann.guivarch@nevers.example'
  const payload = { place, category: 'hours', text: 'Fermé le lundi.', email }
  await api.ask({ method: 'POST', url: '/v1/contributions', payload })
  const own = () => database.prisma.contribution.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  t.match(await own(), { email, emailKey: Uint8Array })
  const erased = await api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: { authorization: `Bearer ${token}` },
    payload: { persons: ['Yann Guivarch'] }
  })
  t.equal(erased.statusCode, 200, erased.body)
  t.same(await left('guivarch'), [])
  t.match(await own(), { text: 'Fermé le lundi.', emailKey: null, clientKey: null }, 'the report stays')
})

t.test('the name of an account is forgotten with its person', async (t) => {
  await forgetAttempts(database)
  const session = await signIn(api, database, 'ana@nevers.example')
  const headers = { authorization: `Bearer ${session}` }
  await api.ask({ method: 'PATCH', url: '/v1/account', headers, payload: { name: 'Soizic Trebaol' } })
  t.not((await left('trebaol')).length, 0)
  const payload = { persons: ['Soizic Trebaol'] }
  await api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: { authorization: `Bearer ${token}` },
    payload
  })
  t.same(await left('trebaol'), [])
})

t.test(
  'a closed account leaves neither its address nor its name, and its export had all of it',
  async (t) => {
    const email = 'gwenn@quemeneur.example'
    await takesPart(email, 'Gwenn Quemeneur')
    await forgetAttempts(database)
    const session = await signIn(api, database, email)
    const headers = { authorization: `Bearer ${session}` }
    await api.ask({ method: 'PATCH', url: '/v1/account', headers, payload: { name: 'Gwenn Quemeneur' } })
    const exported = await api.ask({ url: '/v1/account/export', headers })
    const filled = Object.entries(exported.json() as Record<string, readonly object[]>)
      .filter(([, rows]) => rows.length > 0)
      .map(([table]) => table)
    const standing = (await left('quemeneur')).map((found) => found.split('.')[0] ?? '')
    for (const table of new Set(standing.filter((each) => !each.startsWith('dump'))))
      t.ok(filled.includes(table), `${table} is in the export`)

    const closed = await api.ask({
      method: 'POST',
      url: '/v1/account/close',
      headers,
      payload: { texts: 'erased' }
    })
    t.equal(closed.statusCode, 204, closed.body)
    // What a notice explains is about others, and is kept until it is decided.
    t.same(
      (await left('quemeneur')).filter((found) => !/^(notice\.explanation|dump)/.test(found)),
      []
    )
    t.same(await left(email), [])
  }
)

t.test('the export has every table that refers to accounts or holds an address', async (t) => {
  const tables = await rowsOf<{ table_name: string }>(
    database,
    `SELECT DISTINCT source.table_name
     FROM information_schema.referential_constraints
     JOIN information_schema.table_constraints target
       ON target.constraint_name = unique_constraint_name AND target.constraint_schema = unique_constraint_schema
     JOIN information_schema.table_constraints source
       ON source.constraint_name = referential_constraints.constraint_name
      AND source.constraint_schema = referential_constraints.constraint_schema
     WHERE target.table_name = 'account'
     UNION
     SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'email'`
  )
  await forgetAttempts(database)
  const session = await signIn(api, database, 'eva@nevers.example')
  const exported = await api.ask({
    url: '/v1/account/export',
    headers: { authorization: `Bearer ${session}` }
  })
  const named = tables.map(({ table_name: table }) => table).toSorted()
  t.ok(named.includes('session') && named.includes('subscription') && named.includes('account'), named.join())
  t.same(
    named.filter((table) => !(table in exported.json())),
    []
  )
})
