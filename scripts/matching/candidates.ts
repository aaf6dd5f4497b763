import type { Comparable } from '../../src/domain/matching/comparable.ts'
import { distanceBetween } from '../../src/domain/matching/distance.ts'
import { keysOf, NEAR } from '../../src/domain/matching/keys.ts'

/** Degrees of latitude: 500 m are 0.0045 of them; of longitude twice as many, which holds up to 60° north. */
const CELL = 0.005

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** The pairs that the directory would compare, without a database: by keys, and by place. */
export function candidatePairs(
  left: readonly Comparable[],
  right: readonly Comparable[]
): readonly (readonly [Comparable, Comparable])[] {
  const byKey = new Map<string, Comparable[]>()
  const byCell = new Map<string, Comparable[]>()
  for (const record of right) {
    for (const key of keysOf(record)) push(byKey, key, record)
    if (record.position) push(byCell, cellOf(record.position.lat, record.position.lon), record)
  }
  return left.flatMap((record) => {
    const found = new Set(keysOf(record).flatMap((key) => byKey.get(key) ?? []))
    for (const near of within(record, byCell)) found.add(near)
    return [...found].map((other) => [record, other] as const)
  })
}

const cellOf = (lat: number, lon: number, north = 0, east = 0): string =>
  `${Math.floor(lat / CELL) + north} ${Math.floor(lon / (2 * CELL)) + east}`

function within({ position }: Comparable, byCell: ReadonlyMap<string, readonly Comparable[]>): Comparable[] {
  if (position === null) return []
  const around = [-1, 0, 1]
  return around
    .flatMap((north) =>
      around.flatMap((east) => byCell.get(cellOf(position.lat, position.lon, north, east)) ?? [])
    )
    .filter((other) => other.position !== null && distanceBetween(position, other.position) <= NEAR)
}
