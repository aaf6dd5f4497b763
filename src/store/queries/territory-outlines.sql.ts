import type { TerritoryKind } from '../../domain/territory.ts'
import { type Sql, sql } from '../sql.ts'

export type OutlineRow = { readonly code: string; readonly name: string; readonly geometry: object }

type Named = Pick<OutlineRow, 'code' | 'name'>

/** How many of the features are territories of each kind, by code and name together: "11" alone is two. */
export const territoryKinds = (rows: readonly Named[]): Sql => sql`
SELECT t.kind, count(*)::integer AS matches
FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ code, name }) => ({ code, name })))}::jsonb)
  AS g (code text, name text)
JOIN territory t ON t.code = g.code AND t.folded = fold(g.name)
GROUP BY t.kind ORDER BY matches DESC, t.kind LIMIT 1`

/** Simplified outlines cross themselves here and there: made valid, and only areas kept of what comes out. */
export const territoryOutlines = (kind: TerritoryKind, rows: readonly OutlineRow[]): Sql => sql`
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
