/** Reads once, and again when that is older than `ms`. A failure is not kept: the next to ask tries again. */
export function kept<Value>(ms: number, read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined
  let readAt = 0
  return () => {
    if (value && performance.now() - readAt < ms) return value
    readAt = performance.now()
    value = read()
    value.catch(() => {
      value = undefined
    })
    return value
  }
}
