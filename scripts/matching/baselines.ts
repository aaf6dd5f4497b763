import { metresBetween } from '../../src/domain/geo/distance.ts'
import type { Comparable } from '../../src/domain/matching/comparable.ts'
import type { RecordFields } from './files.ts'
import type { Known } from './labelled.ts'

/** A rule that decides whether two records are the same place, without our evidence. */
export type Rule = (left: Known, right: Known) => boolean

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * A rule that several maps use: the names are equal, ignoring spelling, and the places are at most 400 m apart (or
 * in the same town if a position is unknown).
 */
export const sameNameNearby: Rule = ({ fields: one, record: left }, { fields: other, record: right }) => {
  if (plain(one.name) !== plain(other.name)) return false
  const [from, to] = [pointOf(one), pointOf(other)]
  return from && to ? metresBetween(from, to) <= 400 : left.commune === right.commune
}

const pointOf = ({ lat, lon }: RecordFields) =>
  typeof lat === 'number' && typeof lon === 'number' && !Number.isNaN(lat) && !Number.isNaN(lon)
    ? { lat, lon }
    : null

/**
 * The rule of the national map: same commune, compatible types, and a mean of at least 83 of the similarity
 * of names, the similarity of streets, and the proximity in degrees, which is 100 if a position is missing.
 */
export const nationalMap: Rule = ({ fields: one, record: left }, { fields: other, record: right }) => {
  if (left.commune === null || left.commune !== right.commune || !typesAgree(one, other)) return false
  const scores = [
    ratio(one.name, other.name),
    ratio(one.street ?? '', other.street ?? ''),
    nearness(one, other)
  ]
  const limit = left.directory === right.directory ? 90 : 83
  return Math.trunc(scores.reduce((sum, score) => sum + score, 0) / 3) > limit
}

function typesAgree({ types: one = [] }: RecordFields, { types: other = [] }: RecordFields): boolean {
  if (one.length === 0 || other.length === 0 || one.some((type) => other.includes(type))) return true
  return ['RFS', 'PIMMS'].every((type) => one.includes(type) || other.includes(type))
}

function nearness(one: RecordFields, other: RecordFields): number {
  const [from, to] = [pointOf(one), pointOf(other)]
  const degrees = from && to ? Math.hypot(from.lat - to.lat, from.lon - to.lon) : 0
  return degrees < 0.0004 ? 100 : Math.trunc(100 / (1_000 * degrees + 1))
}

/** Similarity of two texts from 0 to 100: the share of letters that occur in both in the same order. */
function ratio(one: string, other: string): number {
  if (one.length + other.length === 0) return 100
  let row = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    const next = [0]
    for (let at = 1; at <= other.length; at++) {
      next.push(letter === other[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0))
    }
    row = next
  }
  return Math.round((200 * (row[other.length] ?? 0)) / (one.length + other.length))
}

/** Groups records by the transitive closure of the rule, without checking chains of pairs. */
export function closure(records: readonly Known[], pairs: readonly (readonly [Known, Known])[], rule: Rule) {
  const home = new Map(records.map((each) => [each.record, [each.record]]))
  for (const [one, other] of pairs) {
    const [left, right] = [home.get(one.record) ?? [], home.get(other.record) ?? []]
    if (left === right || !rule(one, other)) continue
    const joined = [...left, ...right]
    for (const record of joined) home.set(record, joined)
  }
  return [...new Set(home.values())] as readonly (readonly Comparable[])[]
}
