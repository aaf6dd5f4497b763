import type { BBox, Point, Polygons } from '../../domain/geo/geo.ts'
import type { PageRequest } from '../../domain/search/ports.ts'
import { wishesNothing } from '../../domain/search/relevance/ranked-wishes.ts'
import type { Start } from '../../domain/search/relevance/search-where.ts'
import type { Filters } from '../../domain/search/search-question.ts'
import { TERRITORIES, type TerritoryParameter } from '../../domain/territories/territory-parameters.ts'
import { BY_LOCATION } from '../db/index-hints.sql.ts'
import { and, once, or, type Sql, sql } from '../db/sql.ts'
import type { OpenSchedules } from '../hours/open-schedules.ts'
import type { CodeQuery } from './code-query.ts'
import type { FrameCells, Grid } from './map/frame-cells.ts'
import type { Good } from './ranked/good.ts'

/** The input from which all statements of a search are built. */
export type Asked = Pick<PageRequest, 'filters' | 'part' | 'except'> & {
  readonly codes: CodeQuery | null
  /** The schedules that are open at the requested time; null if no filter is about opening hours. */
  readonly open: OpenSchedules | null
  /** Which places meet the wishes in the words; null if there are no words. */
  readonly good: Good | null
  /** Condition that enables the chosen index; null if the planner chooses. See `index-hints.sql.ts`. */
  readonly door: Sql | null
  /** The cells of the box, if they are used instead of the index on positions. */
  readonly cells?: FrameCells | null
}

/** The input from which the conditions of the filters are built. */
type Demanding = Omit<Asked, 'good'>

type Condition = Sql | null | undefined | false
type Conditions = readonly Condition[]

/**
 * The conditions of each filter, in the order in which a statement lists them. Leaving out a filter here is a
 * compile error; the entry is null if the conditions of the filter are set elsewhere.
 */
const DEMANDED: {
  readonly [field in keyof Required<Filters>]: ((asked: Demanding) => Conditions) | null
} = {
  codes: ({ codes }) => [codes !== null && sql`codes @@ ${codes.text}::query_int`],
  // Supplements the condition on `codes`, which uses the index: `codes` includes the declared terms.
  serviceBasis: ({ codes }) => [
    codes !== null && codes.declared !== null && sql`${DECLARED} @@ ${codes.declared}::query_int`
  ],
  // The condition on `codes` above also covers the following filters: see code-query.ts.
  source: null,
  missing: null,
  audienceUnknown: null,
  feeUnknown: null,
  accessibility: null,
  accessibilityUnknown: null,
  // Words express wishes and exclude no place here: see `fitting`.
  words: null,
  q: null,
  known: null,
  where: null,
  absent: null,
  reachM: null,
  itinerant: ({ filters: { itinerant } }) => [itinerant !== undefined && sql`itinerant = ${itinerant}`],
  updatedSince: ({ filters: { updatedSince } }) => [
    updatedSince !== undefined && sql`updated_at >= ${updatedSince}::timestamptz`
  ],
  minQuality: ({ filters: { minQuality } }) => [
    minQuality !== undefined && sql`quality >= ${minQuality}::real`
  ],
  open: ({ open }) => [open !== null && isOpen(open)],
  territory: ({ filters }) =>
    TERRITORIES.flatMap((territory) =>
      (filters.territory[territory] ?? []).map((codes) => sql`${column(territory)} = ANY (${codes}::text[])`)
    ),
  // Conditions on positions are written so that the index on positions can be used.
  radius: ({ filters: { near, radius }, part, door }) => [
    (radius !== undefined || part === 'unlocated') && byPosition(door),
    near && radius !== undefined && part !== 'beyond' && inCircle(near, radius),
    near && radius !== undefined && part === 'beyond' && sql`NOT ${inCircle(near, radius)}`,
    part === 'unlocated' && sql`location IS NULL`
  ],
  // The point sets no condition by itself; it is only used with a radius.
  near: null,
  bbox: ({ filters: { bbox }, cells }) => [
    bbox && (cells ? inside(bbox) : and([touches(bbox), inside(bbox)]))
  ],
  within: ({ filters: { within } }) => [within && sql`ST_Covers(${outline(within)}, point)`]
}

/**
 * The terms that the records of a place declare. Places stored before `codes_declared` existed have only declared
 * terms in `codes`.
 */
export const DECLARED = sql`CASE WHEN codes_declared = '{}' THEN codes ELSE codes_declared END`

/**
 * Whether the schedule of a place is open. Schedules added after the lookup have ids beyond the last bit, and
 * reading such a bit would be an error. A place without a schedule counts as having no hours.
 */
export const isOpen = ({ bits }: OpenSchedules): Sql => sql`CASE
  WHEN coalesce(schedule, 0) < ${bits.length * 8}::integer THEN get_bit(${bits}::bytea, coalesce(schedule, 0)) = 1
  ELSE false END`

/** The conditions of all filters. */
export function demands(asked: Demanding): Conditions {
  const { door, except } = asked
  return [
    sql`status = 'active'`,
    door,
    except !== undefined && sql`id <> ${except}::uuid`,
    ...filtering(asked)
  ]
}

