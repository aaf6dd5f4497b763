import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { z } from 'zod'
import * as errors from '../../../src/domain/errors.ts'
import { PROBLEM_TYPES } from '../../../src/http/shell/problem-types.ts'
import { STATUS } from '../../../src/http/shell/problems.ts'
import { listen, sendRaw, tinyApp } from './tiny-app.ts'

const Question = z.strictObject({
  q: z.string().max(200).optional(),
  type: z.union([z.enum(['EPN', 'FABLAB']), z.array(z.enum(['EPN', 'FABLAB']))]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  commune: z
    .string()
    .superRefine((code, ctx) => {
      if (code !== '14047')
        ctx.addIssue({ code: 'custom', message: 'Unknown commune.', params: { allowed: ['14047'] } })
    })
    .optional()
})

const Body = z.strictObject({
  q: z.string().optional(),
  within: z.strictObject({ type: z.enum(['Polygon']), coordinates: z.array(z.array(z.number())) }).optional()
})

async function app(): Promise<FastifyInstance> {
  const tiny = await tinyApp()
  tiny.get('/v1/places', { schema: { querystring: Question } }, (request) => ({ query: request.query }))
  tiny.get(
    '/v1/places/:id',
    { schema: { params: z.object({ id: z.string().max(36) }) } },
    (request) => request.params
  )
  tiny.post('/v1/places/search', { schema: { body: Body } }, (request) => ({ body: request.body }))
  tiny.get('/v1/broken', () => {
    throw new Error('Mme Martin, 02 31 00 00 00, could not be read')
  })
  return tiny
}

t.test('GET /v1/places', async (t) => {
  const tiny = await app()
  t.teardown(() => tiny.close())
  const get = async (url: string, status: number) => {
    const answer = await tiny.inject(url)
    t.equal(answer.statusCode, status, url.slice(0, 80))
    t.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
    t.equal(answer.headers['cache-control'], 'no-store')
    const problem = answer.json()
    t.equal(problem.status, status, 'the document has the status of the status line')
    t.equal(problem.instance, `${url.split('?')[0]}#${answer.headers['x-request-id']}`)
    return problem
  }

  t.test('400: an unknown parameter is named, with the existing ones', async (t) => {
    const problem = await get('/v1/places?ville=Bayeux&departement=14', 400)
    t.equal(problem.type, '/problems/invalid-input')
    t.same(problem.errors, [
      { parameter: 'ville', detail: 'Unknown parameter.', allowed: ['q', 'type', 'limit', 'commune'] },
      { parameter: 'departement', detail: 'Unknown parameter.', allowed: ['q', 'type', 'limit', 'commune'] }
    ])
  })

  t.test('400: an unknown code is named, with the existing ones', async (t) => {
    const { errors } = await get('/v1/places?type=EPM', 400)
    t.same(errors, [{ parameter: 'type', detail: '"EPM" is not accepted.', allowed: ['EPN', 'FABLAB'] }])
  })

  t.test('400: in a repeated parameter, the parameter is named', async (t) => {
    const { errors } = await get('/v1/places?type=EPN&type=EPM', 400)
    t.same(errors, [{ parameter: 'type', detail: '"EPM" is not accepted.', allowed: ['EPN', 'FABLAB'] }])
  })

  t.test('400: a custom rule lists the allowed values', async (t) => {
    const { errors } = await get('/v1/places?commune=99999', 400)
    t.same(errors, [{ parameter: 'commune', detail: 'Unknown commune.', allowed: ['14047'] }])
  })

  t.test('400: all errors of a request are reported at once', async (t) => {
    const { errors } = await get('/v1/places?limit=1000&type=EPM&x=1', 400)
    t.same(errors.map((fault: { parameter: string }) => fault.parameter).sort(), ['limit', 'type', 'x'])
  })

  t.test('400: a value or name of 10 kB is not repeated', async (t) => {
    const long = 'x'.repeat(10_000)
    for (const url of [`/v1/places?type=${long}`, `/v1/places?${long}=1`, `/v1/places?q=${long}`]) {
      const problem = await get(url, 400)
      t.equal(problem.errors.length, 1)
      t.ok(JSON.stringify(problem).length < 1_000)
    }
  })

  t.test('400: a thousand errors are counted, fifty are listed', async (t) => {
    const problem = await get(
      `/v1/places?${Array.from({ length: 1_000 }, (_, i) => `x${i}=1`).join('&')}`,
      400
    )
    t.equal(problem.errors.length, 50)
    t.match(problem.detail, '950 more')
  })

  t.test('400: invalid UTF-8 or NUL is reported by parameter', async (t) => {
    for (const bad of ['%00', 'caf%E9', '%FF', '%C3%28', '%ED%A0%80', '%', '%zz', 'a%00b']) {
      const problem = await get(`/v1/places?limit=5&q=${bad}`, 400)
      t.equal(problem.errors.length, 1)
      t.equal(problem.errors[0].parameter, 'q')
    }
    const problem = await get('/v1/places?%FF=1', 400)
    t.equal(problem.errors[0].parameter, '%FF')
  })

  t.test('400: a parameter on a path without parameters', async (t) => {
    const { errors } = await get('/v1/places/1?fields=name', 400)
    t.same(errors, [{ parameter: 'fields', detail: 'Unknown parameter.', allowed: [] }])
  })

  t.test('400: invalid text in a path is reported by parameter', async (t) => {
    for (const bad of ['%00', 'caf%E9', '%FF', '%']) {
      const problem = await get(`/v1/places/${bad}`, 400)
      t.equal(problem.errors[0].parameter, 'id', bad)
    }
    const problem = await get('/nowhere/%FF', 400)
    t.match(problem.errors[0].detail, 'The path')
  })

  t.test('400: an id of 10 kB is refused by name', async (t) => {
    const answer = await tiny.inject(`/v1/places/${'x'.repeat(10_000)}`)
    t.equal(answer.statusCode, 400)
    t.equal(answer.json().errors[0].parameter, 'id')
    t.ok(answer.body.length < 1_000)
  })

  t.test('404: an unknown path', async (t) => {
    t.equal((await get('/v1/place', 404)).type, '/problems/route-not-found')
  })

  t.test('405: a method that the path does not support, with the supported ones', async (t) => {
    const answer = await tiny.inject({ method: 'DELETE', url: '/v1/places/0198f0c2' })
    t.equal(answer.statusCode, 405)
    t.equal(answer.headers.allow, 'GET, HEAD, OPTIONS')
    t.equal(answer.json().type, '/problems/method-not-allowed')
    for (const method of ['PUT', 'GET', 'HEAD'] as const) {
      const search = await tiny.inject({ method, url: '/v1/places/search' })
      t.match(
        search,
        { statusCode: 405, headers: { allow: 'POST, OPTIONS' } },
        `${method}: no place has the id search`
      )
    }
  })

  t.test('500: the id to quote, and no details', async (t) => {
    const problem = await get('/v1/broken', 500)
    t.notMatch(JSON.stringify(problem), /Martin|02 31/)
    t.match(problem.detail, problem.instance.split('#')[1])
  })
})

t.test('POST /v1/places/search', async (t) => {
  const tiny = await app()
  t.teardown(() => tiny.close())
  const post = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await tiny.inject({
      method: 'POST',
      url: '/v1/places/search',
      payload,
      headers: { 'content-type': 'application/json', ...headers }
    })
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() }
  }

  t.test('200: accents, and JSON with its own media type', async (t) => {
    const { status, body } = await post('{"q":"médiathèque"}', { 'content-type': 'application/geo+json' })
    t.equal(status, 200)
    t.same(body, { body: { q: 'médiathèque' } })
  })

  t.test('400: an error in the body is reported by its JSON pointer', async (t) => {
    const { body } = await post('{"within":{"type":"Point","coordinates":[[1,"2"]],"crs/1":1}}')
    const byPointer = Object.fromEntries(
      body.errors.map((fault: { pointer: string }) => [fault.pointer, fault])
    )
    t.same(byPointer['/within/type'].allowed, ['Polygon'])
    t.ok(byPointer['/within/coordinates/0/1'])
    t.same(byPointer['/within/crs~11'].allowed, ['type', 'coordinates'])
  })

  t.test('400: invalid JSON, invalid UTF-8, NUL or half a character', async (t) => {
    const bodies = [
      '',
      '{"q":',
      'null]',
      '{"q":"a\\u0000b"}',
      '{"q":"\\ud800"}',
      '{"__proto__":{}}',
      '[[[['.repeat(50_000)
    ]
    for (const body of [...bodies, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])]) {
      const { status, type, body: problem } = await post(body)
      t.equal(status, 400, String(body).slice(0, 20))
      t.equal(type, 'application/problem+json; charset=utf-8')
      t.equal(problem.status, 400)
    }
    t.equal((await post('{"q":"a\\u0000b"}')).body.errors[0].pointer, '/q')
  })

  t.test('400: brackets nested too deeply', async (t) => {
    const { status, body } = await post(`{"q":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
    t.equal(status, 400)
    t.match(body.errors[0].detail, 'levels deep')
  })

  t.test('413: a body too large', async (t) => {
    const { status, body } = await post(`{"q":"${'x'.repeat(1_100_000)}"}`)
    t.equal(status, 413)
    t.equal(body.type, '/problems/body-too-large')
  })

  t.test('415: not JSON, or JSON compressed', async (t) => {
    t.equal((await post('q=Bayeux', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415)
    t.equal((await post('Bayeux', { 'content-type': 'text/plain' })).status, 415)
    const { status, body } = await post('{}', { 'content-encoding': 'gzip' })
    t.equal(status, 415)
    t.equal(body.type, '/problems/unsupported-media-type')
  })
})

t.test('on a bare socket', async (t) => {
  const tiny = await app()
  t.teardown(() => tiny.close())
  const port = await listen(tiny)

  t.test('400: unencoded accents in an address, with an explanation', async (t) => {
    const answer = await sendRaw(port, 'GET /v1/places?q=médiathèque HTTP/1.1\r\nhost: x\r\n\r\n')
    t.match(answer, 'HTTP/1.1 400')
    t.match(answer, 'm%C3%A9diath%C3%A8que')
  })

  t.test('400: what is not HTTP', async (t) => {
    const answer = await sendRaw(port, 'BONJOUR Bayeux\r\n\r\n')
    t.match(answer, 'HTTP/1.1 400 Bad Request')
    t.match(answer, 'application/problem+json')
  })

  t.test('431: an extremely long address', async (t) => {
    const answer = await sendRaw(port, `GET /v1/places?q=${'x'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)
    t.match(answer, 'HTTP/1.1 431')
    t.match(answer, '/problems/headers-too-large')
  })

  t.test('417: an expectation that no server knows', async (t) => {
    const answer = await sendRaw(port, 'GET /v1/places HTTP/1.1\r\nhost: x\r\nexpect: tea\r\n\r\n')
    t.match(answer, 'HTTP/1.1 417 Expectation Failed')
    t.match(answer, '/problems/expectation-failed')
  })

  t.test('405: a method that is newer than this program', async (t) => {
    for (const [path, allowed] of [
      ['/v1/places?type=EPN', 'GET, HEAD, OPTIONS'],
      ['/v1/places/bayeux', 'GET, HEAD, OPTIONS'],
      ['/v1/places/search', 'POST, OPTIONS']
    ] as const) {
      const answer = await sendRaw(
        port,
        `QUERY ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`
      )
      t.match(answer, 'HTTP/1.1 405 Method Not Allowed', path)
      t.match(answer, `allow: ${allowed}\r\n`)
      t.match(answer, '/problems/method-not-allowed')
    }
  })

  t.test('400: no host, which only HTTP/1.0 may leave out', async (t) => {
    const answer = await sendRaw(port, 'GET /v1/places HTTP/1.1\r\nconnection: close\r\n\r\n')
    t.match(answer, 'HTTP/1.1 400 Bad Request')
    t.match(answer, 'application/problem+json')
    t.match(answer, 'HTTP/1.1 requires the header Host.')
    t.match(await sendRaw(port, 'GET /v1/places HTTP/1.0\r\n\r\n'), 'HTTP/1.1 200')
  })

  t.test('400: two hosts, or one that is none', async (t) => {
    for (const hosts of ['host: a\r\nhost: b', 'host: a\r\nHost: a', 'host: a/b', 'host: a"b', 'host: a,b']) {
      const answer = await sendRaw(port, `GET /v1/places HTTP/1.1\r\n${hosts}\r\nconnection: close\r\n\r\n`)
      t.match(answer, 'HTTP/1.1 400', hosts)
      t.match(answer, '/problems/invalid-input')
    }
    for (const host of ['annuaire.example', 'mon_app:3000', '[::1]:80', '127.0.0.1']) {
      const answer = await sendRaw(
        port,
        `GET /v1/places HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`
      )
      t.match(answer, 'HTTP/1.1 200', host)
    }
  })

  t.test('400: 10 000 percent-encoded NULs are still named', async (t) => {
    const request = `GET /v1/places?q=${'%00'.repeat(10_000)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`
    t.match(await sendRaw(port, request), '"parameter":"q"')
  })
})

