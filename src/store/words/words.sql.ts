import { type Sql, sql } from '../db/sql.ts'

/** The stem of each word in the index; null for stop words. */
export const stems = (words: readonly string[]): Sql => sql`
SELECT word, (tsvector_to_array(to_tsvector('annuaire_french', word)))[1] AS stem FROM unnest(${words}::text[]) AS word`

/**
 * The id of the newest word, which changes when a place uses a new word, and the number of erasures, each of which may
 * delete words.
 */
export const wordNewest = (): Sql =>
  sql`SELECT coalesce(max(id), 0) AS newest, (SELECT count(*) FROM erasure) AS erasures FROM word`

/** A number that changes when words become more or less frequent. */
export const wordSpread = (): Sql => sql`SELECT sum(places) AS said FROM word`

/** Numbers that change when another list of territories or of centres is loaded. */
export const nameSpread = (): Sql =>
  sql`SELECT count(*) AS named, count(centre) AS placed, sum(population) AS people FROM territory`

/** All words of active places. */
export const wordsAll = (): Sql => sql`SELECT word, places, cities FROM word WHERE places > 0`

/** The approximate number of places, to distinguish rare words from common ones. */
export const placesAbout = (): Sql =>
  sql`SELECT greatest(reltuples, 0)::float8 AS places FROM pg_class WHERE oid = 'place'::regclass`

/**
 * All names that people use for territories, including names of municipal arrondissements and merged communes.
 * Merged communes are at the position of the current commune. The merged commune whose code the current commune
 * kept gets half of the population, because most inhabitants live there.
 */
export const namesAll = (): Sql => sql`
SELECT kind, code, name, coalesce(population, 0) AS population, department, region, epci, postcodes,
       ST_Y(centre::geometry) AS lat, ST_X(centre::geometry) AS lon, NULL AS whole, NULL AS whole_name
FROM territory
UNION ALL
SELECT 'commune', part.code, part.name,
       CASE WHEN part.code = part.commune AND part.postcodes = '{}' THEN coalesce(population, 0) / 2 ELSE 0 END,
       whole.department, whole.region, whole.epci, part.postcodes,
       CASE WHEN arrondissement IS NULL THEN ST_Y(centre::geometry) END,
       CASE WHEN arrondissement IS NULL THEN ST_X(centre::geometry) END, whole.code, whole.name
FROM commune_name part JOIN territory whole ON whole.kind = 'commune' AND whole.code = part.commune
LEFT JOIN commune_code arrondissement ON arrondissement.code = part.code AND relation = 'arrondissement'`