const filtering = (asked: Demanding): Conditions =>
  Object.values(DEMANDED).flatMap((demand) => demand?.(asked) ?? [])

/** The conditions of the filters for places that are no longer in the directory. No index is for them alone. */
export const gone = (asked: Demanding): Conditions => [sql`status <> 'active'`, ...filtering(asked)]

/** The conditions under which a place is counted: it passes the filters, and meets the main wishes in the words. */
export const conditions = (asked: Asked): Sql => and([...demands(asked), ...fitting(asked)])

/**
 * Enables the index on positions, unless `demands` has already used another one (`door`). With two indexes, the
 * planner's choice is unpredictable. The condition of the other index is not repeated here, because PostgreSQL
 * tries every combination of two lists of schedules: three lists of 500 took 16 s.
 */
export const byPosition = (door: Sql | null): Sql | null => (door ? null : BY_LOCATION)

/**
 * Conditions from the words. If the words consist only of words of grammar, they express no wish and match no
 * place.
 */
function fitting({ filters: { words, where, reachM }, good, door }: Asked): Conditions {
  return [
    good && isGood(good),
    words && wishesNothing(words) && sql`false`,
    words && where?.kind === 'area' && isIn(where.territory, where.codes),
    reachM !== undefined && where?.kind === 'around' && isWithin(where.starts, reachM, door)
  ]
}

/**
 * Whether a place is within this distance of one of the starts. A place without a position belongs to a start if
 * its address is in the town.
 */
function isWithin(starts: readonly Start[], metres: number, door: Sql | null): Sql {
  const unplaced = starts.flatMap(filedUnder).map((own) => sql`(location IS NULL AND ${own})`)
  const within = starts.map((start) => and([byPosition(door), isExpectedWithin(start, metres)]))
  return or([...within, ...unplaced])
}

/** Conditions for the places in the town itself, written so that the index of its territory can be used. */
export const filedUnder = ({ own }: Start): readonly Sql[] =>
  own ? [sql`${column(own.territory)} = ANY (${own.codes}::text[])`] : []

/** Whether a place meets all main wishes. */
export const isGood = ({ query, open }: Good): Sql =>
  and([query !== null && says(query), open !== null && isOpen(open)])

export const says = (query: string): Sql =>
  sql`search @@ ${once(sql`to_tsquery('annuaire_french', ${query})`)}`

export const isIn = (territory: TerritoryParameter, codes: readonly string[]): Sql =>
  sql`coalesce(${column(territory)} = ANY (${codes}::text[]), false)`

/** Whether the expected distance, √(distance² + error²), is within this limit. */
const isExpectedWithin = ({ centre }: Start, metres: number): Sql => sql`
  (ST_DWithin(location, ${origin(centre)}, ${metres}::float8)
   AND ST_Distance(location, ${origin(centre)}) ^ 2 + coalesce(uncertainty_m, 0)::float8 ^ 2 <= ${metres * metres}::float8)`

export const origin = ({ lon, lat }: Point): Sql =>
  once(sql`ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326)::geography`)

// Whether a place is within the radius, in metres along the ellipsoid. ST_DWithin uses the index; ST_Distance <
// radius would not.
const inCircle = (near: Point, radius: number): Sql =>
  sql`ST_DWithin(location, ${origin(near)}, ${radius}::float8)`

const envelope = (west: number, { south, north }: BBox, east: number): Sql =>
  once(sql`ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`)

// Whether a place is in a box, up to half a metre: the operator && uses the index, but compares 32-bit numbers, so
// places up to half a metre outside the border count as inside. A box across the antimeridian is split into two
// boxes.
function touches(bbox: BBox): Sql {
  const { west, east } = bbox
  if (west <= east) return sql`point && ${envelope(west, bbox, east)}`
  return or([sql`point && ${envelope(west, bbox, 180)}`, sql`point && ${envelope(-180, bbox, east)}`])
}

/** The expression for the cell of a place in each grid, written exactly as in the index of the grid. */
const CELLS: { readonly [grid in Grid]: Sql } = {
  frame_cell: sql`frame_cell(lat, lon)`,
  wide_frame_cell: sql`wide_frame_cell(lat, lon)`
}

export const cellOf = (grid: Grid): Sql => CELLS[grid]

/** Whether a place is inside a box, by its exact coordinates; the border counts as inside. */
function inside({ west, south, east, north }: BBox): Sql {
  const from = sql`lon >= ${west}::float8`
  const to = sql`lon <= ${east}::float8`
  return and([
    sql`lat BETWEEN ${south}::float8 AND ${north}::float8`,
    west <= east ? and([from, to]) : or([from, to])
  ])
}

export const outline = (within: Polygons): Sql =>
  once(sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(within)}), 4326)`)

const COLUMNS: { readonly [territory in TerritoryParameter]: Sql } = {
  commune: sql`commune`,
  postcode: sql`postcode`,
  epci: sql`epci`,
  department: sql`department`,
  region: sql`region`
}

export const column = (territory: TerritoryParameter): Sql => COLUMNS[territory]
