import { type Sql, sql } from '../db/sql.ts'

/**
 * Reads only the centre of a commune, which is all that a search needs. The places of the territory are not
 * counted.
 */
export const communeCentre = (code: string): Sql => sql`
SELECT round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ${code} AND t.centre IS NOT NULL`

/**
 * Maximum number of places from which a median position is computed. A sample of this size gives nearly the same
 * result as all places.
 */
const LOOKED_AT = 200

/** The median position, so that a few places at the centre of the whole commune do not distort the result. */
const midst = sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY lat) AS lat, percentile_cont(0.5) WITHIN GROUP (ORDER BY lon) AS lon`

/**
 * The median position of the places in a part of a commune. These are places with the code of the part, with its
 * name as city, or with its postcode if the commune has several postcodes.
 */
export const partAbout = (commune: string, part: string): Sql => sql`
SELECT ${midst} FROM (
  SELECT lat, lon FROM place p, (
    SELECT n.code, words_of_name(fold(n.name)) AS name, words_of_name(t.folded) AS whole,
      CASE WHEN cardinality(t.postcodes) > 1 THEN n.postcodes ELSE '{}' END AS postcodes
    FROM commune_name n JOIN territory t ON t.kind = 'commune' AND t.code = n.commune
    WHERE n.commune = ${commune} AND n.name = ${part}
  ) own
  WHERE p.status = 'active' AND p.lat IS NOT NULL
    AND p.commune = ANY (ARRAY(SELECT code FROM commune_code WHERE commune_code.commune = ${commune}))
    AND (own.code <> ${commune} AND p.commune = own.code OR p.postcode = ANY (own.postcodes)
      OR words_of_name(fold(p.city)) = own.name OR words_of_name(fold(p.city)) <> own.whole AND own.name LIKE words_of_name(fold(p.city)) || ' %')
  LIMIT ${LOOKED_AT}
) here`

/** The centres of communes, rounded like all positions shown: a tenth of a metre is more precise than any centre. */
export const communeCentres = (codes: readonly string[]): Sql => sql`
SELECT c.code, round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon
FROM commune_code c JOIN territory t ON t.kind = 'commune' AND t.code = c.commune
WHERE c.code = ANY (${codes}::text[]) AND t.centre IS NOT NULL`

/**
 * All codes of the commune to which this code belongs today, because places may have the code of an arrondissement
 * or of a former commune. If the code is that of an arrondissement, only this code is returned.
 */
export const communeExpand = (code: string): Sql => sql`
SELECT own.code FROM commune_code asked
JOIN commune_code own ON own.commune = asked.commune
  AND (asked.relation <> 'arrondissement' OR own.code = asked.code)
WHERE asked.code = ${code} ORDER BY own.code`

/**
 * The communes whose centre is known: the larger communes always, and all communes once a territory file has been
 * loaded.
 */
export const knownCentres = (): Sql => sql`
SELECT code, round(ST_Y(centre::geometry)::numeric, 4)::float8 AS lat, round(ST_X(centre::geometry)::numeric, 4)::float8 AS lon
FROM territory WHERE kind = 'commune' AND centre IS NOT NULL ORDER BY code`

/** The mean of the known commune centres of each postcode. */
export const postcodesMiddle = (postcodes: readonly string[]): Sql => sql`
SELECT postcode AS code, round(avg(ST_Y(centre::geometry))::numeric, 6)::float8 AS lat,
  round(avg(ST_X(centre::geometry))::numeric, 6)::float8 AS lon
FROM territory, unnest(postcodes) AS postcode
WHERE kind = 'commune' AND centre IS NOT NULL AND postcode = ANY (${postcodes}::text[])
GROUP BY postcode`
