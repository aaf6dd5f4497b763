import { connect } from 'node:net'
import { Readable } from 'node:stream'
import t from 'tap'
import { listen, tinyApp } from './tiny-app.ts'

t.test('closing finishes running answers, and does not wait for unused connections', async (t) => {
  const tiny = await tinyApp()
  let finish: () => void = () => undefined
  let running = false
  tiny.get('/v1/places', async () => {
    running = true
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return { items: ['Bayeux'] }
  })
  const rows = new Readable({ read: () => undefined })
  tiny.get('/v1/export', { config: { stream: true } }, (_request, reply) => reply.type('text/csv').send(rows))
  const port = await listen(tiny)
  rows.push('Bayeux\n')
  const streamed = await fetch(`http://127.0.0.1:${port}/v1/export`, {
    headers: { 'accept-encoding': 'identity' }
  })
  const ahead = connect(port, '127.0.0.1')
  const hungUp = new Promise((resolve) => ahead.once('close', resolve))
  const request = fetch(`http://127.0.0.1:${port}/v1/places`)
  while (!running) await new Promise((resolve) => setImmediate(resolve))
  const closed = tiny.close()
  await hungUp
  finish()
  const answer = await request
  t.equal(answer.status, 200)
  t.same(await answer.json(), { items: ['Bayeux'] })
  rows.push('Quimper\n')
  rows.push(null)
  t.equal(await streamed.text(), 'Bayeux\nQuimper\n')
  await closed
  t.equal(await fetch(`http://127.0.0.1:${port}/v1/places`).catch(() => 'closed'), 'closed')
})
