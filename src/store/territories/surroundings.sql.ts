import type { Point } from '../../domain/geo/geo.ts'
import { LIVED_CENTRE, SCALE, type Surrounded } from '../../domain/territories/surroundings.ts'
import { BY_LOCATION } from '../db/index-hints.sql.ts'
import { type Sql, sql } from '../db/sql.ts'

export const surroundingsFind = (kind: Surrounded, code: string): Sql => sql`
SELECT lat, lon, scale_m, extent_m, reach_m, places FROM surroundings WHERE kind = ${kind} AND code = ${code}`

const pointOf = (lon: Sql, lat: Sql): Sql => sql`ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)::geography`

/**
 * The median. With the mean, places at the centre of the whole city would pull the centre of an arrondissement
 * towards them.
 */
const median = (degrees: Sql): Sql => sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY ${degrees})`

/**
 * The scale around a point: the distance of the 25th nearest place, found with the index on positions, or the
 * largest scale if there are fewer places. With `sorted`, the distance is found by sorting the places within the
 * largest scale.
 */
const scaleAround = (centre: Sql, sorted = false): Sql => sql`
  greatest(${SCALE.leastM}::float8, least(${SCALE.mostM}::float8, coalesce((
    SELECT metres FROM (
      SELECT location <-> ${centre} AS metres FROM place
      WHERE status = 'active' AND ${BY_LOCATION} AND location IS NOT NULL
        ${sorted ? sql`AND ST_DWithin(location, ${centre}, ${SCALE.mostM}::float8)` : sql``}
      ORDER BY ${sorted ? sql`(location <-> ${centre}) + 0` : sql`location <-> ${centre}`} OFFSET ${SCALE.neighbours - 1}::integer LIMIT 1
    ) neighbour), ${SCALE.mostM}::float8)))`

export const scaleAt = ({ lat, lon }: Point, sorted = false): Sql => sql`
SELECT ${scaleAround(sql`asked.centre`, sorted)} AS scale_m
FROM (SELECT ${pointOf(sql`${lon}::float8`, sql`${lat}::float8`)} AS centre OFFSET 0) asked`

const MEMBER_OF = { epci: sql`epci`, department: sql`department`, region: sql`region` } as const

/** The mean position of the communes of a territory, each counted once. */
const middleOfCommunes = (of: 'epci' | 'department' | 'region'): Sql => sql`
  (SELECT ${pointOf(sql`avg(ST_X(centre::geometry))`, sql`avg(ST_Y(centre::geometry))`)} FROM territory own
   WHERE own.kind = 'commune' AND own.${MEMBER_OF[of]} = asked.code AND own.centre IS NOT NULL)`

/** For a commune `t` without a loaded centre, the mean of the known centres around it. */
const middleOfNeighbours = (of: 'epci' | 'department'): Sql => sql`
  (SELECT ${pointOf(sql`avg(ST_X(around.centre::geometry))`, sql`avg(ST_Y(around.centre::geometry))`)} FROM territory around
   WHERE around.kind = 'commune' AND around.${MEMBER_OF[of]} = t.${MEMBER_OF[of]} AND around.centre IS NOT NULL)`

/**
 * The centre from a file (`told`), and the centre to use if there is neither such a centre nor any place
 * (`otherwise`).
 */
const TOLD: { readonly [kind in Surrounded]: Sql } = {
  commune: sql`
    SELECT asked.code, CASE WHEN relation = 'current' THEN t.centre END AS told,
           coalesce(t.centre, ${middleOfNeighbours('epci')}, ${middleOfNeighbours('department')}) AS otherwise
    FROM asked JOIN commune_code USING (code) JOIN territory t ON t.kind = 'commune' AND t.code = commune`,
  postcode: sql`
    SELECT asked.code, NULL::geography AS told, (
      SELECT centre FROM territory WHERE kind = 'commune' AND postcodes @> ARRAY[asked.code] AND centre IS NOT NULL
      ORDER BY population DESC NULLS LAST LIMIT 1) AS otherwise
    FROM asked`,
  epci: sql`SELECT asked.code, NULL::geography AS told, ${middleOfCommunes('epci')} AS otherwise FROM asked`,
  department: sql`
    SELECT asked.code, t.centre AS told, ${middleOfCommunes('department')} AS otherwise
    FROM asked LEFT JOIN territory t ON t.kind = 'department' AND t.code = asked.code`,
  region: sql`
    SELECT asked.code, t.centre AS told, ${middleOfCommunes('region')} AS otherwise
    FROM asked LEFT JOIN territory t ON t.kind = 'region' AND t.code = asked.code`
}

/**
 * The condition for places that belong to the territory. Places may have the code of an arrondissement or a former
 * code.
 */
const OWN: { readonly [kind in Surrounded]: Sql } = {
  commune: sql`commune = ANY (ARRAY(
    SELECT own.code FROM commune_code whole JOIN commune_code own ON own.commune = whole.commune
    WHERE whole.code = known.code AND (whole.relation = 'current' OR own.code = whole.code)))`,
  postcode: sql`postcode = known.code`,
  epci: sql`epci = known.code`,
  department: sql`department = known.code`,
  region: sql`region = known.code`
}

/** Positions that are exact enough to say where a town lives. */
const EXACT = sql`FILTER (WHERE uncertainty_m <= ${LIVED_CENTRE.exactM}::integer)`

/** Where the exactly known places of a commune stand, if there are enough of them. */
const livedCentre = (kind: Surrounded): Sql =>
  kind === 'commune'
    ? sql`CASE WHEN count(*) ${EXACT} >= ${LIVED_CENTRE.places}::integer
      THEN ${pointOf(sql`${median(sql`lon`)} ${EXACT}`, sql`${median(sql`lat`)} ${EXACT}`)} END`
    : sql`NULL::geography`

/**
 * Computes one row for each of these territories that has a position. A commune with enough places has the median of
 * those with an exact position; its other places stand at its official centre, so they say nothing about its extent. A
 * part of a commune has the median of all its places.
 */
export const surroundingsMeasured = (kind: Surrounded, codes: readonly string[], sorted = false): Sql => sql`
WITH asked AS (
  SELECT code FROM unnest(${codes}::text[]) AS g (code)
), known AS (${TOLD[kind]}), middle AS MATERIALIZED (
  SELECT code, own.positions, CASE WHEN own.lived IS NULL THEN own.positions ELSE own.exact END AS telling, own.places,
         coalesce(own.lived, told, own.centre, otherwise) AS centre
  FROM known CROSS JOIN LATERAL (
    SELECT ${pointOf(median(sql`lon`), median(sql`lat`))} AS centre, ${livedCentre(kind)} AS lived,
           array_agg(location) FILTER (WHERE location IS NOT NULL) AS positions, array_agg(location) ${EXACT} AS exact,
           count(*)::integer AS places
    FROM place WHERE status = 'active' AND ${OWN[kind]}
  ) own
)
SELECT ${kind}::text AS kind, code, round(ST_Y(centre::geometry)::numeric, 6)::float8 AS lat,
       round(ST_X(centre::geometry)::numeric, 6)::float8 AS lon, round(${scaleAround(sql`middle.centre`, sorted)})::real AS scale_m,
       round(coalesce(usual.nine_tenths, 0))::real AS extent_m, round(coalesce(spread.farthest, 0))::real AS reach_m,
       places
