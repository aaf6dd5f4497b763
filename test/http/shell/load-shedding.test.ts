import t, { type Test } from 'tap'
import { admissionFor } from '../../../src/http/shell/admission-limits.ts'
import { costOfSearchByBody } from '../../../src/http/v1/cost.ts'
import { tinyApp } from './tiny-app.ts'

const USUAL = admissionFor(10, 3_000)
const ONE = { concurrent: 1, waiting: 4, patienceMs: 60_000 }
const PRESSED = { maxEventLoopDelayMs: 0, sampleIntervalMs: 1_000 }

/** An app whose event loop seems to be late by `delayMs`, and in which a search of each lane runs and another waits. */
async function pressedApp(t: Test, delayMs: number) {
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const app = await tinyApp({
    admission: { ...USUAL, lanes: { ...USUAL.lanes, question: ONE, heavy: ONE }, handlerTimeoutMs: 60_000 },
    pressure: { ...PRESSED, delayMs: () => delayMs }
  })
  const answer = () => ({ items: [] })
  const slow = () => finished.then(answer)
  app.get('/v1/heavy', { config: { cost: 'heavy' } }, answer)
  app.get('/v1/question', answer)
  app.get('/v1/cheap', { config: { cost: 'cheap' } }, answer)
  app.post('/v1/search', { config: { cost: costOfSearchByBody } }, answer)
  app.get('/v1/slow-heavy', { config: { cost: 'heavy' } }, slow)
  app.get('/v1/slow-question', slow)
  await app.ready()
  const running = ['192.0.2.1', '192.0.2.2'].flatMap((remoteAddress) =>
    ['/v1/slow-heavy', '/v1/slow-question'].map((url) => app.inject({ url, remoteAddress }))
  )
  // Injected requests reach their lanes in the order in which they were sent, so these come after them.
  await app.inject('/v1/cheap')
  t.teardown(async () => {
    finish()
    await Promise.all(running)
    await app.close()
  })
  return { app, finish }
}

t.test('if the process is late, the most expensive are refused first, as briefly as possible', async (t) => {
  const { app } = await pressedApp(t, 200)
  const refused = await app.inject('/v1/heavy')
  t.equal(refused.statusCode, 503)
  t.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8')
  t.equal(refused.headers['retry-after'], '5')
  t.equal(refused.headers['access-control-allow-origin'], '*', 'scripts of other sites can read why')
  t.equal(refused.json().type, '/problems/temporary-reduced-capacity')
  t.equal((await app.inject({ method: 'HEAD', url: '/v1/heavy' })).body, '')
  const byBody = await app.inject({ method: 'POST', url: '/v1/search', payload: { query: {} } })
  t.equal(byBody.statusCode, 503, 'a search whose body is not known yet')
  t.equal((await app.inject('/v1/cheap')).statusCode, 200)
  t.match((await app.inject('/metrics')).body, 'annuaire_requests_refused_total{reason="shed"} 3')
})

t.test('if it is very late, all searches are refused, and what is cheap is answered', async (t) => {
  const { app } = await pressedApp(t, 500)
  t.equal((await app.inject('/v1/question')).statusCode, 503)
  t.equal((await app.inject('/v1/cheap')).statusCode, 200)
  t.equal((await app.inject('/health/live')).statusCode, 200)
})

t.test(
  'other questions are answered while heavy ones are refused, and all if it is hardly late',
  async (t) => {
    for (const [delayMs, url] of [
      [200, '/v1/question'],
      [50, '/v1/heavy']
    ] as const) {
      const { app, finish } = await pressedApp(t, delayMs)
      const answer = app.inject({ url, remoteAddress: '192.0.2.9' })
      finish()
      t.equal((await answer).statusCode, 200, url)
    }
  }
)

t.test('if no other request waits, none is refused, however late the process is', async (t) => {
  const app = await tinyApp({ pressure: { ...PRESSED, delayMs: () => 900 } })
  t.teardown(() => app.close())
  app.get('/v1/heavy', { config: { cost: 'heavy' } }, () => ({ items: [] }))
  t.equal((await app.inject('/v1/heavy')).statusCode, 200)
})
