import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { CROWD, keysOf } from '../../src/domain/matching/keys.ts'

type Pair = readonly [Comparable, Comparable]

/** The pairs that the directory would compare, without a database, in the order of the records. */
export function candidatePairs(records: readonly Comparable[]): readonly Pair[] {
  const byKey = new Map<string, Comparable[]>()
  const keys = records.map(keysOf)
  for (const [index, record] of records.entries()) {
    for (const key of keys[index] ?? []) {
      const known = byKey.get(key)
      if (known) known.push(record)
      else byKey.set(key, [record])
    }
  }
  return records.flatMap((record, index) => {
    const blocks = (keys[index] ?? []).map((key) => byKey.get(key) ?? [])
    const found = new Set(blocks.filter(({ length }) => length <= CROWD).flat())
    return [...found].flatMap((other): readonly Pair[] => (record.key < other.key ? [[record, other]] : []))
  })
}
