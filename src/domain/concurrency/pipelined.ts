import { handledLater } from './handled-later.ts'
import { serialQueue } from './serial-queue.ts'

type PipelineOptions = {
  /** Writes that may be unfinished while the next page is worked on; 1 unless given. */
  readonly writesAhead?: number
}

/**
 * Reads, works on and writes one page after another. While a page is worked on, which keeps this thread busy, the next
 * is being read and the one before written, which keeps the database busy.
 *
 * `work` may wait for `written`, if what it does depends on the pages before. After a failure no write begins, and the
 * promise rejects once the writes under way are over: the caller may then roll back.
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

/** Yields the same pages, and asks for the next as soon as one has come: it is on its way while that one is used. */
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
    // Not awaited: a page that is on its way from a stalled upload would hold back the error that ended the work.
    all.return?.()?.catch(() => {})
  }
}

async function* eachRead<Key, Page>(
  keys: Iterable<Key> | AsyncIterable<Key>,
  read: (key: Key) => Promise<Page>
): AsyncGenerator<Page> {
  for await (const key of keys) yield await read(key)
}
