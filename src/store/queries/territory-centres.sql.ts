import { type Sql, sql } from '../sql.ts'

export type CentreRow = { readonly code: string; readonly lat: number; readonly lon: number }

/**
 * The file repeats a commune for each of its postcodes, always at the same point, so a mean of distinct points
 * is that point; only Paris, Lyon and Marseille, which it knows by arrondissement, are a mean of several. A
 * file that is older than our list names merged communes: the point of the one whose code lives on is taken.
 */
export const territoryCentres = (rows: readonly CentreRow[]): Sql => sql`
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
