import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { rememberedFor, remembering } from '../../../src/domain/concurrency/remembered.ts'

/** A slow function that reads towns, and the list of the towns that it has read. */
function reading() {
  const reads: string[] = []
  const read = (town: string) => async () => {
    reads.push(town)
    await wait(2)
    if (town === 'Ys') throw new Error('Ys is under the sea')
    return `la ville de ${town}`
  }
  return { reads, read }
}

t.test('callers who ask for the same at once share one reading, and it is remembered', async (t) => {
  const remember = remembering<string>({ max: 10 })
  const { reads, read } = reading()
  const asked = ['Brest', 'Brest', 'Quimper'].map((town) => remember(town, read(town)))
  t.same(await Promise.all(asked), ['la ville de Brest', 'la ville de Brest', 'la ville de Quimper'])
  await remember('Brest', read('Brest'))
  t.same(reads, ['Brest', 'Quimper'])
})

t.test('a failure is that of all who shared it, and is not remembered', async (t) => {
  const remember = remembering<string>({ max: 10 })
  const { reads, read } = reading()
  const asked = await Promise.allSettled([remember('Ys', read('Ys')), remember('Ys', read('Ys'))])
  t.match(asked, [
    { reason: { message: 'Ys is under the sea' } },
    { reason: { message: 'Ys is under the sea' } }
  ])
  t.same(reads, ['Ys'])
  t.equal(await remember('Ys', read('Brest')), 'la ville de Brest')
})

t.test('what is evicted while it is read still answers those who wait for it', async (t) => {
  const remember = remembering<string>({ max: 1 })
  const { read } = reading()
  const asked = ['Brest', 'Quimper', 'Vannes'].map((town) => remember(town, read(town)))
  t.same(await Promise.all(asked), ['la ville de Brest', 'la ville de Quimper', 'la ville de Vannes'])
})

t.test('sizes count against the limit, and the oldest value goes first', async (t) => {
  const remember = remembering<readonly string[]>({ maxSize: 3, sizeOf: (towns) => towns.length })
  let reads = 0
  const read = (towns: readonly string[]) => async () => {
    reads++
    return towns
  }
  await remember('29', read(['Brest', 'Quimper']))
  await remember('56', read(['Vannes', 'Lorient']))
  await remember('56', read([]))
  t.equal(reads, 2)
  await remember('29', read(['Brest', 'Quimper']))
  t.equal(reads, 3, 'only one of them fits in the cache')
})

t.test('a value is read again when it is too old', async (t) => {
  const { reads, read } = reading()
  const brest = rememberedFor(40, read('Brest'))
  await brest()
  await brest()
  t.same(reads, ['Brest'])
  await wait(60)
  t.equal(await brest(), 'la ville de Brest')
  t.same(reads, ['Brest', 'Brest'])
})
