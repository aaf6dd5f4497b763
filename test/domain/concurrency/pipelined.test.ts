import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { pipelined, readAhead } from '../../../src/domain/concurrency/pipelined.ts'

const TOWNS = ['Bayeux', 'Caen', 'Lisieux', 'Vire']
const now = async () => {}

t.test('while a town is worked on, the next is being read and the one before written', async (t) => {
  const underWay = new Set<string>()
  const seen: string[] = []
  const during = async (what: string) => {
    underWay.add(what)
    await wait(5)
    underWay.delete(what)
  }
  await pipelined(
    TOWNS,
    async (town) => {
      await during(`read ${town}`)
      return town
    },
    async (town) => {
      seen.push([...underWay].sort().join(', '))
      await wait(1)
      return town
    },
    (town) => during(`write ${town}`)
  )
  t.same(seen, ['read Caen', 'read Lisieux, write Bayeux', 'read Vire, write Caen', 'write Lisieux'])
})

t.test('every page is worked on and written once, in order, at most so many writes behind', async (t) => {
  const pauses = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pauses, fc.integer({ min: 1, max: 3 }), async (pages, writesAhead) => {
      const worked: number[] = []
      const written: number[] = []
      let writing = 0
      await pipelined(
        pages.keys(),
        async (nth) => {
          await wait(pages[nth]?.[0])
          return nth
        },
        async (nth) => {
          t.ok(worked.length - written.length <= writesAhead)
          await wait(pages[nth]?.[1])
          worked.push(nth)
          return nth
        },
        async (nth) => {
          t.equal(writing++, 0, 'one write at a time')
          await wait(pages[nth]?.[2])
          writing--
          written.push(nth)
        },
        { writesAhead }
      )
      t.same(worked, [...pages.keys()])
      t.same(written, [...pages.keys()])
    }),
    { numRuns: 50 }
  )
})

t.test('work that depends on the pages before can wait until they are written', async (t) => {
  const written: string[] = []
  const before: string[][] = []
  await pipelined(
    TOWNS,
    async (town) => town,
    async (town, allWritten) => {
      if (town === 'Vire') await allWritten()
      before.push([...written])
      return town
    },
    async (town) => {
      await wait(2)
      written.push(town)
    },
    { writesAhead: 3 }
  )
  t.same(before.at(-1), ['Bayeux', 'Caen', 'Lisieux'])
})

t.test('a failure is reported once the write under way is over, and no other write begins', async (t) => {
  const written: string[] = []
  const write = async (town: string) => {
    await wait(5)
    if (town === 'Caen') throw new Error('the disk is full')
    written.push(town)
  }
  const failAt = (town: string, at: string) => {
    if (town === at) throw new Error(`${at} cannot be read`)
    return town
  }
  const reading = pipelined(
    TOWNS,
    async (town) => failAt(town, 'Caen'),
    (town) => town,
    write
  )
  await t.rejects(reading, { message: 'Caen cannot be read' })
  t.same(written.splice(0), ['Bayeux'])

  const working = pipelined(
    TOWNS,
    async (town) => town,
    (town) => failAt(town, 'Caen'),
    write
  )
  await t.rejects(working, { message: 'Caen cannot be read' })
  t.same(written.splice(0), ['Bayeux'])

  const writing = pipelined(
    TOWNS,
    async (town) => town,
    (town) => town,
    write,
    { writesAhead: 3 }
  )
  await t.rejects(writing, { message: 'the disk is full' })
  t.same(written.splice(0), ['Bayeux'])
})

t.test(
  'a source of pages that stalls does not hold back an error, and is closed when it goes on',
  async (t) => {
    let goOn = () => {}
    let isClosed = false
    async function* stalling() {
      try {
        yield 'Bayeux'
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
        yield 'Caen'
      } finally {
        isClosed = true
      }
    }
    const failing = pipelined(
      readAhead(stalling()),
      async (town) => town,
      () => {
        throw new Error('no such town')
      },
      now
    )
    await t.rejects(failing, { message: 'no such town' })
    t.notOk(isClosed)
    goOn()
    await wait(1)
    t.ok(isClosed)
  }
)
