import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { createLane } from '../../../src/http/shell/lane.ts'
import { type Admission, admissionFor } from '../../../src/http/shell/plugins/admission.ts'
import { listen, tinyApp } from './tiny-app.ts'

const PATIENT: Admission = {
  question: { concurrent: 2, waiting: 3, patienceMs: 60_000 },
  stream: { concurrent: 1, waiting: 0, patienceMs: 0 },
  handlerTimeoutMs: 60_000
}

/** A gate that the test opens; handlers wait for it. */
function door() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

t.test('a request beyond the limit is refused at once, and earlier ones are answered', async (t) => {
  const { opened, open } = door()
  let atOnce = 0
  let most = 0
  const tiny = await tinyApp({ admission: PATIENT })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places', async () => {
    most = Math.max(most, ++atOnce)
    await opened
    atOnce--
    return { items: [] }
  })
  await tiny.ready()
  const requests = Array.from({ length: 5 }, () => tiny.inject('/v1/places'))
  await sleep(20)
  const refused = await tiny.inject('/v1/places')
  t.equal(refused.statusCode, 503)
  t.equal(refused.json().type, '/problems/temporary-reduced-capacity')
  t.match(String(refused.headers['retry-after']), /^\d+$/)
  t.equal(
    (await tiny.inject('/v1/places?x=1')).statusCode,
    400,
    'an invalid request is refused without queueing'
  )
  t.equal((await tiny.inject('/health/live')).statusCode, 200, 'probes do not queue')
  t.match(
    await tiny.inject('/metrics').then(({ body }) => body),
    'annuaire_requests_refused_total{reason="queue"} 1'
  )
  open()
  t.same(
    (await Promise.all(requests)).map(({ statusCode }) => statusCode),
    [200, 200, 200, 200, 200]
  )
  t.equal(most, 2, 'never more at once than the limit')
  t.equal((await tiny.inject('/v1/places')).statusCode, 200, 'and then there is a free slot again')
})

t.test('a request that waits too long in the queue is refused', async (t) => {
  const { opened, open } = door()
  const question = { concurrent: 1, waiting: 3, patienceMs: 30 }
  const tiny = await tinyApp({ admission: { ...PATIENT, question } })
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
  // The handler ends after the 503 was sent, and has no effect.
  await sleep(60)
  t.equal((await fetch(at('/health/live'))).status, 200)
})

t.test('no work is done for a client who leaves the queue', async (t) => {
  const { opened, open } = door()
  let ran = 0
  const question = { concurrent: 1, waiting: 3, patienceMs: 60_000 }
  const tiny = await tinyApp({ admission: { ...PATIENT, question } })
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
  // Three are in flight: the first request, the waiting one, and the request for the metrics.
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

t.test('an export beyond the limit is refused, while other requests are still answered', async (t) => {
  const { Readable } = await import('node:stream')
  const tiny = await tinyApp({ admission: PATIENT })
  t.teardown(() => tiny.close())
  const endless = { config: { lane: 'stream' } } as const
  tiny.get('/v1/export', endless, (_request, reply) => {
    const rows = new Readable({ read: () => undefined })
    rows.push('a row\n')
    return reply.type('text/csv').send(rows)
  })
  tiny.get('/v1/places', () => ({ items: [] }))
  const port = await listen(tiny)
  const url = `http://127.0.0.1:${port}/v1/export`
  const reader = new AbortController()
  const headers = { 'accept-encoding': 'identity' }
  t.equal((await fetch(url, { headers, signal: reader.signal })).status, 200)
  const second = await fetch(url, { headers })
  t.equal(second.status, 503)
  t.equal(second.headers.get('retry-after'), '30')
  t.equal((await fetch(`http://127.0.0.1:${port}/v1/places`)).status, 200)
  reader.abort()
  // Once the first reader has left, another one is admitted.
  const next = new AbortController()
  t.teardown(() => next.abort())
  let status = 503
  while (status === 503) status = (await fetch(url, { headers, signal: next.signal })).status
  t.equal(status, 200)
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

t.test('a lane', async (t) => {
  const never = new AbortController().signal

  t.test('serves in order of arrival, and frees a slot only once', async (t) => {
    const lane = createLane({ concurrent: 1, waiting: 2, patienceMs: 60_000 })
    const first = await lane.enter(never)
    const order: string[] = []
    const join = async (name: string) => {
      const turn = await lane.enter(never)
      order.push(name)
      return turn
    }
    const second = join('second')
    const third = join('third')
    t.equal(await lane.enter(never), 'full')
    if (typeof first === 'string') return t.fail('the first one runs')
    first()
    first()
    const leave = await second
    t.same(order, ['second'])
    t.equal(lane.running(), 1)
    if (typeof leave !== 'string') leave()
    const last = await third
    if (typeof last !== 'string') last()
    t.same(order, ['second', 'third'])
    t.equal(lane.running(), 0)
    t.equal(lane.waiting(), 0)
  })

  t.test('leaves one connection to the probe, and uses most of the others for questions', async (t) => {
    for (const connections of [1, 2, 4, 10, 100]) {
      const { question, stream } = admissionFor(connections, 3_000)
      t.equal(question.concurrent, connections === 1 ? 1 : connections - 1)
      t.ok(stream.concurrent >= 1)
      t.ok(stream.concurrent <= question.concurrent)
    }
  })
})
