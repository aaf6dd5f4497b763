import type { Point } from '../../geo/geo.ts'
import type { Surroundings } from '../../territories/surroundings.ts'
import type { TerritoryParameter } from '../../territories/territory-parameters.ts'

/** The codes that identify the own places of a town, or of an intercommunality. */
export type OwnPlaces = {
  readonly territory: Extract<TerritoryParameter, 'commune' | 'postcode' | 'epci'>
  readonly codes: readonly string[]
}

/** A point from which a search starts. Unless it is a town, its extent is 0 and it has no places of its own. */
export type Start = Surroundings & { readonly own: OwnPlaces | null }

/** A territory. Places outside it are ranked as if they were far away, see `OUTSIDE`. */
export type AreaWhere = {
  readonly kind: 'area'
  readonly territory: TerritoryParameter
  readonly codes: readonly string[]
  /** Places outside are worth less the farther they are from this point. Null if it is unknown. */
  readonly centre: Point | null
}

/**
 * Where to search for places: in a territory, or around one or more points. If there are several points, each place
 * is ranked by the point that gives it the better rank.
 */
export type SearchWhere =
  | {
      readonly kind: 'around'
      readonly starts: readonly Start[]
      /** Whether a filter already limits the results to this town; then no result is too far away. */
      readonly demanded?: true
    }
  | AreaWhere

export const startsOf = (where: SearchWhere | undefined): readonly Start[] =>
  where?.kind === 'around' ? where.starts : []

/** Where distances are measured from: the position given, else where the search starts; null if neither is known. */
export const startOf = ({
  near,
  where
}: {
  readonly near?: Point
  readonly where?: SearchWhere
}): Point | null => near ?? startsOf(where)[0]?.centre ?? null

export const pointStart = (point: Point, scaleM: number): Start => ({
  centre: point,
  scaleM,
  extentM: 0,
  reachM: 0,
  places: 0,
  own: null
})
