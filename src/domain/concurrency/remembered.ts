import { LRUCache } from 'lru-cache'

type RememberLimits<Value> = {
  /** Maximum number of values kept. */
  readonly max?: number
  /** Maximum total size of the values kept; `sizeOf` returns the size of a value. */
  readonly maxSize?: number
  readonly sizeOf?: (value: Value) => number
  /** Milliseconds after which a value is read again. */
  readonly ttl?: number
}

/**
 * Remembers what was read for a key. Callers that ask for the same key at the same time share one read. A failure is
 * not kept: only the callers who shared the read get it, and the next caller reads again.
 */
export function remembering<Value extends NonNullable<unknown>>({
  max,
  maxSize,
  sizeOf,
  ttl
}: RememberLimits<Value>): (key: string, read: () => Promise<Value>) => Promise<Value> {
  const cache = new LRUCache<string, Value, () => Promise<Value>>({
    max: max ?? 0,
    ...(maxSize !== undefined && { maxSize }),
    ...(sizeOf && { sizeCalculation: sizeOf }),
    ...(ttl !== undefined && { ttl }),
    fetchMethod: (_key, _stale, { context: read }) => read(),
    // If a key is evicted while its value is being read, the callers that are waiting still get the value.
    ignoreFetchAbort: true
  })
  return async (key, read) => (await cache.fetch(key, { context: read })) as Value
}

/** Returns a function that reads the value, and reads it again if the last reading is more than `ms` old. */
export function rememberedFor<Value extends NonNullable<unknown>>(
  ms: number,
  read: () => Promise<Value>
): () => Promise<Value> {
  const remember = remembering<Value>({ max: 1, ttl: ms })
  return () => remember('', read)
}
