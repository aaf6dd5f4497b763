import t from 'tap'
import { securityText } from '../../../src/http/shell/operation/security-text.ts'
import { tinyApp } from './tiny-app.ts'

t.test('an answer opened in a browser cannot run or load anything', async (t) => {
  const tiny = await tinyApp()
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', () => ({ name: '<script>alert(1)</script>' }))
  for (const url of ['/v1/places', '/nowhere', '/v1/places?x=%00', '/health/live', '/v1/%FF']) {
    const { headers } = await tiny.inject(url)
    t.equal(
      headers['content-security-policy'],
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      url
    )
    t.equal(headers['x-content-type-options'], 'nosniff')
    t.equal(headers['referrer-policy'], 'no-referrer')
    t.equal(headers['strict-transport-security'], 'max-age=31536000')
    t.match(headers['permissions-policy'], /^geolocation=\(self\), camera=\(\), microphone=\(\), /)
    t.equal(headers['x-powered-by'], undefined)
    t.equal(headers.server, undefined)
  }
})

t.test('security.txt says where to report a vulnerability, for half a year from today', async (t) => {
  const clock = () => Date.parse('2026-11-30T15:42:00Z')
  const textFor = async (contact: string, publicUrl?: string) => {
    const tiny = await tinyApp()
    t.teardown(() => tiny.close())
    securityText(tiny, { contact, publicUrl, clock })
    const { statusCode, headers, body } = await tiny.inject('/.well-known/security.txt')
    t.equal(statusCode, 200)
    t.equal(headers['content-type'], 'text/plain; charset=utf-8')
    return body
  }
  t.equal(
    await textFor('securite@example.org', 'https://lieux.example.org'),
    [
      'Contact: mailto:securite@example.org',
      'Expires: 2027-05-29T00:00:00.000Z',
      'Preferred-Languages: fr, en',
      'Canonical: https://lieux.example.org/.well-known/security.txt',
      ''
    ].join('\n')
  )
  t.match(
    await textFor('https://example.org/securite'),
    /^Contact: https:\/\/example\.org\/securite\nExpires: /
  )
})

t.test('every answer has a request id', async (t) => {
  const tiny = await tinyApp()
  t.teardown(() => tiny.close())
  const idFor = async (given?: string) =>
    (await tiny.inject({ url: '/nowhere', headers: given === undefined ? {} : { 'x-request-id': given } }))
      .headers['x-request-id']
  const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

  t.test('the caller’s own, if it is safe', async (t) => {
    for (const id of [
      '0198f0c2-7b6e-7c1d-9d53-3f4d8e1b2a90',
      '4bf92f3577b34da6a3ce929d0e0e4736',
      '01ARZ3NDEKTSV4RRFFQ69G5FAV'
    ]) {
      t.equal(await idFor(id), id)
    }
  })

  t.test('one of ours otherwise', async (t) => {
    for (const id of [
      undefined,
      '',
      'short',
      'x'.repeat(65),
      'a@example.org',
      'with space here',
      '{"level":60}',
      '../../etc/passwd'
    ]) {
      t.match(await idFor(id), UUID, String(id))
    }
  })

  t.test('a new one each time', async (t) => {
    t.not(await idFor(), await idFor())
  })
})
