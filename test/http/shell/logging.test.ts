import t from 'tap'
import { coarseAddress } from '../../../src/http/shell/client-address.ts'
import type { ShellOptions } from '../../../src/http/shell/shell.ts'
import { describeError, logOptions, scrub } from '../../../src/log.ts'
import { listen, sendRaw, tinyApp } from './tiny-app.ts'

async function app(options: Partial<ShellOptions> = {}) {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => {
    lines.push(JSON.parse(line))
  }
  const tiny = await tinyApp({ logger: logOptions('info', { write }), trustProxy: true, ...options })
  tiny.get('/v1/places', () => ({ items: [] }))
  tiny.get('/v1/places/:id', () => {
    throw Object.assign(new Error('duplicate key, jeanne.martin@example.org, tél. 02 31 92 11 08'), {
      detail: 'Key (phone)=(+33231921108) already exists.',
      cause: new Error('connect postgres://annuaire:s3cret@db.example.org:5432/annuaire')
    })
  })
  return { tiny, lines }
}

t.test('a question that a page asks inside is not reported as cut', async (t) => {
  const { tiny, lines } = await app()
  t.teardown(() => tiny.close())
  tiny.get('/page', async (request) => (await tiny.askInside(request, '/v1/places')).statusCode)
  await tiny.inject('/page')
  t.same(
    lines.map(({ route, status, cut }) => [route, status, cut]),
    [
      ['/v1/places', 200, undefined],
      ['/page', 200, undefined]
    ]
  )
})

t.test('one line per request, about the request and not about the person', async (t) => {
  const { tiny, lines } = await app()
  t.teardown(() => tiny.close())
  const headers = {
    authorization: 'Bearer s3cret',
    cookie: 'session=s3cret',
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'Jeanne Martin’s browser'
  }
  await tiny.inject({
    url: '/v1/places?q=Jeanne+Martin&lat=49.2764&lon=-0.7024&jeanne.martin@example.org=1',
    headers
  })
  t.equal(lines.length, 1)
  t.match(lines[0], {
    level: 30,
    reqId: /^[0-9a-f-]{36}$/,
    method: 'GET',
    route: '/v1/places',
    parameters: ['q', 'lat', 'lon'],
    status: 400,
    problem: 'invalid-input',
    ms: Number,
    client: '203.0.113.0/24',
    msg: 'request'
  })
  t.notMatch(JSON.stringify(lines), /Jeanne|Martin|49\.27|s3cret|203\.0\.113\.77|browser/i)
})

t.test('an error is logged in full, without personal data', async (t) => {
  const { tiny, lines } = await app()
  t.teardown(() => tiny.close())
  const { headers } = await tiny.inject('/v1/places/0198f0c2')
  t.equal(lines.length, 2)
  const [fault, request] = lines
  t.match(fault, { level: 50, reqId: headers['x-request-id'], msg: 'request failed' })
  t.match(JSON.stringify(fault), 'duplicate key')
  t.match(JSON.stringify(fault), 'logging.test.ts', 'with its stack')
  t.match(request, { status: 500, route: '/v1/places/:id', problem: 'internal-error' })
  t.notMatch(JSON.stringify(lines), /jeanne|92 ?11 ?08|s3cret/)
})

t.test('unknown paths and whole requests are not logged', async (t) => {
  const { tiny, lines } = await app()
  t.teardown(() => tiny.close())
  await tiny.inject('/people/jeanne.martin@example.org')
  t.match(lines[0], { route: 'unmatched', status: 404 })
  tiny.log.info({ req: { headers: { authorization: 'Bearer s3cret' } }, res: {} }, 'by mistake')
  t.notMatch(JSON.stringify(lines), /jeanne|s3cret/)
})

t.test('an answer whose client left is marked', async (t) => {
  // Without a rate limit or proxy, logging is the first step that reads the address.
  const { tiny, lines } = await app({ requestsPerMinute: 0, trustProxy: false })
  let arrived: () => void = () => undefined
  const requested = new Promise<void>((resolve) => {
    arrived = resolve
  })
  tiny.get('/v1/slow', () => {
    arrived()
    return new Promise(() => undefined)
  })
  t.teardown(() => tiny.close())
  const port = await listen(tiny)
  const reader = new AbortController()
  const answer = fetch(`http://127.0.0.1:${port}/v1/slow`, { signal: reader.signal }).catch(() => 'gone')
  await requested
  reader.abort()
  t.equal(await answer, 'gone')
  const line = () => lines.find(({ route }) => route === '/v1/slow')
  while (line() === undefined) await new Promise((resolve) => setImmediate(resolve))
  t.match(line(), { cut: true, status: 499, client: '127.0.0.0/24' })
})

t.test('an intended refusal is a single line', async (t) => {
  const { tiny, lines } = await app({ requestsPerMinute: 1 })
  t.teardown(() => tiny.close())
  for (let times = 0; times < 10; times++) await tiny.inject('/v1/places')
  t.equal(lines.length, 10)
  t.equal(lines.filter(({ problem }) => problem === 'quota-exceeded').length, 9)
})

t.test('input that is not HTTP is not logged', async (t) => {
  const { tiny, lines } = await app()
  t.teardown(() => tiny.close())
  await sendRaw(await listen(tiny), 'GET /jeanne martin\r\n\r\n')
  t.notMatch(JSON.stringify(lines), 'jeanne')
})

t.test('addresses are logged as networks', async (t) => {
  t.equal(coarseAddress('203.0.113.77'), '203.0.113.0/24')
  t.equal(coarseAddress('::ffff:203.0.113.77'), '203.0.113.0/24')
  t.equal(coarseAddress('2001:db8:1:2:3:4:5:6'), '2001:db8:1::/48')
  t.equal(coarseAddress('2001:db8::1'), '2001:db8:0::/48')
  t.equal(coarseAddress('somewhere'), 'unknown')
  t.equal(coarseAddress(undefined), 'unknown')
})

t.test('messages lose e-mail addresses, phone numbers and passwords, and nothing else', async (t) => {
  for (const phone of [
    '02 31 92 11 08',
    '02.31.92.11.08',
    '0231921108',
    '+33231921108',
    '+33 2 31 92 11 08',
    '+33 (0)2 31 92 11 08',
    '+262262123456'
  ]) {
    t.equal(scrub(`tel ${phone}.`), 'tel [phone].', phone)
  }
  t.equal(scrub('<epn@ville-bayeux.fr>, "a.b+c@example.org"'), '<[e-mail]>, "[e-mail]"')
  t.equal(scrub('postgres://u:p@db:5432/x'), 'postgres://[credentials]@db:5432/x')
  for (const text of [
    'commune 14047, SIREN 241400555',
    'place 0198f0c2-7b6e-7c1d-9d53-3f4d8e1b2a90',
    'at line 1234, 3000 ms'
  ]) {
    t.equal(scrub(text), text)
  }
})

t.test('anything that is thrown can be described', async (t) => {
  t.match(describeError('no'), { type: 'string', message: 'no' })
  t.match(describeError(new Error('a', { cause: new Error('b') })), { message: 'a', cause: { message: 'b' } })
  const circle = new Error('circle')
  circle.cause = circle
  t.match(describeError(circle), { message: 'circle' })
})
