import t, { type Test } from 'tap'
import { listen, sendRaw, tinyApp } from './tiny-app.ts'

/** The app behind a proxy, or not, with a path that answers the address that it believes to have. */
async function addressed(t: Test, trustProxy: false | string) {
  const tiny = await tinyApp({ trustProxy })
  t.teardown(() => tiny.close())
  tiny.get('/address', ({ origin }) => ({ origin }))
  return (headers: Record<string, string>) => tiny.inject({ url: '/address', headers })
}

const FORWARDED = {
  host: 'annuaire.internal:3000',
  'x-forwarded-host': 'lieux.example.org',
  'x-forwarded-proto': 'https'
}

t.test('X-Forwarded-Host and X-Forwarded-Proto are believed if they come from a trusted proxy', async (t) => {
  const ask = await addressed(t, '127.0.0.1')
  t.same((await ask(FORWARDED)).json(), { origin: 'https://lieux.example.org' })
})

t.test('from anyone else they are ignored', async (t) => {
  const ask = await addressed(t, false)
  t.same((await ask(FORWARDED)).json(), { origin: 'http://annuaire.internal:3000' })
})

t.test('a scheme other than https counts as http, also from a trusted proxy', async (t) => {
  const ask = await addressed(t, '127.0.0.1')
  for (const proto of ['http', 'javascript', 'https"><script>', 'ftp', ''])
    t.same((await ask({ ...FORWARDED, 'x-forwarded-proto': proto })).json(), {
      origin: 'http://lieux.example.org'
    })
})

t.test('an implausible host is refused, in Host and from a trusted proxy', async (t) => {
  const ask = await addressed(t, '127.0.0.1')
  for (const host of [
    'lieux.example.org"><script>alert(1)</script>',
    'lieux.example.org/chemin',
    'camille@lieux.example.org',
    'lieux example',
    `${'a'.repeat(260)}.example`,
    'lieux.example.org:99999999',
    '..'
  ]) {
    for (const header of ['host', 'x-forwarded-host'] as const) {
      const { statusCode, body } = await ask({ host: 'annuaire.internal', [header]: host })
      t.equal(statusCode, 400, `${header}: ${host.slice(0, 60)}`)
      t.notMatch(body, /<script>/)
    }
  }
})

t.test('names, numbers and ports are plausible', async (t) => {
  const ask = await addressed(t, false)
  for (const host of ['localhost', 'lieux.example.org', 'web_1:3000', '192.0.2.7:80', '[2001:db8::1]:3000'])
    t.same((await ask({ host })).json(), { origin: `http://${host}` })
})

t.test('two hosts, and none with HTTP/1.1, are refused', async (t) => {
  const tiny = await tinyApp()
  t.teardown(() => tiny.close())
  const port = await listen(tiny)
  const answered = (lines: string) =>
    sendRaw(port, `GET /health/live HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)
  t.match(await answered('Host: a.example\r\n'), /^HTTP\/1\.1 200 /)
  t.match(await answered('Host: a.example\r\nHost: b.example\r\n'), /^HTTP\/1\.1 400 /)
  t.match(await answered(''), /^HTTP\/1\.1 400 /)
})
