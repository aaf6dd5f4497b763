import t from 'tap'
import { buildApp } from '../../../../../src/app.ts'
import { readConfig } from '../../../../../src/config.ts'
import { depsOver } from '../../../../../src/deps.ts'
import { standingIn } from '../../../../store/erasure/dump.ts'
import { testDatabase } from '../../../../support/database.ts'
import { forgetAttempts, mailedTo } from '../../../../support/people/accounts.ts'
import { createKey } from '../../../../support/records.ts'

const database = await testDatabase(t)
const lines: string[] = []
const logger = { level: 'trace', stream: { write: (line: string) => lines.push(line) } }
const app = await buildApp(depsOver(readConfig({ SEARCH_TIMEOUT_MS: '20000' }), database), logger)
t.teardown(() => app.close())

const EMAIL = 'maelle.kervoazou@quimper.example'
const NAME = 'Maëlle Kervoazou'

const send = async (method: 'POST' | 'PATCH' | 'GET', url: string, payload?: object, token?: string) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return app.inject({ method, url, headers, ...(payload && { payload }) })
}

t.test('after closing, a dump of the whole database has neither the address nor the name', async (t) => {
  const { id, browser } = (await send('POST', '/v1/sign-ins', { email: EMAIL })).json()
  const [mail] = await mailedTo(database, EMAIL)
  await send('POST', `/v1/sign-ins/${id}`, { code: '0000-0000' })
  const { token } = (await send('POST', `/v1/sign-ins/${id}`, { code: mail?.code })).json()
  await send('PATCH', '/v1/account', { name: NAME }, token)
  await send('POST', '/v1/sign-ins', { email: EMAIL.toUpperCase() })
  t.not((await standingIn(database, ['kervoazou'])).length, 0, 'it was there')
  t.equal((await send('POST', '/v1/account/close', { texts: 'erased' }, token)).statusCode, 204)
  t.same(await standingIn(database, [EMAIL, 'kervoazou']), [])

  await forgetAttempts(database)
  const log = lines.join('\n')
  t.ok(lines.length > 5, 'requests are logged')
  const secrets = [EMAIL, 'Kervoazou', mail?.code, mail?.link.split('/').at(-1), browser, token, id]
  for (const secret of secrets) t.notOk(log.toLowerCase().includes(String(secret).toLowerCase()), secret)
})

t.test('erasing a person closes the account of the address', async (t) => {
  const { token: key } = await createKey(database, ['privacy'])
  const email = 'erased@brest.example'
  const { id } = (await send('POST', '/v1/sign-ins', { email })).json()
  const [mail] = await mailedTo(database, email)
  const { token } = (await send('POST', `/v1/sign-ins/${id}`, { code: mail?.code })).json()
  t.equal((await send('POST', '/v1/erasures', { emails: [email], dry_run: true }, key)).statusCode, 200)
  t.equal((await send('GET', '/v1/account', undefined, token)).statusCode, 200, 'a trial changes nothing')
  t.equal((await send('POST', '/v1/erasures', { emails: [email] }, key)).statusCode, 200)
  t.equal((await send('GET', '/v1/account', undefined, token)).statusCode, 401)
  t.same(await standingIn(database, [email]), [])
})
