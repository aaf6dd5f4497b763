/** Enough for the header and the first records. */
const HEAD = 64 * 1024

/** The beginning of a text, and an iterable over all of it. */
export async function textWithHead(text: AsyncIterable<string>) {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  let done = false
  while (head.length < HEAD && !done) {
    const next = await iterator.next()
    done = next.done === true
    if (next.done !== true) head += next.value
  }
  async function* all(): AsyncIterable<string> {
    yield head
    if (!done) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head, all: all() }
}
