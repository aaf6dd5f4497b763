import { sql } from '../sql.ts'

/**
 * Of a `territory t`. Centres to 10 cm: the centre of a polygon has no more digits than that. Each count is an index-only scan of the index that leads with the column it counts by;
 * one subquery for each kind, because a condition on a column chosen at run time could use none of them.
 */
export const territoryColumns = sql`t.kind, t.code, t.name, t.population, t.epci, t.department, t.region,
  t.postcodes, round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon,
  CASE t.kind
    WHEN 'commune' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.commune = ANY (ARRAY(
      SELECT c.code FROM commune_code c WHERE c.commune = t.code)))
    WHEN 'epci' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.epci = t.code)
    WHEN 'department' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.department = t.code)
    WHEN 'region' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.region = t.code)
  END::integer AS places`
