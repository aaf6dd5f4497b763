import t from 'tap'
import { tinyApp } from './tiny-app.ts'

t.test('/metrics', async (t) => {
  const pool = { totalCount: 7, idleCount: 3, waitingCount: 2 }
  const tiny = await tinyApp({ pool, dataVersion: () => 42, requestsPerMinute: 100 })
  t.teardown(() => tiny.close())
  tiny.get('/v1/places/:id', (request) => request.params)
  const read = async () => (await tiny.inject('/metrics')).body

  t.test('counts requests by method, route and status', async (t) => {
    for (const id of ['a', 'b', 'c']) await tiny.inject(`/v1/places/${id}`)
    await tiny.inject('/v1/places/a?x=1')
    const text = await read()
    t.match(text, 'http_request_duration_seconds_count{method="GET",route="/v1/places/:id",status="200"} 3')
    t.match(text, 'http_request_duration_seconds_count{method="GET",route="/v1/places/:id",status="400"} 1')
    t.match(text, /http_requests_in_flight 1\n/, 'the current request')
  })

  t.test('has one series for all unknown paths', async (t) => {
    const series = (text: string) =>
      text.split('\n').filter((line) => line.includes('duration_seconds_count')).length
    await tiny.inject('/wp-login.php')
    const before = series(await read())
    for (let times = 0; times < 20; times++) await tiny.inject(`/${times}/.env`)
    const after = await read()
    t.ok(series(after) <= before + 1, 'the request for /metrics may be counted')
    t.match(after, 'route="unmatched",status="404"} 21')
    t.notMatch(after, 'wp-login')
  })

  t.test('reports the pool, the data version and the process', async (t) => {
    const text = await read()
    t.match(text, 'annuaire_database_connections{state="total"} 7')
    t.match(text, 'annuaire_database_connections{state="idle"} 3')
    t.match(text, 'annuaire_database_connections{state="waiting"} 2')
    t.match(text, 'annuaire_data_version 42')
    t.match(text, 'process_resident_memory_bytes')
    t.match(text, 'nodejs_eventloop_lag_seconds')
  })

  t.test('counts what the rate limit refused', async (t) => {
    t.match(await read(), 'annuaire_requests_refused_total{reason="quota"} 0')
    let status = 200
    while (status !== 429) status = (await tiny.inject('/v1/places/a')).statusCode
    t.match(await read(), 'annuaire_requests_refused_total{reason="quota"} 1')
  })

  t.test('is Prometheus text that is not cached', async (t) => {
    const { headers } = await tiny.inject('/metrics')
    t.match(String(headers['content-type']), 'text/plain; version=0.0.4')
    t.equal(headers['cache-control'], 'no-store')
  })
})

t.test('two apps in one process count separately', async (t) => {
  const [one, other] = [await tinyApp(), await tinyApp()]
  t.teardown(() => Promise.all([one.close(), other.close()]))
  await one.inject('/nowhere')
  t.match((await one.inject('/metrics')).body, 'route="unmatched"')
  t.notMatch((await other.inject('/metrics')).body, 'route="unmatched"')
})
