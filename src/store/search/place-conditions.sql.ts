import type { BBox, Point, Polygons } from '../../domain/geo/geo.ts'
import type { PageRequest } from '../../domain/search/ports.ts'
import { type Filters, TERRITORIES } from '../../domain/search/search-question.ts'
import { BY_LOCATION } from '../db/index-hints.sql.ts'
import { and, or, type Sql, sql } from '../db/sql.ts'
import type { OpenSchedules } from '../hours/open-schedules.ts'
import { allOf } from '../words/tsquery.ts'
import type { CodeQuery } from './code-query.ts'
import type { FrameCells, Grid } from './map/frame-cells.ts'
import { bearsTown, says } from './place-in-town.sql.ts'

/** What every statement of a search is made from. */
export type Asked = Pick<PageRequest, 'filters' | 'part' | 'except'> & {
  readonly codes: CodeQuery | null
  /** Null where nothing is asked of the hours. */
  readonly open: OpenSchedules | null
  /** The index that serves, where it is not the planner's to choose: see `index-hints.sql.ts`. */
  readonly door: Sql | null
  /** The cells of the frame, where they serve instead of the index on positions. */
  readonly cells?: FrameCells | null
}

type Condition = Sql | null | undefined | false

/**
 * What each filter demands of a place, in the order in which it is written: a filter without an entry does not compile.
 * Null if the entry of another asks it too. Conditions on positions are written so that their index serves them.
 */
const DEMANDED: {
  readonly [field in keyof Required<Filters>]: ((asked: Asked) => readonly Condition[]) | null
} = {
  codes: ({ codes }) => [codes !== null && sql`codes @@ ${codes.text}::query_int`],
  // Besides: what is declared is in `codes` too, whose index finds it.
  serviceBasis: ({ codes }) => [
    codes !== null && codes.declared !== null && sql`${DECLARED} @@ ${codes.declared}::query_int`
  ],
  // Of the array of codes as well: see code-query.ts.
  source: null,
  missing: null,
  audienceUnknown: null,
  accessibility: null,
  accessibilityUnknown: null,
  words: ({ filters, part }) => [
    ...spoken(filters),
    part === 'named' && bearsTown(filters),
    (part === 'unnamed' || (part === 'unlocated' && filters.words?.where?.centre)) &&
      sql`NOT ${bearsTown(filters)}`
  ],
  // Read as `words` and `area`.
  q: null,
  area: null,
  itinerant: ({ filters: { itinerant } }) => [itinerant !== undefined && sql`itinerant = ${itinerant}`],
  updatedSince: ({ filters: { updatedSince } }) => [
    updatedSince !== undefined && sql`updated_at >= ${updatedSince}::timestamptz`
  ],
  minQuality: ({ filters: { minQuality } }) => [
    minQuality !== undefined && sql`quality >= ${minQuality}::real`
  ],
  open: ({ open }) => [open !== null && keepsOneOf(open)],
  territory: ({ filters }) =>
    TERRITORIES.flatMap((territory) =>
      (filters.territory[territory] ?? []).map((codes) => sql`${column(territory)} = ANY (${codes}::text[])`)
    ),
  radius: ({ filters: { near, radius }, part, door }) => [
    (radius !== undefined || part === 'unlocated') && byPosition(door),
    near && radius !== undefined && part !== 'beyond' && inCircle(near, radius),
    near && radius !== undefined && part === 'beyond' && sql`NOT ${inCircle(near, radius)}`,
    part === 'unlocated' && sql`location IS NULL`
  ],
  // With a radius.
  near: null,
  bbox: ({ filters: { bbox }, cells }) => [
    bbox && (cells ? inside(bbox) : and([touches(bbox), inside(bbox)]))
  ],
  within: ({ filters: { within } }) => [within && sql`ST_Covers(${outline(within)}, point)`]
}

/** The terms that records declare. A place that was stored before they were told apart has none of another sort. */
export const DECLARED = sql`CASE WHEN codes_declared = '{}' THEN codes ELSE codes_declared END`

/** All that a place must meet. */
export function conditions(asked: Asked): Sql {
  const { door, except } = asked
  return and([
    sql`status = 'active'`,
    door,
    except !== undefined && sql`id <> ${except}::uuid`,
    ...Object.values(DEMANDED).flatMap((demand) => demand?.(asked) ?? [])
  ])
}

/**
 * Whether its schedule is among those that are open. One made since they were looked up lies beyond the last bit, where
 * asking is an error; a place that has none yet says no hours.
 */
const keepsOneOf = ({ bits }: OpenSchedules): Sql => sql`CASE
  WHEN coalesce(schedule, 0) < ${bits.length * 8}::integer THEN get_bit(${bits}::bytea, coalesce(schedule, 0)) = 1
  ELSE false END`

/** The index on positions, unless another that holds positions too is open: with two, the planner picks by luck. */
export const byPosition = (door: Sql | null): Sql => door ?? BY_LOCATION

/** All that must be said. Words of grammar alone say nothing, and so find nothing. */
function spoken({ words, area }: Filters): readonly Condition[] {
  if (!words) return []
  const { groups, where, when, nearMe } = words
  const demanded = allOf(groups)
  return [
    demanded !== '' && says(demanded),
    groups.length === 0 && !where && !when && !nearMe && sql`false`,
    area && sql`${column(area.kind)} = ANY (${area.codes}::text[])`
  ]
}

export const origin = ({ lon, lat }: Point): Sql =>
  sql`ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326)::geography`

// ST_DWithin, not ST_Distance < radius: only ST_DWithin uses the index. Metres along the ellipsoid.
const inCircle = (near: Point, radius: number): Sql =>
  sql`ST_DWithin(location, ${origin(near)}, ${radius}::float8)`

const envelope = (west: number, { south, north }: BBox, east: number): Sql =>
  sql`ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`

// && serves the index, but compares in 32-bit numbers: half a metre beyond the border still counts as inside. Across the
// antimeridian a box is two.
function touches(bbox: BBox): Sql {
  const { west, east } = bbox
  if (west <= east) return sql`point && ${envelope(west, bbox, east)}`
  return or([sql`point && ${envelope(west, bbox, 180)}`, sql`point && ${envelope(-180, bbox, east)}`])
}

/** The number of a place's cell, as the grid's index has it. */
const CELLS: { readonly [grid in Grid]: Sql } = {
  frame_cell: sql`frame_cell(lat, lon)`,
  wide_frame_cell: sql`wide_frame_cell(lat, lon)`
}

export const cellOf = (grid: Grid): Sql => CELLS[grid]

/** The columns say it exactly, borders included. */
function inside({ west, south, east, north }: BBox): Sql {
  const from = sql`lon >= ${west}::float8`
  const to = sql`lon <= ${east}::float8`
  return and([
    sql`lat BETWEEN ${south}::float8 AND ${north}::float8`,
    west <= east ? and([from, to]) : or([from, to])
  ])
}

export const outline = (within: Polygons): Sql =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(within)}), 4326)`

const COLUMNS: { readonly [territory in keyof Required<Filters['territory']>]: Sql } = {
  commune: sql`commune`,
  postcode: sql`postcode`,
  epci: sql`epci`,
  department: sql`department`,
  region: sql`region`
}

export const column = (territory: keyof typeof COLUMNS): Sql => COLUMNS[territory]
