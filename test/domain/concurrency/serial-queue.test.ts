import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { serialQueue } from '../../../src/domain/concurrency/serial-queue.ts'

t.test('one piece of work runs at a time, in the order of arrival, whatever each takes', async (t) => {
  const inTurn = serialQueue()
  const seen: string[] = []
  const visit = (town: string, ms: number) =>
    inTurn(async () => {
      seen.push(`to ${town}`)
      await wait(ms)
      seen.push(`from ${town}`)
      return town
    })
  t.same(await Promise.all([visit('Brest', 5), visit('Quimper', 1)]), ['Brest', 'Quimper'])
  t.same(seen, ['to Brest', 'from Brest', 'to Quimper', 'from Quimper'])
})

t.test('a failure reaches who added the work, and does not stop those that wait', async (t) => {
  const inTurn = serialQueue()
  const failing = inTurn(async () => {
    throw new Error('the road is closed')
  })
  const next = inTurn(async () => 'Quimper')
  await t.rejects(failing, { message: 'the road is closed' })
  t.equal(await next, 'Quimper')
})