FROM middle CROSS JOIN LATERAL (
  SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY ST_Distance(position, middle.centre)) AS nine_tenths
  FROM unnest(telling) AS position
) usual CROSS JOIN LATERAL (
  SELECT max(ST_Distance(position, middle.centre)) AS farthest FROM unnest(positions) AS position
) spread
WHERE centre IS NOT NULL`

/** Writes only the rows that have changed, so the row count is the number of changes. */
export const surroundingsPut = (kind: Surrounded, codes: readonly string[], sorted = false): Sql => sql`
INSERT INTO surroundings AS known (kind, code, lat, lon, scale_m, extent_m, reach_m, places)
SELECT * FROM (${surroundingsMeasured(kind, codes, sorted)}) measured
ON CONFLICT (kind, code) DO UPDATE SET (lat, lon, scale_m, extent_m, reach_m, places) =
  (excluded.lat, excluded.lon, excluded.scale_m, excluded.extent_m, excluded.reach_m, excluded.places)
WHERE (known.lat, known.lon, known.scale_m, known.extent_m, known.reach_m, known.places) IS DISTINCT FROM
  (excluded.lat, excluded.lon, excluded.scale_m, excluded.extent_m, excluded.reach_m, excluded.places)`

/** The codes of territories that contain places. For an arrondissement, the code of its city is included. */
export const surroundedCodes = (kind: Surrounded): Sql =>
  kind === 'commune'
    ? sql`
WITH placed AS (SELECT DISTINCT commune AS code FROM place WHERE status = 'active' AND commune IS NOT NULL)
SELECT code FROM placed UNION SELECT commune FROM placed JOIN commune_code USING (code) ORDER BY code`
    : sql`SELECT DISTINCT ${FILED[kind]} AS code FROM place WHERE status = 'active' AND ${FILED[kind]} IS NOT NULL ORDER BY code`

const FILED = {
  postcode: sql`postcode`,
  epci: sql`epci`,
  department: sql`department`,
  region: sql`region`
} as const

/** Deletes the territories that have no places any more. */
export const surroundingsForget = (kind: Surrounded, codes: readonly string[]): Sql =>
  sql`DELETE FROM surroundings WHERE kind = ${kind} AND code <> ALL (${codes}::text[])`

/** Raised when they are computed in another way, so that all are computed anew. */
const EDITION = 2

/**
 * An approximate state of what the surroundings depend on: the day of the last change, the number of known centres,
 * and the number of places, rounded to about 3 %.
 */
export const surroundingsState = (): Sql => sql`
SELECT concat_ws(' ', ${EDITION}::integer, changed_at::date, (SELECT count(centre) FROM territory),
  (SELECT round(20 * log(2, greatest(1, count(*)))) FROM place WHERE status = 'active')) AS state
FROM data_version`
