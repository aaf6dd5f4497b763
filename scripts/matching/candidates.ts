import type { Comparable } from '../../src/domain/matching/comparable.ts'
import {
  CROWDS,
  isWorthComparing,
  type Key,
  type KeySort,
  keysOf
} from '../../src/domain/matching/pair-keys.ts'

type Pair = readonly [Comparable, Comparable]
type Block = { readonly key: Key; readonly records: Comparable[] }

/** The pairs that the directory would compare, computed without a database, in the order of the records. */
export function candidatePairs(records: readonly Comparable[]): readonly Pair[] {
  const blocks = new Map<string, Block>()
  const keys = records.map(keysOf)
  for (const [index, record] of records.entries()) {
    for (const key of keys[index] ?? []) {
      const known = blocks.get(key.text)
      if (known) known.records.push(record)
      else blocks.set(key.text, { key, records: [record] })
    }
  }
  return records.flatMap((record, index) => {
    const shared = new Map<Comparable, Set<KeySort>>()
    for (const { text } of keys[index] ?? []) {
      const { key, records } = blocks.get(text) as Block
      const crowded = crowdedIn(records, CROWDS[key.sort])
      if (crowded.has(record.directory)) continue
      for (const other of records) {
        if (crowded.has(other.directory)) continue
        if (record.key >= other.key) continue
        shared.set(other, (shared.get(other) ?? new Set()).add(key.sort))
      }
    }
    return [...shared].flatMap(([other, sorts]): readonly Pair[] =>
      isWorthComparing(sorts, record, other) ? [[record, other]] : []
    )
  })
}

/** The directories that have more than `most` of these records, all of which share a key. */
function crowdedIn(records: readonly Comparable[], most: number): ReadonlySet<string> {
  if (records.length <= most) return NONE
  const counts = new Map<string, number>()
  for (const { directory } of records) counts.set(directory, (counts.get(directory) ?? 0) + 1)
  return new Set([...counts].flatMap(([directory, count]) => (count > most ? [directory] : [])))
}

const NONE: ReadonlySet<string> = new Set()
