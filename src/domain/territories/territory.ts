import type { BBox } from '../geo/geo.ts'

export const TERRITORY_KINDS = ['commune', 'epci', 'department', 'region'] as const
export type TerritoryKind = (typeof TERRITORY_KINDS)[number]

export type Territory = {
  readonly kind: TerritoryKind
  /** INSEE code of a commune, SIREN of an intercommunality, official code of a département or région. */
  readonly code: string
  readonly name: string
  readonly population: number | null
  /** The territories it lies in; an intercommunality may span départements, so it has none. */
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  /** Of a commune; empty for the others. */
  readonly postcodes: readonly string[]
  readonly centre: { readonly lat: number; readonly lon: number } | null
  /** Number of places that are active in it. */
  readonly places: number
}

export type TerritoryQuestion = {
  readonly q?: string | undefined
  readonly kind?: TerritoryKind | undefined
  /** West, south, east, north: only those whose centre is known, and lies within. */
  readonly bbox?: BBox | undefined
  readonly limit: number
}

export type TerritoryReader = {
  readonly search: (question: TerritoryQuestion) => Promise<readonly Territory[]>
  /** A commune's former code answers with the commune that it is part of today; null is an unknown code. */
  readonly find: (kind: TerritoryKind, code: string) => Promise<Territory | null>
}

/** How a code stands to the commune that bears it today. */
export type CommuneRelation = 'current' | 'arrondissement' | 'delegated' | 'associated' | 'former'

/** One official code and name that a commune is or was known by. A code may come twice, with two names. */
export type CommuneRow = {
  readonly code: string
  /** The official list tells no name for most of the codes that have gone. */
  readonly name: string | null
  readonly relation: CommuneRelation
  /** Code of today's commune: its own when `relation` is `current`. */
  readonly commune: string
  readonly postcodes: readonly string[]
  readonly epci: string | null
  readonly department: string
  readonly region: string
  /** Of today's commune, or of the municipal arrondissement. */
  readonly population: number | null
}
