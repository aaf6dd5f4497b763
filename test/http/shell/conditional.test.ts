import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { databaseUnavailable } from '../../../src/domain/errors.ts'
import { isFresh } from '../../../src/http/shell/entity-tag.ts'
import { listen, sendRaw, tinyApp } from './tiny-app.ts'

const PLACE = { name: 'Espace public numérique de Bayeux', city: 'Bayeux', note: 'é'.repeat(2_000) }

// An answer of more than 64 kB, because such answers are compressed in a different way.
const MANY = Array.from({ length: 1_000 }, (_, index) => ({ ...PLACE, note: `numéro ${index}`, index }))

async function app() {
  const tiny = await tinyApp()
  const state = { body: PLACE as unknown, read: 0, ended: 0 }
  tiny.get('/v1/place', () => state.body)
  tiny.get('/v1/many', () => MANY)
  tiny.get('/v1/small', () => ({ name: 'Bayeux' }))
  tiny.get('/v1/wrong', () => {
    throw new Error('no')
  })
  tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) => {
    const rows = Readable.from(countedRows(state))
    rows.once('close', () => state.ended++)
    return reply.header('etag', '"version-7"').type('application/x-ndjson').send(rows)
  })
  tiny.post('/v1/places/search', (request) => request.body)
  return { tiny, state }
}

function* countedRows(state: { read: number }) {
  for (const place of MANY) {
    state.read++
    yield `${JSON.stringify(place)}\n`
  }
}

t.test('ETag', async (t) => {
  const { tiny, state } = await app()
  t.teardown(() => tiny.close())
  const tagOf = async (headers = {}) => (await tiny.inject({ url: '/v1/place', headers })).headers.etag

  t.test('is strong, and equal for equal bodies', async (t) => {
    t.match(await tagOf(), /^"[\w-]+"$/)
    t.equal(await tagOf(), await tagOf())
  })

  t.test('changes exactly when the body does', async (t) => {
    const seen = new Map<string, unknown>()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        state.body = { body }
        const answer = await tiny.inject('/v1/place')
        const tag = String(answer.headers.etag)
        const other = seen.get(tag)
        seen.set(tag, answer.body)
        return other === undefined || other === answer.body
      })
    )
    t.equal(seen.size, new Set(seen.values()).size, 'each body has its own tag')
    state.body = PLACE
  })

  t.test('differs for each coding of the same body', async (t) => {
    const tags = [
      await tagOf(),
      await tagOf({ 'accept-encoding': 'gzip' }),
      await tagOf({ 'accept-encoding': 'br' })
    ]
    t.equal(new Set(tags).size, 3)
  })

  t.test('is missing from errors and from answers that must not be cached', async (t) => {
    for (const url of ['/v1/wrong', '/v1/nothing', '/health/live', '/metrics']) {
      const { headers } = await tiny.inject(url)
      t.equal(headers.etag, undefined, url)
      t.equal(headers['cache-control'], 'no-store', url)
    }
  })
})

t.test('If-None-Match', async (t) => {
  const { tiny, state } = await app()
  t.teardown(() => tiny.close())

  t.test('304 without a body, with the headers a cache needs', async (t) => {
    const first = await tiny.inject({ url: '/v1/place', headers: { 'accept-encoding': 'br' } })
    const { etag = '' } = first.headers
    const again = await tiny.inject({
      url: '/v1/place',
      headers: { 'accept-encoding': 'br', 'if-none-match': String(etag) }
    })
    t.equal(again.statusCode, 304)
    t.equal(again.body, '')
    for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin', 'x-request-id']) {
      t.ok(again.headers[name], name)
    }
    for (const name of ['content-type', 'content-encoding', 'content-length'])
      t.notOk(again.headers[name], name)
    t.equal(again.headers.etag, etag)
  })

  t.test('200 if the tag belongs to another coding', async (t) => {
    const gzip = await tiny.inject({ url: '/v1/place', headers: { 'accept-encoding': 'gzip' } })
    const plain = await tiny.inject({
      url: '/v1/place',
      headers: { 'if-none-match': String(gzip.headers.etag) }
    })
    t.equal(plain.statusCode, 200)
    t.same(plain.json(), PLACE)
  })

  t.test('200 once the body has changed', async (t) => {
    const { headers } = await tiny.inject('/v1/place')
    state.body = { ...PLACE, name: 'Médiathèque de Bayeux' }
    t.equal(
      (await tiny.inject({ url: '/v1/place', headers: { 'if-none-match': String(headers.etag) } }))
        .statusCode,
      200
    )
    state.body = PLACE
  })

  t.test('lists, weak tags and * are understood; invalid text does not match', async (t) => {
    t.ok(isFresh('"a", "b"', '"b"'))
    t.ok(isFresh('W/"b"', '"b"'), 'weak comparison')
    t.ok(isFresh('"a,b", "c"', '"a,b"'), 'a comma within a tag')
    t.ok(isFresh(' * ', '"b"'))
    for (const header of ['', 'b', '"ab"', '"B"', '"*"', ',,', undefined])
      t.notOk(isFresh(header, '"b"'), String(header))
  })

  t.test('a stream is not read for a 304, nor for HEAD', async (t) => {
    const get = await tiny.inject('/v1/export')
    t.equal(get.headers.etag, '"version-7"')
    t.equal(state.read, MANY.length)
    const fresh = await tiny.inject({ url: '/v1/export', headers: { 'if-none-match': '"version-7"' } })
    t.equal(fresh.statusCode, 304)
    const head = await tiny.inject({ method: 'HEAD', url: '/v1/export' })
    t.equal(head.statusCode, 200)
    t.equal(head.headers.etag, '"version-7"')
    t.equal(state.read, MANY.length, 'not a single row more')
    t.equal(state.ended, 3, 'and all three were closed')
  })

  t.test('POST has neither tag nor 304', async (t) => {
    const answer = await tiny.inject({
      method: 'POST',
      url: '/v1/places/search',
      payload: PLACE,
      headers: { 'if-none-match': '*' }
    })
    t.equal(answer.statusCode, 200)
    t.equal(answer.headers.etag, undefined)
    t.equal(answer.headers['cache-control'], 'no-store')
  })
})

