import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { addressKey } from '../../../src/http/shell/client-address.ts'
import { tinyApp } from './tiny-app.ts'

async function app(requestsPerMinute: number, trustProxy = false): Promise<FastifyInstance> {
  const tiny = await tinyApp({ requestsPerMinute, trustProxy })
  tiny.get('/v1/places', () => ({ items: ['Bayeux'] }))
  return tiny
}

const left = (headers: Record<string, unknown>) => Number(/;r=(\d+);/.exec(String(headers.ratelimit))?.[1])

t.test('each answer reports the policy and the remaining requests', async (t) => {
  const tiny = await app(600)
  t.teardown(() => tiny.close())
  const first = await tiny.inject('/v1/places')
  t.equal(first.headers['ratelimit-policy'], '"default";q=600;w=60')
  t.match(String(first.headers.ratelimit), /^"default";r=599;t=\d+$/)
  const wrong = await tiny.inject('/v1/places?x=1')
  t.equal(wrong.statusCode, 400)
  t.equal(left(wrong.headers), 598, 'errors count too')
  const nowhere = await tiny.inject('/nowhere')
  t.equal(left(nowhere.headers), 597)
})

t.test('429 with Retry-After beyond the limit, for that client only', async (t) => {
  const tiny = await app(2)
  t.teardown(() => tiny.close())
  const from = (remoteAddress: string) => tiny.inject({ url: '/v1/places', remoteAddress })
  t.equal((await from('192.0.2.1')).statusCode, 200)
  t.equal((await from('192.0.2.1')).statusCode, 200)
  const refused = await from('192.0.2.1')
  t.equal(refused.statusCode, 429)
  t.equal(refused.json().type, '/problems/quota-exceeded')
  t.equal(left(refused.headers), 0)
  const wait = Number(refused.headers['retry-after'])
  t.ok(wait >= 1 && wait <= 60)
  t.equal((await from('192.0.2.2')).statusCode, 200)
})

t.test('a client who goes on after that is refused late, and others are answered meanwhile', async (t) => {
  const tiny = await app(2)
  t.teardown(() => tiny.close())
  const from = (remoteAddress: string) => tiny.inject({ url: '/v1/places', remoteAddress })
  for (let times = 0; times < 4; times++) await from('192.0.2.1')
  const begun = performance.now()
  const late = from('192.0.2.1').then(({ statusCode }) => [statusCode, performance.now() - begun] as const)
  t.equal((await from('192.0.2.2')).statusCode, 200)
  const other = performance.now() - begun
  const [status, ms] = await late
  t.equal(status, 429)
  t.ok(ms >= 990 && other < ms, `${ms} ms`)
})

t.test('a 304 costs nothing', async (t) => {
  const tiny = await app(3)
  t.teardown(() => tiny.close())
  const first = await tiny.inject('/v1/places')
  t.equal(left(first.headers), 2)
  const headers = { 'if-none-match': String(first.headers.etag) }
  for (let times = 0; times < 20; times++) {
    const again = await tiny.inject({ url: '/v1/places', headers })
    t.equal(again.statusCode, 304)
    t.equal(left(again.headers), 2)
  }
  t.equal(left((await tiny.inject('/v1/places')).headers), 1)
})

t.test('probes and metrics are not counted', async (t) => {
  const tiny = await app(1)
  t.teardown(() => tiny.close())
  await tiny.inject('/v1/places')
  for (const url of ['/health/live', '/health/ready', '/metrics', '/health/live']) {
    const { statusCode, headers } = await tiny.inject(url)
    t.equal(statusCode, 200)
    t.equal(headers.ratelimit, undefined)
  }
  t.equal((await tiny.inject('/v1/places')).statusCode, 429)
})

t.test('0 means no limit and no headers', async (t) => {
  const tiny = await app(0)
  t.teardown(() => tiny.close())
  const { statusCode, headers } = await tiny.inject('/v1/places')
  t.equal(statusCode, 200)
  t.equal(headers['ratelimit-policy'], undefined)
})

t.test('the client address behind a proxy is used only if the proxy is trusted', async (t) => {
  const ask = (tiny: FastifyInstance, client: string) =>
    tiny.inject({ url: '/v1/places', headers: { 'x-forwarded-for': client } })
  const trusting = await app(1, true)
  const wary = await app(1, false)
  t.teardown(() => Promise.all([trusting.close(), wary.close()]))
  t.equal((await ask(trusting, '192.0.2.1')).statusCode, 200)
  t.equal((await ask(trusting, '192.0.2.2')).statusCode, 200)
  t.equal((await ask(wary, '192.0.2.1')).statusCode, 200)
  t.equal((await ask(wary, '192.0.2.2')).statusCode, 429, 'a header with another address is ignored')
})

t.test('a household counts once: an IPv4 address, or an IPv6 /64', async (t) => {
  t.equal(addressKey('192.0.2.1'), '192.0.2.1')
  t.equal(addressKey('::ffff:192.0.2.1'), '192.0.2.1')
  t.equal(addressKey('2001:db8::1'), addressKey('2001:0DB8:0:0:ffff::2'))
  t.equal(addressKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  t.not(addressKey('2001:db8:0:1::1'), addressKey('2001:db8:0:2::1'))
  t.equal(addressKey('::1'), '0:0:0:0::/64')
  t.equal(addressKey('fe80::1%eth0'), 'fe80:0:0:0::/64')
  t.equal(addressKey('2001:db8::'), '2001:db8:0:0::/64')
})