t.test('problem pages', async (t) => {
  const tiny = await app()
  t.teardown(() => tiny.close())
  const makers = Object.values(errors).filter(
    (value): value is (...args: never[]) => errors.DomainError =>
      typeof value === 'function' && value !== errors.DomainError
  )

  t.test('every domain error has the status of its kind, and its page has the same', async (t) => {
    t.ok(makers.length >= 9)
    for (const make of makers) {
      // One error is made of the fields that clash; the others take texts.
      const given = make === errors.staleVersion ? [[{ field: 'x', sent: 1, current: 2 }]] : ['x', 'y']
      const error = make(...(given as never[]))
      const page = (await tiny.inject(`/problems/${error.code}`)).json()
      t.equal(page.type, `/problems/${error.code}`)
      t.equal(page.status, STATUS[error.kind], error.code)
    }
  })

  t.test('every code has a page that says what to do', async (t) => {
    for (const [code, { status }] of Object.entries(PROBLEM_TYPES)) {
      const answer = await tiny.inject(`/problems/${code}`)
      t.equal(answer.statusCode, 200)
      t.match(answer.json(), { status, title: /./, meaning: /./, remedy: /./ })
    }
    t.equal((await tiny.inject('/problems')).json().problems.length, Object.keys(PROBLEM_TYPES).length)
  })

  t.test('404: no such problem', async (t) => {
    t.equal((await tiny.inject('/problems/no-coffee')).statusCode, 404)
  })
})
