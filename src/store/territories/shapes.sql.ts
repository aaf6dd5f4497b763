import type { CommuneCentre, TerritoryOutline } from '../../domain/territories/shapes.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { type Sql, sql } from '../db/sql.ts'

/**
 * Stores the centres from a file. The file repeats a commune for each of its postcodes, always with the same point,
 * so the mean of the distinct points is this point. Only Paris, Lyon and Marseille, which are listed by
 * arrondissement, get the mean of several points. A file older than our list contains merged communes: the point of
 * the commune whose code still exists is used.
 */
export const territoryCentres = (rows: readonly CommuneCentre[]): Sql => sql`
WITH point AS (
  SELECT DISTINCT c.commune, c.code = c.commune AS own, g.lat, g.lon
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS g (code text, lat double precision, lon double precision)
  JOIN commune_code c USING (code)
), centre AS (
  SELECT commune,
    coalesce(avg(lat) FILTER (WHERE own), avg(lat)) AS lat,
    coalesce(avg(lon) FILTER (WHERE own), avg(lon)) AS lon
  FROM point GROUP BY commune
), moved AS (
  UPDATE territory t SET centre = ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326)::geography
  FROM centre c
  WHERE t.kind = 'commune' AND t.code = c.commune
    AND t.centre::geometry IS DISTINCT FROM ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326)
  RETURNING 1
)
SELECT (SELECT count(*) FROM centre)::integer AS known, (SELECT count(*) FROM moved)::integer AS changed`

type Named = Pick<TerritoryOutline, 'code' | 'name'>

/**
 * Number of features that match a territory of each kind. Both code and name must match, because the code "11"
 * alone is both a département and a région.
 */
export const territoryKinds = (rows: readonly Named[]): Sql => sql`
SELECT t.kind, count(*)::integer AS matches
FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ code, name }) => ({ code, name })))}::jsonb)
  AS g (code text, name text)
JOIN territory t ON t.code = g.code AND t.folded = fold(g.name)
GROUP BY t.kind ORDER BY matches DESC, t.kind LIMIT 1`

/**
 * Stores outlines. Simplified outlines may cross themselves, so they are made valid, and only the areas of the
 * result are kept.
 */
export const territoryOutlines = (kind: TerritoryKind, rows: readonly TerritoryOutline[]): Sql => sql`
WITH given AS (
  SELECT code, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(
    ST_GeomFromGeoJSON(geometry::text), 4326)), 3)) AS outline
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g (code text, geometry json)
), centred AS (
  -- The centroid of a crescent lies outside it.
  SELECT code, outline, CASE WHEN ST_Contains(outline, ST_Centroid(outline))
    THEN ST_Centroid(outline) ELSE ST_PointOnSurface(outline) END AS centre
  FROM given
), changed AS (
  UPDATE territory t SET outline = c.outline, centre = c.centre::geography
  FROM centred c
  WHERE t.kind = ${kind} AND t.code = c.code
    AND (t.outline IS NULL OR NOT ST_OrderingEquals(t.outline, c.outline)
      OR t.centre::geometry IS DISTINCT FROM c.centre)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given JOIN territory t ON t.kind = ${kind} AND t.code = given.code)::integer AS known,
  (SELECT count(*) FROM changed)::integer AS changed`
