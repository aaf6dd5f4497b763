import type { Point } from '../../geo/geo.ts'
import type { WhereKind } from '../words.ts'

/** A territory by a name that people say. */
export type Named = {
  readonly kind: Exclude<WhereKind, 'postcode'>
  readonly code: string
  readonly name: string
  /** 0 if it is not known, and for a part of a commune. */
  readonly population: number
  readonly department: string | null
  readonly region: string | null
  readonly epci: string | null
  readonly postcodes: readonly string[]
  readonly centre: Point | null
  /** Of a part of a commune, or a former name of it: today's commune. */
  readonly whole: { readonly code: string; readonly name: string } | null
}
