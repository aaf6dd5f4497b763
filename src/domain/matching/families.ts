import type { Comparable } from './comparable.ts'
import { KIND_BY_TYPE, KINDRED, KINDS_BY_WORDING } from './matching-lexicon.ts'

const ALL = new Set([...KINDS_BY_WORDING.map(([kind]) => kind), ...Object.values(KIND_BY_TYPE)])

/** Families of kinds; related kinds belong to the same family. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  ...KINDRED,
  ...[...ALL].filter((kind) => !KINDRED.some((kin) => kin.has(kind))).map((kind) => new Set([kind]))
]

const BITS: ReadonlyMap<string, number> = new Map(
  FAMILIES.flatMap((family, index) => [...family].map((kind) => [kind, 1 << index] as const))
)

/** The families of a record's kinds as a bit mask, which the database compares; 0 without kinds. */
export const familiesOf = ({ kinds }: Pick<Comparable, 'kinds'>): number =>
  kinds.reduce((bits, kind) => bits | (BITS.get(kind) ?? 0), 0)

/** Whether two records may be of related kinds; a record without kinds fits any. */
export function mayBeOfOneKind(left: Comparable, right: Comparable): boolean {
  const [one, other] = [familiesOf(left), familiesOf(right)]
  return one === 0 || other === 0 || (one & other) !== 0
}
