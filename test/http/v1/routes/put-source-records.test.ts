import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { runsIn, stateOf } from '../../../support/inspect.ts'
import { ndjson, senderOf } from '../../../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database, undefined, { uploadMs: 1_000 })
await api.app.listen({ port: 0 })
const { ask, get } = api

const BAYEUX = { street: '48 bis rue de Beauvais', postcode: '14400', city: 'Bayeux', commune: '14047' }

const place = (id: string, content: Record<string, unknown> = {}) => ({
  id,
  content: { name: `Médiathèque ${id}`, types: ['BIB'], address: BAYEUX, ...content }
})

t.test('records sent become places that can be searched', async (t) => {
  const { put } = await senderOf(database, api, 'bibliotheques-du-bessin')
  const report = await put([
    place('1', {
      location: { lat: 49.2764, lon: -0.7024 },
      contacts: { phone: '+33231921108' },
      labels: [{ code: 'france-services' }],
      opening_hours: { osm: 'Tu-Sa 10:00-18:00' }
    }),
    place('2')
  ])
  t.match(report, {
    source: 'bibliotheques-du-bessin',
    mode: 'complete',
    counts: { read: 2, created: 2, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0 },
    positions: { source: 1, municipality: 1, none: 0, kept: 0, repaired: 0, flagged: 0 },
    rejections: []
  })
  const { items } = await get('/v1/places?source=bibliotheques-du-bessin&lat=49.2764&lon=-0.7024')
  t.match(items[0], {
    name: 'Médiathèque 1',
    address: { ...BAYEUX, epci: '241400555', department: '14', region: '28', country: 'FR' },
    location: { lat: 49.2764, lon: -0.7024, origin: 'producer', precision: null },
    contacts: { phone: '+33231921108', emails: [], websites: [], person: null },
    labels: [{ code: 'france-services', source: 'bibliotheques-du-bessin' }],
    opening_hours: { osm: 'Tu-Sa 10:00-18:00', confidence: 'exact', timezone: 'Europe/Paris' },
    sources: [{ source: 'bibliotheques-du-bessin', id: '1', licence: 'etalab-2.0' }]
  })
  t.match(await get('/v1/sources/bibliotheques-du-bessin'), {
    last_run: { status: 'done', read: 2, created: 2 }
  })
})

t.test('an invalid line is reported with all its errors, and the others are imported', async (t) => {
  const { send } = await senderOf(database, api)
  const answer = await send(
    [
      JSON.stringify(place('1')),
      '{"id": "2", "content": {',
      '["no", "object"]',
      '',
      JSON.stringify({ content: { name: 'Sans id' } }),
      JSON.stringify(
        place('6', {
          types: ['EPX'],
          siret: '12345678901234',
          address: { commune: '99999' },
          contacts: { phone: '02 31 92 11 08' },
          horaires: '9h-12h'
        })
      ),
      JSON.stringify(place('1', { name: 'Un autre nom' })),
      JSON.stringify({ id: '8', content: { summary: 'Sans nom.' } })
    ].join('\n')
  )
  t.equal(answer.statusCode, 200)
  const { counts, rejections } = answer.json()
  t.match(counts, { read: 7, created: 1, rejected: 6 })
  t.same(
    rejections.map(({ line, id }: { line: number; id: string }) => [line, id]),
    [
      [2, null],
      [3, null],
      [5, null],
      [6, '6'],
      [8, '8'],
      [7, '1']
    ]
  )
  t.match(rejections[0].reasons, [/^is not valid JSON/])
  t.match(rejections[1].reasons, ['is not a JSON object'])
  const reasons = rejections[3].reasons.join('\n')
  for (const about of [
    /types\.0: "EPX" is not a code of/,
    /siret: /,
    /address\.commune: /,
    /contacts\.phone: /,
    /horaires/
  ]) {
    t.match(reasons, about)
  }
  t.match(rejections[5].reasons, [/the id 1 already stands at line 1, with another content/])
})

t.test('the same records again change nothing', async (t) => {
  const { put } = await senderOf(database, api)
  const records = [place('1'), place('2', { fees: ['gratuit'] })]
  await put(records)
  const before = await stateOf(database)
  t.match(await put(records), { counts: { read: 2, created: 0, updated: 0, unchanged: 2, withdrawn: 0 } })
  t.same({ ...((await stateOf(database)) as object) }, before)
})

