import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { depsOver } from '../../../src/deps.ts'
import { keyStore } from '../../../src/store/access/key-store.ts'
import { testDatabase } from '../../support/database.ts'
import { keyOf } from '../../support/inspect.ts'
import { createKey, createSource, ndjson } from '../../support/records.ts'

const database = await testDatabase(t)
const lines: string[] = []
const logger = { level: 'trace', stream: { write: (line: string) => lines.push(line) } }

async function freshApp(t: { teardown: (then: () => unknown) => unknown }, perMinute = '600') {
  const config = readConfig({ RATE_LIMIT_PER_MINUTE: perMinute, SEARCH_TIMEOUT_MS: '20000' })
  const app = await buildApp(depsOver(config, database), logger)
  t.teardown(() => app.close())
  // On a busy machine, requests may be refused because of overload; they are then repeated.
  const patiently = async (ask: () => Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> => {
    const answer = await ask()
    if (answer.statusCode !== 503) return answer
    await sleep(1000)
    return patiently(ask)
  }
  return (authorization?: string, slug = 'epn-normandie') =>
    patiently(() =>
      app.inject({
        method: 'PUT',
        url: `/v1/sources/${slug}/records?mode=partial`,
        headers: {
          'content-type': 'application/x-ndjson',
          ...(authorization !== undefined && { authorization })
        },
        payload: ndjson([{ id: '1', content: { name: 'EPN de Bayeux' } }])
      })
    )
}

await createSource(database, 'epn-normandie')
const { id, token } = await createKey(database, ['sources:write:epn-normandie', 'review'])

t.test('writing needs a key, and the answer says how to send one', async (t) => {
  const put = await freshApp(t)
  for (const none of [undefined, '', 'Basic YW5udWFpcmU6', token, 'Bearer']) {
    const answer = await put(none)
    t.equal(answer.statusCode, 401, String(none))
    t.equal(answer.json().type, '/problems/key-missing')
    t.equal(answer.headers['www-authenticate'], 'Bearer realm="annuaire"')
  }
  t.equal((await put(`Bearer ${token}`)).statusCode, 200)
  t.equal((await put(`bearer  ${token}`)).statusCode, 200, 'the scheme is not case-sensitive')
})

t.test('no other key is accepted', async (t) => {
  const put = await freshApp(t)
  const other = await createKey(database, ['sources:write:epn-normandie'])
  const [, , secret = ''] = /^ann_([0-9a-f]{12})_(.*)$/.exec(token) ?? []
  const last = token.at(-1) === 'A' ? 'E' : 'A'
  for (const bad of [
    'x',
    token.slice(0, -1),
    `${token.slice(0, -1)}${last}`,
    `ann_${other.id}_${secret}`,
    `ann_000000000000_${secret}`
  ]) {
    const answer = await put(`Bearer ${bad}`)
    t.equal(answer.statusCode, 401)
    t.equal(answer.json().type, '/problems/key-not-valid')
    t.match(answer.headers['www-authenticate'], /error="invalid_token"/)
  }
})

t.test('a key ends when it is revoked, and when it expires', async (t) => {
  const put = await freshApp(t)
  const revoked = await createKey(database, ['sources:write:epn-normandie'])
  t.equal((await put(`Bearer ${revoked.token}`)).statusCode, 200)
  t.equal(await keyStore(database.batch).revoke(revoked.id), true)
  t.equal((await put(`Bearer ${revoked.token}`)).statusCode, 401)
  t.equal(await keyStore(database.batch).revoke(revoked.id), false, 'a second time changes nothing')

  const expired = await createKey(database, ['sources:write:epn-normandie'], '2026-01-01T00:00:00Z')
  t.equal((await put(`Bearer ${expired.token}`)).statusCode, 401)
  const lasting = await createKey(database, ['sources:write:epn-normandie'], '2999-01-01T00:00:00Z')
  t.equal((await put(`Bearer ${lasting.token}`)).statusCode, 200)
})

t.test('a key allows only its scopes, and the answer names the missing one', async (t) => {
  const put = await freshApp(t)
  await createSource(database, 'mediatheques')
  const answer = await put(`Bearer ${token}`, 'mediatheques')
  t.equal(answer.statusCode, 403)
  t.match(answer.json(), { type: '/problems/scope-missing', detail: /sources:write:mediatheques/ })
  t.match(
    answer.headers['www-authenticate'],
    /error="insufficient_scope", scope="sources:write:mediatheques"/
  )
  const unknown = await createKey(database, ['sources:write:nulle-part'])
  t.equal(
    (await put(`Bearer ${unknown.token}`, 'nulle-part')).statusCode,
    404,
    'a source that does not exist'
  )
})

t.test('requests are counted by key, whatever their address', async (t) => {
  const put = await freshApp(t, '2')
  const one = await createKey(database, ['sources:write:nulle-part'])
  for (let n = 0; n < 60; n++) await put(`Bearer ${one.token}`, 'nulle-part')
  const refused = await put(`Bearer ${one.token}`, 'nulle-part')
  t.equal(refused.statusCode, 429)
  t.match(refused.headers, { 'ratelimit-policy': '"key";q=60;w=60', 'retry-after': /^\d+$/ })
  t.equal((await put(`Bearer ${token}`)).statusCode, 200, 'another key from the same address')
})

t.test('bad keys are stopped, and a good one from the same address is not', async (t) => {
  const put = await freshApp(t)
  const unknown = `Bearer ann_000000000000_${'A'.repeat(43)}`
  for (let n = 0; n < 15; n++) {
    t.equal((await put('Bearer x')).statusCode, 401)
    t.equal((await put(unknown)).statusCode, 401)
  }
  for (const bad of ['Bearer x', unknown, undefined]) {
    const stopped = await put(bad)
    t.equal(stopped.statusCode, 429)
    t.match(stopped.headers['retry-after'], /^\d+$/)
  }
  t.equal((await put(`Bearer ${token}`)).statusCode, 200)
})

t.test('a key has one spelling', async (t) => {
  const put = await freshApp(t)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(token.at(-1) ?? '')
  // The last character has two bits that the secret does not need.
  for (const other of [1, 2, 3]) {
    const spelt = token.slice(0, -1) + alphabet[(last & ~3) + other]
    t.equal((await put(`Bearer ${spelt}`)).statusCode, 401, spelt.slice(-2))
  }
})

t.test('a key is stored as a digest, never logged, and the day of its last use is recorded', async (t) => {
  const put = await freshApp(t)
  await put(`Bearer ${token}`)
  const stored = await keyOf(database, id)
  const secret = token.slice(`ann_${id}_`.length)
  t.same(stored?.digest, createHash('sha256').update(Buffer.from(secret, 'base64url')).digest())
  t.notMatch(JSON.stringify(stored), secret)
  t.equal(stored?.last_used_on, new Date().toISOString().slice(0, 10))
  t.ok(lines.length > 0)
  t.notOk(lines.some((line) => line.includes(secret)))
})
