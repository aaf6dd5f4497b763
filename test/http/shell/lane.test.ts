import fc from 'fast-check'
import t from 'tap'
import { admissionFor } from '../../../src/http/shell/admission-limits.ts'
import { createLanes, type Leave } from '../../../src/http/shell/lane.ts'

const never = new AbortController().signal
const PATIENT = { waiting: 40, patienceMs: 60_000 }

t.test('turns are given in order of arrival, and given back only once', async (t) => {
  const { lane } = createLanes({ lane: { concurrent: 1, ...PATIENT } }, 1)
  const order: string[] = []
  const join = async (client: string) => {
    const leave = await lane.enter(client, never)
    order.push(client)
    return leave as Leave
  }
  const first = await join('Bayeux')
  const [second, third] = [join('Caen'), join('Lens')]
  first()
  first()
  ;(await second)()
  t.equal(lane.running(), 1)
  ;(await third)()
  t.same(order, ['Bayeux', 'Caen', 'Lens'])
  t.same([lane.running(), lane.waiting()], [0, 0])
})

t.test('a client holds its share of all lanes together, and half of one', async (t) => {
  const { cheap, question } = createLanes(
    { cheap: { concurrent: 4, ...PATIENT }, question: { concurrent: 4, ...PATIENT } },
    3
  )
  const held: Leave[] = []
  const over = new AbortController()
  t.teardown(() => over.abort())
  for (const lane of [question, question, question, cheap, cheap])
    void lane.enter('Bayeux', over.signal).then((leave) => held.push(leave as Leave))
  await Promise.resolve()
  await Promise.resolve()
  t.same([question.running(), question.waiting(), cheap.running(), cheap.waiting()], [2, 1, 1, 1])
  const leave = await question.enter('Caen', never)
  t.type(leave, 'function', 'others find a turn')
  held[0]?.()
  t.equal(question.running() + cheap.running(), 4, 'a turn that ends lets one of the waiting requests in')
})

/** What happens in a lane: a client comes, a request leaves its turn, or one gives up. */
const events = fc.array(
  fc.record({
    what: fc.constantFrom('come', 'come', 'leave', 'give up'),
    client: fc.constantFrom('Bayeux', 'Caen', 'Lens', 'Lyon'),
    which: fc.nat(20)
  }),
  { maxLength: 60 }
)

t.test(
  'whatever happens, no limit is passed and no turn stays free while one who may have it waits',
  async (t) => {
    const [concurrent, waiting, share] = [3, 8, 2]
    await fc.assert(
      fc.asyncProperty(events, async (happened) => {
        const { lane } = createLanes({ lane: { concurrent, waiting, patienceMs: 60_000 } }, share)
        const running: { client: string; leave: Leave }[] = []
        const queue: { client: string; abort: AbortController }[] = []
        for (const { what, client, which } of happened) {
          if (what === 'come') {
            const request = { client, abort: new AbortController() }
            queue.push(request)
            void lane.enter(client, request.abort.signal).then((turn) => {
              queue.splice(queue.indexOf(request), 1)
              if (typeof turn === 'function') running.push({ client, leave: turn })
            })
          } else if (what === 'leave' && running.length > 0) {
            running.splice(which % running.length, 1)[0]?.leave()
          } else if (what === 'give up' && queue.length > 0) {
            queue[which % queue.length]?.abort.abort()
          }
          await new Promise((resolve) => setImmediate(resolve))
          const held = (name: string) => running.filter((each) => each.client === name).length
          const may = (name: string) => held(name) < Math.min(share, Math.ceil(concurrent / 2))
          if (lane.running() !== running.length || lane.waiting() !== queue.length)
            throw new Error('miscounted')
          if (running.length > concurrent || queue.length > waiting) throw new Error('too many')
          if (running.some((each) => held(each.client) > share)) throw new Error('a client has too many')
          if (queue.filter((each) => each.client === client).length > waiting / 4)
            throw new Error('too many wait')
          if (running.length < concurrent && queue.some((each) => may(each.client)))
            throw new Error('a turn is free')
        }
        for (const { abort } of [...queue]) abort.abort()
      })
    )
    t.pass('for random events')
  }
)

t.test('the lanes share out the connections, and one stays free for the probe', async (t) => {
  for (const connections of [4, 5, 8, 10, 16, 100]) {
    const { lanes, clientTurns } = admissionFor(connections, 3_000)
    const { cheap, question, heavy, stream } = lanes
    const used = [cheap, question, heavy, stream].reduce((sum, { concurrent }) => sum + concurrent, 0)
    t.equal(used, Math.max(4, connections - 1))
    t.ok(clientTurns <= connections / 4, 'a quarter for a client')
  }
  for (const { concurrent } of Object.values(admissionFor(1, 3_000).lanes)) t.ok(concurrent >= 1)
})
