import type { BBox } from '../../domain/geo/geo.ts'
import type { TerritoryKind, TerritoryQuestion } from '../../domain/territories/territory.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { and, type Sql, sql } from '../db/sql.ts'

/**
 * Words separated by one space: "saint lo" must find "Saint-Lô", and "faucigny glieres" must find "CC
 * Faucigny - Glières". No index is used: a scan of all 36 000 names takes 10 ms, and the search may match any
 * word of a name.
 */
const words = sql`replace(translate(t.folded, '-''', '  '), '   ', ' ')`

/**
 * Best first: exact names, codes or postcodes, then names that start with the text, then names with a word
 * that starts with it; within each group, the most populous first.
 */
export function territoriesSearch({ q, kind, bbox, limit }: TerritoryQuestion): Sql {
  const typed = q === undefined ? '' : typedWords(q)
  const code = q?.trim().toUpperCase() ?? ''
  const rank = sql`CASE WHEN t.code = ${code} OR t.postcodes @> ARRAY[${code}::text] OR ${words} = ${typed} THEN 0
       WHEN ${words} LIKE ${`${typed}%`} THEN 1 ELSE 2 END`
  // Counts places only for the rows returned, not for all matches.
  return sql`
SELECT ${territoryColumns}
FROM (
  SELECT t.*, ${rank} AS rank FROM territory t
  WHERE ${and([kind && sql`t.kind = ${kind}`, q !== undefined && matches(typed, code), bbox && inBox(bbox)])}
  ORDER BY rank, t.population DESC NULLS LAST, t.kind, t.code
  LIMIT ${limit}
) t
ORDER BY t.rank, t.population DESC NULLS LAST, t.kind, t.code`
}

function matches(typed: string, code: string): Sql {
  const known = sql`t.code = ${code} OR t.postcodes @> ARRAY[${code}::text]
    OR t.kind = 'commune' AND t.code = (SELECT commune FROM commune_code WHERE code = ${code})`
  if (typed === '') return sql`(${known})`
  // Checking the first word first saves splitting nearly all names into words.
  const likely = sql`t.folded LIKE ${`%${typed.split(' ')[0]}%`}`
  return sql`(${known} OR (${likely} AND ' ' || ${words} LIKE ${`% ${typed}%`}))`
}

/**
 * Compares degrees directly: there is no index on centres, and scanning the communes with a centre takes a
 * few milliseconds.
 */
function inBox({ west, south, east, north }: BBox): Sql {
  const lon = sql`ST_X(t.centre::geometry)`
  const across =
    west <= east
      ? sql`${lon} BETWEEN ${west}::float8 AND ${east}::float8`
      : sql`(${lon} >= ${west}::float8 OR ${lon} <= ${east}::float8)`
  return sql`t.centre IS NOT NULL AND ${across}
    AND ST_Y(t.centre::geometry) BETWEEN ${south}::float8 AND ${north}::float8`
}

/** Only letters, digits and single spaces remain of the text, so it cannot contain wildcards. */
const typedWords = (q: string): string => normaliseLabel(q).replace(/\bst(e?)\b/g, 'saint$1')

/**
 * Columns of a `territory t`. Centres are rounded to 10 cm, which is more precise than the centre of a
 * polygon. Each count is an index-only scan of the index that starts with the counted column. There is one
 * subquery per kind, because a condition on a column chosen at run time could not use an index.
 */
const territoryColumns = sql`t.kind, t.code, t.name, t.population, t.epci, t.department, t.region,
  t.postcodes, round(ST_Y(t.centre::geometry)::numeric, 6)::float8 AS lat, round(ST_X(t.centre::geometry)::numeric, 6)::float8 AS lon,
  CASE t.kind
    WHEN 'commune' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.commune = ANY (ARRAY(
      SELECT c.code FROM commune_code c WHERE c.commune = t.code)))
    WHEN 'epci' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.epci = t.code)
    WHEN 'department' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.department = t.code)
    WHEN 'region' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.region = t.code)
  END::integer AS places`

export const territoryExists = (kind: TerritoryKind, code: string): Sql =>
  sql`SELECT FROM territory WHERE kind = ${kind} AND code = ${code}`

export function territoryFind(kind: TerritoryKind, code: string): Sql {
  const wanted =
    kind === 'commune' ? sql`(SELECT commune FROM commune_code WHERE code = ${code})` : sql`${code}`
  return sql`SELECT ${territoryColumns} FROM territory t WHERE t.kind = ${kind} AND t.code = ${wanted}`
}
