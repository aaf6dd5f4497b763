import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { type Admission, admissionFor } from '../../../src/http/shell/admission-limits.ts'
import { listen, tinyApp } from './tiny-app.ts'

const USUAL = admissionFor(10, 3_000)

/** Two questions at once, four more wait. */
const PATIENT: Admission = {
  ...USUAL,
  lanes: { ...USUAL.lanes, question: { concurrent: 2, waiting: 4, patienceMs: 60_000 } },
  handlerTimeoutMs: 60_000
}

const oneAtATime = (patienceMs: number): Admission => ({
  ...PATIENT,
  lanes: { ...PATIENT.lanes, question: { concurrent: 1, waiting: 4, patienceMs } }
})

/** A gate that the test opens; handlers wait for it. */
function door() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

t.test(
  'if more wait than the queue holds, the oldest is refused at once and the newest come first',
  async (t) => {
    const { opened, open } = door()
    let atOnce = 0
    let most = 0
    const order: string[] = []
    const tiny = await tinyApp({ admission: PATIENT })
    t.teardown(() => tiny.close())
    tiny.get('/v1/places', async ({ ip }) => {
      order.push(ip)
      most = Math.max(most, ++atOnce)
      await opened
      atOnce--
      return { items: [] }
    })
    await tiny.ready()
    const from = (client: string, url = '/v1/places') => tiny.inject({ url, remoteAddress: client })
    const [first, second] = [from('192.0.2.1'), from('192.0.2.2')]
    const waiting = ['192.0.2.3', '192.0.2.4', '192.0.2.5', '192.0.2.6'].map((client) => from(client))
    await sleep(20)
    const newest = from('192.0.2.7')
    const refused = await waiting[0]
    t.equal(refused?.statusCode, 503)
    t.equal(refused?.json().type, '/problems/temporary-reduced-capacity')
    t.match(String(refused?.headers['retry-after']), /^\d+$/)
    t.equal(
      (await from('192.0.2.8', '/v1/places?x=1')).statusCode,
      400,
      'an invalid request is refused without queueing'
    )
    t.equal((await tiny.inject('/health/live')).statusCode, 200, 'probes do not queue')
    t.match(
      await tiny.inject('/metrics').then(({ body }) => body),
      'annuaire_requests_refused_total{reason="queue"} 1'
    )
    open()
    const answers = await Promise.all([first, second, ...waiting.slice(1), newest])
    t.same(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 200, 200, 200, 200]
    )
    t.equal(most, 2, 'never more at once than the limit')
    t.same(
      order.map((ip) => ip.slice(-1)),
      ['1', '2', '7', '6', '5', '4']
    )
    t.equal((await from('192.0.2.1')).statusCode, 200, 'and then there is a free turn again')
  }
)

t.test('one client with many connections leaves turns and the queue to others', async (t) => {
  const { opened, open } = door()
  const answered: string[] = []
  const tiny = await tinyApp({ admission: PATIENT })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', async ({ ip }) => {
    if (ip === '192.0.2.1') await opened
    answered.push(ip)
    return { items: [] }
  })
  await tiny.ready()
  const greedy = Array.from({ length: 30 }, () =>
    tiny.inject({ url: '/v1/places', remoteAddress: '192.0.2.1' })
  )
  await sleep(20)
  for (const client of ['192.0.2.2', '192.0.2.3', '2001:db8::1']) {
    t.equal((await tiny.inject({ url: '/v1/places', remoteAddress: client })).statusCode, 200)
  }
  open()
  const statuses = (await Promise.all(greedy)).map(({ statusCode }) => statusCode)
  t.equal(statuses.filter((status) => status === 200).length, 2, 'one turn, and a quarter of the queue')
})

t.test('a request that waits too long in the queue is refused', async (t) => {
  const { opened, open } = door()
  const tiny = await tinyApp({ admission: oneAtATime(30) })
  t.teardown(() => tiny.close())
  let ran = 0
  tiny.get('/v1/places', async () => {
    ran++
    await opened
    return { items: [] }
  })
  const first = tiny.inject('/v1/places')
  while (ran === 0) await sleep(5)
  t.equal((await tiny.inject('/v1/places')).statusCode, 503)
  open()
  t.equal((await first).statusCode, 200)
})

t.test('if a handler never answers, a 503 is sent and its slot is freed', async (t) => {
  const tiny = await tinyApp({ admission: { ...PATIENT, handlerTimeoutMs: 30 } })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', () => new Promise(() => undefined))
  tiny.post('/v1/places/search', () => new Promise(() => undefined))
  tiny.get('/v1/late', async () => {
    await sleep(60)
    return { items: [] }
  })
  const port = await listen(tiny)
  const at = (path: string) => `http://127.0.0.1:${port}${path}`
  const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  for (let times = 0; times < 5; times++) {
    for (const answer of [await fetch(at('/v1/places')), await fetch(at('/v1/places/search'), body)]) {
      t.equal(answer.status, 503)
      t.match(await answer.text(), '/problems/too-slow')
      t.ok(answer.headers.get('retry-after'))
    }
  }
  t.equal((await fetch(at('/v1/late'))).status, 503)
  // The handler ends after the 503 has been sent, so its answer has no effect.
  await sleep(60)
  t.equal((await fetch(at('/health/live'))).status, 200)
})

