import { type Sql, sql } from '../db/sql.ts'

/** The centre only, without counting places as for a whole territory; a search needs nothing more. */
export const communeCentre = (code: string): Sql => sql`
SELECT round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ${code} AND t.centre IS NOT NULL`

/**
 * The approximate position of a commune without a loaded centre: the mean of its places, otherwise of the
 * known communes of its intercommunality, otherwise of its département.
 */
export const communeAbout = (code: string): Sql => sql`
SELECT lat, lon FROM (
  SELECT 1 AS rank, avg(lat) AS lat, avg(lon) AS lon FROM (
    SELECT lat, lon FROM place
    WHERE status = 'active' AND lat IS NOT NULL AND commune IN (
      SELECT own.code FROM commune_code asked JOIN commune_code own ON own.commune = asked.commune
      WHERE asked.code = ${code})
    LIMIT 100
  ) here
  UNION ALL
  SELECT rank, avg(ST_Y(around.centre::geometry)), avg(ST_X(around.centre::geometry))
  FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
  JOIN territory around ON around.kind = 'commune' AND around.centre IS NOT NULL
    AND around.department = t.department
  CROSS JOIN LATERAL (SELECT CASE WHEN around.epci = t.epci THEN 2 ELSE 3 END AS rank) nearness
  WHERE c.code = ${code} GROUP BY rank
) told WHERE lat IS NOT NULL ORDER BY rank LIMIT 1`

/** Rounded like all positions shown: a tenth of a metre is more precise than any centre. */
export const communeCentres = (codes: readonly string[]): Sql => sql`
SELECT c.code, round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ANY (${codes}::text[]) AND t.centre IS NOT NULL`

/**
 * All codes of the commune that has this code today, because places may have the code of an arrondissement or
 * of a former commune. For an arrondissement, only its own code.
 */
export const communeExpand = (code: string): Sql => sql`
SELECT own.code FROM commune_code asked
JOIN commune_code own ON own.commune = asked.commune
  AND (asked.relation <> 'arrondissement' OR own.code = asked.code)
WHERE asked.code = ${code} ORDER BY own.code`

/**
 * The communes with a known centre: the larger ones always, all of them once a territory file has been
 * loaded.
 */
export const knownCentres = (): Sql => sql`
SELECT code, round(ST_Y(centre::geometry)::numeric, 4)::float8 AS lat, round(ST_X(centre::geometry)::numeric, 4)::float8 AS lon
FROM territory WHERE kind = 'commune' AND centre IS NOT NULL ORDER BY code`