t.test('HEAD answers like GET, without the body', async (t) => {
  const { tiny } = await app()
  t.teardown(() => tiny.close())
  const port = await listen(tiny)
  const own = /^(date|x-request-id|ratelimit): /
  const headers = async (method: string, url: string, more: string) => {
    const answer = await sendRaw(
      port,
      `${method} ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`
    )
    const [head = '', ...body] = answer.split('\r\n\r\n')
    if (method === 'HEAD') t.equal(body.join(''), '', 'no body')
    return head
      .split('\r\n')
      .filter((line) => !own.test(line.toLowerCase()))
      .sort()
  }
  for (const url of ['/v1/place', '/v1/many', '/v1/small', '/health/ready', '/problems/gone']) {
    for (const more of ['', 'accept-encoding: br\r\n', 'accept-encoding: gzip\r\n', 'if-none-match: *\r\n']) {
      t.same(await headers('HEAD', url, more), await headers('GET', url, more), `${url} ${more}`)
    }
  }
})

t.test('compression', async (t) => {
  const { tiny } = await app()
  t.teardown(() => tiny.close())
  const get = (url: string, coding: string) => tiny.inject({ url, headers: { 'accept-encoding': coding } })

  t.test('gives back the same body, short or long, whole or streamed', async (t) => {
    for (const url of ['/v1/place', '/v1/many', '/v1/export']) {
      const plain = await tiny.inject(url)
      t.equal(plain.headers['content-encoding'], undefined)
      const gzip = await get(url, 'gzip')
      t.equal(gzip.headers['content-encoding'], 'gzip')
      t.equal(gunzipSync(gzip.rawPayload).toString(), plain.body)
      const br = await get(url, 'br')
      t.equal(br.headers['content-encoding'], 'br')
      t.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body)
      t.ok(br.rawPayload.length < plain.rawPayload.length / 3)
    }
  })

  t.test('uses what the client prefers, and not what it refuses', async (t) => {
    const coding = async (accepted: string) => (await get('/v1/place', accepted)).headers['content-encoding']
    t.equal(await coding('gzip, deflate, br, zstd'), 'br')
    t.equal(await coding('gzip;q=1, br;q=0.5'), 'gzip')
    t.equal(await coding('br;q=0, gzip'), 'gzip')
    t.equal(await coding('*'), 'br')
    t.equal(await coding('*;q=0'), undefined)
    t.equal(await coding('GZIP ; q=0.1'), 'gzip')
    t.equal(await coding('gzip;q=x'), undefined)
    t.equal(await coding('zstd'), undefined)
    t.equal(await coding('identity'), undefined)
    t.equal(await coding(''), undefined)
  })

  t.test('leaves short answers uncompressed, but sends Vary', async (t) => {
    const { headers } = await get('/v1/small', 'br')
    t.equal(headers['content-encoding'], undefined)
    t.equal(headers.vary, 'Accept, Accept-Language, Accept-Encoding')
    t.equal(headers['cache-control'], 'public, max-age=60, stale-while-revalidate=600')
  })

  t.test('a stream brings its own tag, one for each coding', async (t) => {
    t.equal((await get('/v1/export', 'gzip')).headers.etag, '"version-7-gzip"')
    t.equal((await get('/v1/export', 'br')).headers.etag, '"version-7-br"')
  })
})

t.test('reading stops when the client leaves', async (t) => {
  const tiny = await tinyApp()
  let read = 0
  const closed = new Promise<void>((resolve) => {
    tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) => {
      const rows = new Readable({
        read() {
          read++
          setImmediate(() => this.push(randomBytes(10_000).toString('hex')))
        }
      })
      rows.once('close', resolve)
      return reply.type('text/csv').send(rows)
    })
  })
  t.teardown(() => tiny.close())
  const port = await listen(tiny)
  const reader = new AbortController()
  const headers = { 'accept-encoding': 'br' }
  const answer = await fetch(`http://127.0.0.1:${port}/v1/export`, { headers, signal: reader.signal })
  t.equal(answer.headers.get('content-encoding'), 'br')
  reader.abort()
  await closed
  const atTheEnd = read
  await new Promise((resolve) => setTimeout(resolve, 50))
  t.equal(read, atTheEnd, 'nothing further is read')
})

t.test('an export that fails at its first row is a problem like any other', async (t) => {
  const tiny = await tinyApp()
  t.teardown(() => tiny.close())
  tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) => {
    const rows = new Readable({ read: () => rows.destroy(databaseUnavailable()) })
    return reply
      .header('etag', '"version-7"')
      .header('content-disposition', 'attachment')
      .type('text/csv')
      .send(rows)
  })
  for (const coding of ['identity', 'gzip', 'br']) {
    const { statusCode, headers, body } = await tiny.inject({
      url: '/v1/export',
      headers: { 'accept-encoding': coding }
    })
    t.equal(statusCode, 503)
    t.match(JSON.parse(body), { type: '/problems/database-unavailable' })
    t.equal(headers['content-type'], 'application/problem+json; charset=utf-8')
    t.equal(headers['cache-control'], 'no-store')
    for (const name of ['etag', 'content-encoding', 'content-disposition'])
      t.equal(headers[name], undefined, name)
  }
})