t.test('a complete run withdraws missing records; a partial one keeps them', async (t) => {
  const { put, send } = await senderOf(database, api, 'complet')
  await put(['1', '2', '3', '4'].map((id) => place(id)))
  t.match(await put([place('1', { name: 'Renommée' })], 'mode=partial'), {
    counts: { updated: 1, withdrawn: 0 }
  })
  t.equal((await get('/v1/places?source=complet')).total?.value, 4)

  const tooMuch = await send(ndjson([place('1'), place('2')]))
  t.equal(tooMuch.statusCode, 422, 'half of a source is not withdrawn without permission')
  t.match(tooMuch.json(), { type: '/problems/records-refused', detail: /20 %.*max_withdrawn/ })
  t.equal((await get('/v1/places?source=complet')).total?.value, 4)

  const answer = await put([place('1'), place('2')], 'mode=complete&max_withdrawn=50')
  t.match(answer, { counts: { withdrawn: 2 } })
  t.equal((await get('/v1/places?source=complet')).total?.value, 2)
})

t.test('a body may be gzip', async (t) => {
  const { send } = await senderOf(database, api)
  const body = gzipSync(ndjson([place('1')]))
  const answer = await send(body, 'mode=partial', { 'content-encoding': 'gzip' })
  t.match(answer.json(), { counts: { created: 1 } })
  const cut = await send(body.subarray(0, body.length - 12), 'mode=partial', { 'content-encoding': 'gzip' })
  t.equal(cut.statusCode, 422)
  t.match(cut.json().detail, /damaged or truncated/)
})

t.test('a complete body that ends within a line withdraws nothing', async (t) => {
  const { put, send } = await senderOf(database, api, 'coupe')
  await put(['1', '2', '3', '4', '5', '6'].map((id) => place(id)))
  const body = ndjson(['1', '2', '3', '4', '5', '6'].map((id) => place(id)))
  const cut = await send(body.slice(0, body.trimEnd().length - 5))
  t.equal(cut.statusCode, 422)
  t.match(cut.json(), { type: '/problems/records-refused', detail: /middle of a line.*mode=partial/ })
  t.equal((await get('/v1/places?source=coupe')).total?.value, 6)
})

t.test('an invalid request is refused, and changes nothing', async (t) => {
  const { send, token } = await senderOf(database, api)
  const before = await stateOf(database)
  const type = async (answer: ReturnType<typeof send>) => [
    (await answer).statusCode,
    (await answer).json().type
  ]
  t.same(await type(send('')), [422, '/problems/records-refused'], 'an empty body')
  t.same(await type(send('{"nothing"\n{}\n')), [422, '/problems/records-refused'], 'not one record')
  t.same(await type(send(ndjson([place('1')]), '')), [400, '/problems/invalid-input'], 'no mode')
  t.same(await type(send(ndjson([place('1')]), 'mode=all')), [400, '/problems/invalid-input'])
  t.same(await type(send(ndjson([place('1')]), 'mode=partial', { 'content-type': 'application/json' })), [
    415,
    '/problems/unsupported-media-type'
  ])
  t.same(
    await type(send('x', 'mode=partial', { 'content-length': String(300 * 1024 * 1024) })),
    [413, '/problems/body-too-large'],
    'a body declared as too large'
  )
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
  const elsewhere = await ask({
    method: 'PUT',
    url: '/v1/sources/nulle-part/records?mode=partial',
    headers,
    payload: 'x'
  })
  t.equal(elsewhere.statusCode, 403, 'a source outside the scope of its key')
  t.same(await stateOf(database), before)
})

t.test('one run of a source at a time', async (t) => {
  const slug = 'occupe'
  const { send } = await senderOf(database, api, slug)
  const holder = await database.batch.connect()
  await holder.query('SELECT pg_advisory_lock(7301, hashtext($1))', [slug])
  const answer = await send(ndjson([place('1')]))
  await holder.query('SELECT pg_advisory_unlock(7301, hashtext($1))', [slug])
  holder.release()
  t.equal(answer.statusCode, 409)
  t.equal(answer.json().type, '/problems/import-under-way')
})

t.test('a request with an Idempotency-Key is done once, however often it is sent', async (t) => {
  const { send, put } = await senderOf(database, api, 'une-fois')
  const key = { 'idempotency-key': 'nuit-du-22' }
  const first = await send(ndjson([place('1'), place('2')]), 'mode=complete', key)
  t.match(first.json(), { counts: { created: 2 } })

  await put([place('3')], 'mode=partial')
  const again = await send(ndjson([place('1'), place('2')]), 'mode=complete', key)
  t.same(again.json(), first.json(), 'the same answer')
  t.equal((await get('/v1/places?source=une-fois')).total?.value, 3, 'and nothing is repeated')

  const other = await send(ndjson([place('1')]), 'mode=complete', key)
  t.equal(other.statusCode, 422)
  t.equal(other.json().type, '/problems/idempotency-key-reused')
  const otherMode = await send(ndjson([place('1'), place('2')]), 'mode=partial', key)
  t.equal(otherMode.statusCode, 422, 'the parameters are part of the request')

  const refused = await send('{"nothing"', 'mode=partial', { 'idempotency-key': 'b' })
  t.equal(refused.statusCode, 422)
  const mended = await send(ndjson([place('4')]), 'mode=partial', { 'idempotency-key': 'b' })
  t.equal(mended.statusCode, 200, 'a failed request does not use up its key')

  await database.batch.query(
    `UPDATE idempotent_request SET started_at = now() - interval '25 hours', leased_until = now() - interval '25 hours'`
  )
  const nextDay = await send(ndjson([place('1')]), 'mode=partial', key)
  t.equal(nextDay.statusCode, 200, 'a day later it is forgotten')
})

