import type { Point } from '../../geo/geo.ts'
import type { WhereKind } from '../words.ts'

/** A territory, with one of the names that people use for it. */
export type Named = {
  readonly kind: Exclude<WhereKind, 'postcode'>
  readonly code: string
  readonly name: string
  /** 0 if the population is unknown, and for a part of a commune. */
  readonly population: number
  readonly department: string | null
  readonly region: string | null
  readonly epci: string | null
  readonly postcodes: readonly string[]
  readonly centre: Point | null
  /** For a part of a commune, or a former name: the current commune. */
  readonly whole: { readonly code: string; readonly name: string } | null
  /** Set for a quarter: where in a question its name means it. It has the code of its commune. */
  readonly quarter?: 'anywhere' | 'beside its town'
}
