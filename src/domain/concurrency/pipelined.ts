import { handledLater } from './handled-later.ts'
import { serialQueue } from './serial-queue.ts'

type PipelineOptions = {
  /** Number of writes that may be unfinished while the next page is processed; 1 by default. */
  readonly writesAhead?: number
}

/**
 * Reads, processes and writes one page after another. While a page is processed, which keeps this thread busy, the
 * next page is read and the previous one is written, which keeps the database busy.
 *
 * If `work` depends on the previous pages, it can wait for `written`. After a failure no further write begins, and
 * the promise rejects once the writes under way have ended, so that the caller may roll back.
 */
export async function pipelined<Key, Page, Made>(
  pages: Iterable<Key> | AsyncIterable<Key>,
  read: (key: Key) => Promise<Page>,
  work: (page: Page, written: () => Promise<void>) => Made | Promise<Made>,
  write: (made: Made) => Promise<void>,
  { writesAhead = 1 }: PipelineOptions = {}
): Promise<void> {
  const inTurn = serialQueue()
  const writes: Promise<void>[] = []
  let isFailed = false
  const writeNext = async (made: Made) => {
    if (isFailed) return
    try {
      await write(made)
    } catch (error) {
      isFailed = true
      throw error
    }
  }
  const until = async (left: number) => {
    while (writes.length > left) await writes.shift()
  }
  try {
    for await (const page of readAhead(eachRead(pages, read))) {
      const made = await work(page, () => until(0))
      await until(writesAhead - 1)
      writes.push(handledLater(inTurn(() => writeNext(made))))
    }
    await until(0)
  } finally {
    isFailed = true
    await Promise.allSettled(writes)
  }
}

/**
 * Yields the same pages, but requests the next page as soon as one has arrived, while the caller is still using it.
 */
export async function* readAhead<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const all = pages[Symbol.asyncIterator]()
  let next = handledLater(all.next())
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = handledLater(all.next())
      yield value
    }
  } finally {
    // Not awaited: if the next page comes from a stalled upload, waiting for it would hold back the original error.
    all.return?.()?.catch(() => {})
  }
}

async function* eachRead<Key, Page>(
  keys: Iterable<Key> | AsyncIterable<Key>,
  read: (key: Key) => Promise<Page>
): AsyncGenerator<Page> {
  for await (const key of keys) yield await read(key)
}