t.test('409 while the request is being processed; a process that died does not block it', async (t) => {
  const { send, token } = await senderOf(database, api, 'en-cours')
  const keyId = token.split('_')[1]
  const working = (lease: string) =>
    database.batch.query(
      `INSERT INTO idempotent_request (key_id, token, attempt, leased_until)
       VALUES ($1, 'k', gen_random_uuid(), now() + $2::interval)
       ON CONFLICT (key_id, token) DO UPDATE SET leased_until = excluded.leased_until`,
      [keyId, lease]
    )
  await working('20 seconds')
  const busy = await send(ndjson([place('1')]), 'mode=partial', { 'idempotency-key': 'k' })
  t.equal(busy.statusCode, 409)
  t.equal(busy.json().type, '/problems/request-under-way')
  await working('-1 second')
  const taken = await send(ndjson([place('1')]), 'mode=partial', { 'idempotency-key': 'k' })
  t.equal(taken.statusCode, 200)
})

type Sending = { readonly token: string; readonly slug: string; readonly key?: string }

/** Begins an upload over a socket. */
function begin({ token, slug, key }: Sending): ClientRequest {
  const { port } = api.app.server.address() as AddressInfo
  const sending = request({
    port,
    method: 'PUT',
    path: `/v1/sources/${slug}/records?mode=complete`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      ...(key !== undefined && { 'idempotency-key': key })
    }
  })
  sending.on('error', () => {})
  return sending
}

const statusOf = async (sending: ClientRequest): Promise<number | undefined> =>
  ((await once(sending, 'response')) as [IncomingMessage])[0].statusCode

t.test('a client who disconnects midway changes nothing', async (t) => {
  const { token } = await senderOf(database, api, 'raccroche')
  const before = await stateOf(database)
  const sending = begin({ token, slug: 'raccroche' })
  sending.write(ndjson(Array.from({ length: 1500 }, (_, n) => place(String(n)))))
  await sleep(50)
  sending.destroy()
  await sleep(50)
  t.same(
    (await runsIn(database)).filter(({ source }) => source === 'raccroche'),
    [],
    'and no run has begun'
  )
  t.same(await stateOf(database), before)
})

t.test('other uploads do not wait for a slow one, and it has to end', async (t) => {
  const slow = await senderOf(database, api, 'lente')
  const quick = await senderOf(database, api, 'rapide')
  const stalled = [1, 2, 3].map(() => begin({ token: slow.token, slug: 'lente' }))
  const refused = stalled.map(statusOf)
  for (const each of stalled) each.write('\n')
  t.equal(await Promise.race(refused), 503, 'of three at once by one key, one is refused')
  t.match(await quick.put([place('1')]), { counts: { created: 1 } })
  const dripping = setInterval(() => {
    for (const each of stalled) if (each.writable) each.write('\n')
  }, 50)
  t.same((await Promise.all(refused)).toSorted(), [408, 408, 503])
  clearInterval(dripping)
})

t.test('of twenty equal requests at once, one is answered and the others wait for it', async (t) => {
  const { token } = await senderOf(database, api, 'vingt-fois')
  const body = ndjson(['1', '2', '3'].map((id) => place(id)))
  const statuses = await Promise.all(
    Array.from({ length: 20 }, () => statusOf(begin({ token, slug: 'vingt-fois', key: 'k' }).end(body)))
  )
  t.same(statuses.toSorted(), [200, ...Array<number>(19).fill(409)])
})

t.test('a body of several megabytes is the same when it arrives', async (t) => {
  const { put, send } = await senderOf(database, api, 'grande')
  const many = Array.from({ length: 3_000 }, (_, n) => place(String(n), { description: 'é'.repeat(400) }))
  const key = { 'idempotency-key': 'grande' }
  const first = await send(ndjson(many), 'mode=complete', key)
  t.match(first.json(), { counts: { created: 3_000 } })
  t.equal(first.json().body_hash, createHash('sha256').update(ndjson(many)).digest('hex'))
  t.same((await send(ndjson(many), 'mode=complete', key)).json(), first.json())
  t.match(await put(many), { counts: { unchanged: 3_000 } })
})