t.test('no work is done for a client who leaves the queue', async (t) => {
  const { opened, open } = door()
  let ran = 0
  const tiny = await tinyApp({ admission: oneAtATime(60_000) })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', async () => {
    ran++
    await opened
    return { items: [] }
  })
  const port = await listen(tiny)
  const url = `http://127.0.0.1:${port}/v1/places`
  const first = fetch(url)
  while (ran === 0) await sleep(5)
  const impatient = new AbortController()
  const gone = fetch(url, { signal: impatient.signal }).catch(() => 'gone')
  // Three requests are in flight: the first one, the waiting one, and the one for the metrics.
  const inFlight = async () =>
    Number(/^http_requests_in_flight (\d+)$/m.exec((await tiny.inject('/metrics')).body)?.[1])
  while ((await inFlight()) < 3) await sleep(5)
  impatient.abort()
  t.equal(await gone, 'gone')
  while ((await inFlight()) > 2) await sleep(5)
  open()
  t.equal((await first).status, 200)
  t.equal((await fetch(url)).status, 200)
  t.equal(ran, 2, 'the first and the last, not the middle one')
})

/** A stream without end. */
const rows = () =>
  new Readable({
    read() {
      this.push('a row\n'.repeat(10_000))
    }
  })

t.test('a client gets one export at a time, which keeps nothing from others', async (t) => {
  const tiny = await tinyApp({ admission: { ...PATIENT, openStreams: 2 }, trustProxy: true })
  t.teardown(() => tiny.close())
  tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) =>
    reply.type('text/csv').send(rows())
  )
  tiny.get('/v1/places', () => ({ items: [] }))
  const port = await listen(tiny)
  const leave = new AbortController()
  t.teardown(() => leave.abort())
  const ask = (client: string, signal = leave.signal) =>
    fetch(`http://127.0.0.1:${port}/v1/export`, {
      headers: { 'x-forwarded-for': client, 'accept-encoding': 'identity' },
      signal
    })
  const first = new AbortController()
  t.equal((await ask('192.0.2.1', first.signal)).status, 200)
  const second = await ask('192.0.2.1')
  t.equal(second.status, 429)
  t.equal(second.headers.get('retry-after'), '10')
  t.equal((await ask('192.0.2.2')).status, 200)
  const third = await ask('192.0.2.3')
  t.equal(third.status, 503, 'in all, they are limited too')
  t.equal(third.headers.get('retry-after'), '30')
  t.equal((await fetch(`http://127.0.0.1:${port}/v1/places`)).status, 200)
  first.abort()
  let status = 503
  while (status === 503) status = (await ask('192.0.2.3')).status
  t.equal(status, 200, 'until a reader leaves')
})

t.test('a reader who takes nothing is cut', async (t) => {
  const tiny = await tinyApp({ admission: { ...USUAL, stalledMs: 100 } })
  t.teardown(() => tiny.close())
  const closed = new Promise((resolve) => {
    tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) => {
      const endless = rows()
      endless.once('close', resolve)
      return reply.type('text/csv').send(endless)
    })
  })
  const port = await listen(tiny)
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /v1/export HTTP/1.1\r\nhost: x\r\n\r\n'))
  socket.on('error', () => {})
  socket.once('data', () => socket.pause())
  t.teardown(() => socket.destroy())
  await closed
  t.pass('and nothing more is read for it')
})

t.test(
  'while the event loop lags, requests are refused and probes answered; then everything recovers',
  async (t) => {
    const tiny = await tinyApp({ pressure: { maxEventLoopDelayMs: 20, sampleIntervalMs: 50 } })
    t.teardown(() => tiny.close())
    tiny.get('/v1/places', () => ({ items: [] }))
    await tiny.ready()
    let answer = await tiny.inject('/v1/places')
    while (answer.statusCode === 200) {
      const until = Date.now() + 150
      while (Date.now() < until) JSON.stringify(until)
      await sleep(0)
      answer = await tiny.inject('/v1/places')
    }
    t.equal(answer.statusCode, 503)
    t.equal(answer.json().type, '/problems/temporary-reduced-capacity')
    t.equal(answer.headers['retry-after'], '2')
    t.equal((await tiny.inject('/health/live')).statusCode, 200)
    t.match((await tiny.inject('/metrics')).body, /refused_total\{reason="pressure"\} [1-9]/)
    while (answer.statusCode === 503) {
      await sleep(50)
      answer = await tiny.inject('/v1/places')
    }
    t.equal(answer.statusCode, 200)
  }
)
