import { randomUUID } from 'node:crypto'
import t from 'tap'
import { apiOver } from '../../../../support/app.ts'
import { testDatabase } from '../../../../support/database.ts'
import { forgetAttempts, mailedTo, signIn } from '../../../../support/people/accounts.ts'

const database = await testDatabase(t)
let now = Date.parse('2026-12-01T09:00:00Z')
const api = await apiOver(t, database, () => now)
// A second process on the same database.
const other = await apiOver(t, database, () => now)

const ask = (email: string, from = api, remoteAddress = '192.0.2.1') =>
  from.ask({ method: 'POST', url: '/v1/sign-ins', payload: { email }, remoteAddress })
const prove = (id: string, payload: object) =>
  api.ask({ method: 'POST', url: `/v1/sign-ins/${id}`, payload, remoteAddress: '192.0.2.1' })
const bearing = (token: string, method: 'GET' | 'DELETE' | 'PATCH' | 'POST', url: string, payload?: object) =>
  api.ask({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })

const count = async (table: string, where = 'true'): Promise<number> =>
  (await database.batch.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`)).rows[0].n

t.beforeEach(async () => {
  await forgetAttempts(database)
})

t.test('a code that arrives by mail signs in, and the first one makes the account', async (t) => {
  const asked = await ask('Camille@Mediatheque.Nevers.fr')
  t.equal(asked.statusCode, 202)
  t.equal(asked.headers['cache-control'], 'no-store')
  const [mail] = await mailedTo(database, 'camille@mediatheque.nevers.fr')
  t.match(mail?.code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const signedIn = await prove(asked.json().id, { code: mail?.code.toLowerCase().replace('-', ' ') })
  t.equal(signedIn.statusCode, 201)
  const { token, account } = signedIn.json()
  t.equal(account.email, 'Camille@mediatheque.nevers.fr')
  const read = await bearing(token, 'GET', '/v1/account')
  t.equal(read.statusCode, 200)
  t.equal(read.headers['cache-control'], 'private, no-store')
  t.equal(read.json().sessions.length, 1)
  t.equal((await prove(asked.json().id, { code: mail?.code })).statusCode, 409, 'a code is good once')
  t.equal((await bearing(token, 'GET', '/v1/session')).json().account.id, account.id)

  await forgetAttempts(database)
  const again = await signIn(api, database, 'camille@mediatheque.nevers.fr')
  t.equal((await bearing(again, 'GET', '/v1/account')).json().id, account.id, 'the same account in any case')
})

t.test('known and unknown addresses answer alike', async (t) => {
  await signIn(api, database, 'known@example.org')
  await forgetAttempts(database)
  const [known, unknown] = [await ask('known@example.org'), await ask('unknown@example.org')]
  const shape = ({ statusCode, headers, body }: typeof known) => ({
    statusCode,
    headers: { ...headers, date: '', 'x-request-id': '', etag: '' },
    body: body.replace(/"id":"[^"]*"|"browser":"[^"]*"/g, (pair) => pair.slice(0, 5) + pair.length)
  })
  t.same(shape(known), shape(unknown))
  const wrong = { code: '00000000' }
  const [one, two, none] = [
    await prove(known.json().id, wrong),
    await prove(unknown.json().id, wrong),
    await prove(randomUUID(), wrong)
  ]
  for (const answer of [one, two, none]) {
    t.equal(answer.statusCode, 422)
    t.same({ ...answer.json(), instance: '' }, { ...one.json(), instance: '' })
  }
})

t.test('five wrong codes end a sign-in; what is no code at all is not counted', async (t) => {
  const { id } = (await ask('guessed@example.org')).json()
  const [mail] = await mailedTo(database, 'guessed@example.org')
  const wrong = mail?.code.startsWith('0') ? '11111111' : '00000000'
  for (let press = 0; press < 10; press += 1) t.equal((await prove(id, { code: '' })).statusCode, 422)
  const guesses = await Promise.all(Array.from({ length: 9 }, () => prove(id, { code: wrong })))
  t.same(
    guesses.map(({ statusCode }) => statusCode).sort(),
    [422, 422, 422, 422, 422, 429, 429, 429, 429],
    'also if they are sent at the same time'
  )
  const right = await prove(id, { code: mail?.code })
  t.equal(right.statusCode, 429)
  t.equal(right.json().type, '/problems/too-many-codes')
})

t.test('a code sent twice at the same time begins one session', async (t) => {
  const { id } = (await ask('twice@example.org')).json()
  const [mail] = await mailedTo(database, 'twice@example.org')
  const answers = await Promise.all([1, 2, 3].map(() => prove(id, { code: mail?.code })))
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [201, 409, 409])
})

t.test('a code is good for a quarter of an hour', async (t) => {
  const { id } = (await ask('late@example.org')).json()
  const [mail] = await mailedTo(database, 'late@example.org')
  now += 15 * 60_000
  const late = await prove(id, { code: mail?.code })
  t.equal(late.statusCode, 410)
  t.equal(late.json().type, '/problems/sign-in-expired')
})

t.test('the link signs in without the code only with the secret of the browser that asked', async (t) => {
  const { id, browser } = (await ask('link@example.org')).json()
  const [mail] = await mailedTo(database, 'link@example.org')
  const linkId = mail?.link.split('/').at(-1) ?? ''
  t.equal((await prove(id, { browser })).statusCode, 422, 'the asker has not read the mail')
  t.equal((await prove(linkId, { browser: 'AAAA' })).statusCode, 422, 'a scanner has no secret of a browser')
  t.equal((await prove(linkId, {})).statusCode, 400)
  t.equal((await prove(linkId, { browser })).statusCode, 201)
})

t.test(
  'an address gets five mails an hour and a client asks twenty times, whichever process answers',
  async (t) => {
    const email = 'flooded@example.org'
    const asked = []
    for (let index = 0; index < 7; index += 1) asked.push(await ask(email, index % 2 ? api : other))
    t.same(
      asked.map(({ statusCode }) => statusCode),
      Array(7).fill(202),
      'the answer does not say that no mail was sent'
    )
    const mails = await mailedTo(database, email)
    t.equal(mails.length, 5)
    const ids = asked.slice(0, 5).map((answer) => answer.json().id)
    const codes = mails.map(({ code }) => code).reverse()
    const statuses = []
    for (const [index, id] of ids.entries())
      statuses.push((await prove(id, { code: codes[index] })).statusCode)
    t.same(statuses, [429, 429, 201, 201, 201], 'the last three codes are good')

    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        ask(`a${index}@example.org`, index % 2 ? api : other, '198.51.100.7')
      )
    )
    const good = sent.filter(({ statusCode }) => statusCode === 202)
    t.equal(good.length, 20)
    t.equal(sent.find(({ statusCode }) => statusCode === 429)?.json().type, '/problems/too-many-codes')
    t.equal(
      (await ask('b@example.org', api, '198.51.100.8')).statusCode,
      202,
      'another client is not refused'
    )
    now += 61 * 60_000
    t.equal((await ask('c@example.org', api, '198.51.100.7')).statusCode, 202)
  }
)

t.test('a session that ends in one browser, or in all, is dead in every process', async (t) => {
  const email = 'two-browsers@example.org'
  const [one, two] = [await signIn(api, database, email), await signIn(api, database, email)]
  t.equal((await bearing(one, 'DELETE', '/v1/session')).statusCode, 204)
  t.equal((await bearing(one, 'GET', '/v1/account')).statusCode, 401)
  t.equal((await bearing(two, 'GET', '/v1/account')).json().sessions.length, 1)
  const three = await signIn(api, database, email)
  t.same((await bearing(two, 'DELETE', '/v1/account/sessions')).json(), { ended: 2 })
  const dead = await other.ask({ url: '/v1/account', headers: { authorization: `Bearer ${three}` } })
  t.equal(dead.statusCode, 401)
  t.equal(dead.json().type, '/problems/not-signed-in')
})

t.test('a session lasts a month after it was used, and its use is recorded once an hour', async (t) => {
  const token = await signIn(api, database, 'monthly@example.org')
  now += 29 * 86_400_000
  t.equal((await bearing(token, 'GET', '/v1/account')).statusCode, 200)
  now += 29 * 86_400_000
  t.equal((await bearing(token, 'GET', '/v1/account')).statusCode, 200)
  now += 31 * 86_400_000
  t.equal((await bearing(token, 'GET', '/v1/account')).statusCode, 401)
})

t.test('a cookie is nothing to the API, and a key is no session', async (t) => {
  const token = await signIn(api, database, 'cookie@example.org')
  for (const name of ['annuaire', '__Host-annuaire']) {
    const answer = await api.ask({ url: '/v1/account', headers: { cookie: `${name}=${token}` } })
    t.equal(answer.statusCode, 401)
    t.equal(answer.headers['www-authenticate'], 'Bearer realm="annuaire"')
  }
})

t.test('closing asks for a new code, and then nothing of the address or the name is left', async (t) => {
  const email = 'maelle.kervoazou@quimper.example'
  const token = await signIn(api, database, email)
  const name = 'Maëlle Kervoazou'
  t.equal((await bearing(token, 'PATCH', '/v1/account', { name, capacity: 'mediator' })).json().name, name)
  t.equal((await bearing(token, 'PATCH', '/v1/account', { name: 'a\nb' })).statusCode, 400)
  const rows = (await bearing(token, 'GET', '/v1/account/export')).json()
  t.equal(rows.account[0].name, name)
  t.equal(rows.session.length, 1)
  t.equal(rows.sign_in.length, 1)
  t.equal(rows.outbox.length, 1, 'the mail with the code')
  t.same(
    rows.act.map(({ kind }: { kind: string }) => kind),
    ['created']
  )

  now += 16 * 60_000
  const stale = await bearing(token, 'POST', '/v1/account/close', { texts: 'kept' })
  t.equal(stale.statusCode, 403)
  t.equal(stale.json().type, '/problems/not-fresh')
  const fresh = await signIn(api, database, email)
  const id = (await bearing(fresh, 'GET', '/v1/account')).json().id
  t.equal((await bearing(fresh, 'POST', '/v1/account/close', { texts: 'erased' })).statusCode, 204)
  t.equal((await bearing(fresh, 'GET', '/v1/account')).statusCode, 401)
  t.equal((await bearing(token, 'GET', '/v1/account')).statusCode, 401)
  t.equal(await count('account', `id = '${id}' AND closed_at IS NOT NULL AND email_key IS NULL`), 1)
  t.equal(await count('act', `subject_id = '${id}'`), 2, 'the journal keeps that it was made and closed')
  await forgetAttempts(database)
  const back = await signIn(api, database, email)
  t.not((await bearing(back, 'GET', '/v1/account')).json().id, id, 'the address gets a new account')
})
