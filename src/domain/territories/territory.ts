import type { BBox } from '../geo/geo.ts'

export const TERRITORY_KINDS = ['commune', 'epci', 'department', 'region'] as const
export type TerritoryKind = (typeof TERRITORY_KINDS)[number]

export type Territory = {
  readonly kind: TerritoryKind
  /** INSEE code of a commune, SIREN of an intercommunality, official code of a département or région. */
  readonly code: string
  readonly name: string
  readonly population: number | null
  /** Codes of the territories that contain it. An intercommunality has none: it may span several départements. */
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  /** Postcodes of a commune; empty for the other kinds of territories. */
  readonly postcodes: readonly string[]
  readonly centre: { readonly lat: number; readonly lon: number } | null
  /** Number of active places in the territory. */
  readonly places: number
  /** Whether another territory of its kind has the same name, as ten communes named Sainte-Colombe do. */
  readonly shared_name: boolean
}

export type TerritoryQuestion = {
  readonly q?: string | undefined
  readonly kind?: TerritoryKind | undefined
  /** Only territories whose centre is known and inside the box. */
  readonly bbox?: BBox | undefined
  /** Only territories inside these: their codes. */
  readonly epci?: string | undefined
  readonly department?: string | undefined
  readonly region?: string | undefined
  readonly limit: number
}

/** Territories whose outlines are wanted. */
export type OutlineQuestion = {
  readonly kind: 'department' | 'region'
  readonly region?: string | undefined
  /** Decimals to which the degrees of the corners are rounded. */
  readonly digits: number
}

/** A territory and its outline, a GeoJSON Polygon or MultiPolygon. */
type Outlined = { readonly territory: Territory; readonly geometry: object }

export type TerritoryReader = {
  readonly search: (question: TerritoryQuestion) => Promise<readonly Territory[]>
  /** With the former code of a commune, finds the current commune; null if the code is unknown. */
  readonly find: (kind: TerritoryKind, code: string) => Promise<Territory | null>
  /** Territories whose outline is loaded, by code. */
  readonly outlines: (question: OutlineQuestion) => Promise<readonly Outlined[]>
}

/** How the code of a commune relates to the current commune. */
export type CommuneRelation = 'current' | 'arrondissement' | 'delegated' | 'associated' | 'former'

/** An official code and name that a commune has or had. A code may occur twice with two names. */
export type CommuneRow = {
  readonly code: string
  /** The official list has no name for most former codes. */
  readonly name: string | null
  readonly relation: CommuneRelation
  /** Code of the current commune; equal to `code` if `relation` is `current`. */
  readonly commune: string
  readonly postcodes: readonly string[]
  readonly epci: string | null
  readonly department: string
  readonly region: string
  /** Population of the current commune, or of the municipal arrondissement. */
  readonly population: number | null
}
