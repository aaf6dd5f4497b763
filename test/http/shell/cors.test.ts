import t from 'tap'
import { tinyApp } from './tiny-app.ts'

t.test('any site may read', async (t) => {
  const tiny = await tinyApp({ requestsPerMinute: 5 })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', () => ({ items: [] }))
  const origin = 'https://carte.example.org'

  t.test('answers, errors and 304 all allow it, and expose the headers that a page needs', async (t) => {
    const ok = await tiny.inject({ url: '/v1/places', headers: { origin } })
    const fresh = { origin, 'if-none-match': String(ok.headers.etag) }
    const answers = [
      ok,
      await tiny.inject({ url: '/v1/places', headers: fresh }),
      await tiny.inject({ url: '/v1/places?x=1', headers: { origin } }),
      await tiny.inject({ url: '/v1/nowhere', headers: { origin } })
    ]
    t.same(
      answers.map((answer) => answer.statusCode),
      [200, 304, 400, 404]
    )
    for (const { headers } of answers) {
      t.equal(headers['access-control-allow-origin'], '*')
      t.equal(headers['access-control-allow-credentials'], undefined)
      t.equal(
        headers['access-control-expose-headers'],
        'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
      )
      t.notMatch(String(headers.vary), 'Origin', 'one cached copy is valid for all sites')
      t.equal(headers['cross-origin-resource-policy'], 'cross-origin')
    }
  })

  t.test('a preflight is answered, can be cached for a day, and does not count', async (t) => {
    for (let times = 0; times < 10; times++) {
      const { statusCode, headers } = await tiny.inject({
        method: 'OPTIONS',
        url: '/v1/places/search',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type'
        }
      })
      t.equal(statusCode, 204)
      t.equal(headers['access-control-allow-origin'], '*')
      t.match(String(headers['access-control-allow-methods']), 'POST')
      t.match(String(headers['access-control-allow-headers']), 'Content-Type')
      t.equal(headers['access-control-max-age'], '86400')
      t.equal(headers.ratelimit, undefined)
    }
  })

  t.test('an OPTIONS request that is not a preflight is no error', async (t) => {
    t.equal((await tiny.inject({ method: 'OPTIONS', url: '/v1/places' })).statusCode, 204)
  })

  t.test('a refusal over quota can be read by the page too', async (t) => {
    let last = await tiny.inject({ url: '/v1/places', headers: { origin } })
    for (let times = 0; times < 5; times++)
      last = await tiny.inject({ url: '/v1/places', headers: { origin } })
    t.equal(last.statusCode, 429)
    t.equal(last.headers['access-control-allow-origin'], '*')
  })
})
