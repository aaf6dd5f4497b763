import { createHash } from 'node:crypto'
import type { PlaceContent } from '../domain/places/place.ts'
import type { MappedRecord } from '../domain/places/source-record.ts'
import { DAY_MS } from '../domain/time.ts'
import { dayBetween } from './dates.ts'
import { randomOf, seedOf } from './random.ts'

/**
 * A generated place as a record of the sample directory. All of it follows from the seed and the number of the
 * place.
 */
export type SampleRecord = {
  readonly placeId: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly raw: { readonly seed: number; readonly number: number }
  readonly mapped: MappedRecord
}

const FIRST = Date.parse('2024-01-01T00:00:00Z')
/** Time between the creation of two places; with it, the millionth place is created shortly before December 2025. */
const APART_MS = 60_000
const LAST_CHANGE = '2026-10-31'

export function sampleRecord(seed: number, index: number, content: PlaceContent): SampleRecord {
  const created = new Date(FIRST + index * APART_MS)
  // A separate random sequence, so that dates and content do not affect each other.
  const random = randomOf(seedOf(`dates ${seed}`), index)
  const changedOn = dayBetween(
    random,
    new Date(created.getTime() + DAY_MS).toISOString().slice(0, 10),
    LAST_CHANGE
  )
  return {
    placeId: uuidOf(seed, index, created.getTime()),
    createdAt: created.toISOString(),
    updatedAt: `${changedOn}T08:00:00.000Z`,
    raw: { seed, number: index + 1 },
    mapped: { id: `${seed}-${index + 1}`, url: null, changed_on: changedOn, content }
  }
}

/**
 * A UUID of version 7 without randomness: 48 bits of time, then the seed and the number in place of the random
 * bits, so that ids of different seeds never collide.
 */
function uuidOf(seed: number, index: number, time: number): string {
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
  const bits = `${hex(time, 12)}${hex(seed, 8)}${hex(index, 8)}`
  const [a, b, c, d, e] = [
    bits.slice(0, 8),
    bits.slice(8, 12),
    bits.slice(12, 15),
    bits.slice(15, 18),
    bits.slice(18)
  ]
  return `${a}-${b}-7${c}-8${d}-${e.padStart(12, '0')}`
}

export const fingerprintOf = (mapped: string): string => createHash('sha256').update(mapped).digest('hex')
