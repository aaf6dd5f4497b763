import type { BBox } from '../../domain/geo/geo.ts'
import type { OutlineQuestion, TerritoryKind, TerritoryQuestion } from '../../domain/territories/territory.ts'
import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { and, once, type Sql, sql } from '../db/sql.ts'

/**
 * The name of a territory as words separated by single spaces: "saint lo" must find "Saint-Lô", and "faucigny
 * glieres" must find "CC Faucigny - Glières". No index is used, because a scan of all 36 000 names takes 10 ms, and
 * the search may match any word of a name.
 */
const words = sql`replace(translate(t.folded, '-''', '  '), '   ', ' ')`

/**
 * Searches territories, best matches first: exact names, codes or postcodes, then names that start with the text,
 * then names with a word that starts with it. Within each group, the most populous territories come first.
 */
export function territoriesSearch({ q, kind, bbox, limit, ...inside }: TerritoryQuestion): Sql {
  const typed = q === undefined ? '' : typedWords(q)
  const code = q?.trim().toUpperCase() ?? ''
  const rank = sql`CASE WHEN t.code = ${code} OR t.postcodes @> ${once(sql`ARRAY[${code}::text]`)} OR ${words} = ${typed} THEN 0
       WHEN ${words} LIKE ${`${typed}%`} THEN 1 ELSE 2 END`
  // Places are counted only for the rows returned, not for all matches.
  return sql`
SELECT ${territoryColumns}
FROM (
  SELECT t.*, ${rank} AS rank FROM territory t
  WHERE ${and([kind && sql`t.kind = ${kind}`, q !== undefined && matches(typed, code), bbox && inBox(bbox), ...within(inside)])}
  ORDER BY rank, t.population DESC NULLS LAST, t.kind, t.code
  LIMIT ${limit}
) t
ORDER BY t.rank, t.population DESC NULLS LAST, t.kind, t.code`
}

const within = ({ epci, department, region }: Pick<TerritoryQuestion, 'epci' | 'department' | 'region'>) => [
  epci !== undefined && sql`t.epci = ${epci}`,
  department !== undefined && sql`t.department = ${department}`,
  region !== undefined && sql`t.region = ${region}`
]

function matches(typed: string, code: string): Sql {
  const known = sql`t.code = ${code} OR t.postcodes @> ${once(sql`ARRAY[${code}::text]`)}
    OR t.kind = 'commune' AND t.code = (SELECT commune FROM commune_code WHERE code = ${code})`
  if (typed === '') return sql`(${known})`
  // Checking the first word first saves splitting nearly all names into words.
  const likely = sql`t.folded LIKE ${`%${typed.split(' ')[0]}%`}`
  return sql`(${known} OR (${likely} AND ' ' || ${words} LIKE ${`% ${typed}%`}))`
}

/**
 * Whether the centre of a territory is in the box. Degrees are compared directly, because there is no index on
 * centres, and scanning the communes with a centre takes a few milliseconds.
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

/** Normalises typed text. Only letters, digits and single spaces remain, so the text cannot contain wildcards. */
const typedWords = (q: string): string => normaliseLabel(q).replace(/\bst(e?)\b/g, 'saint$1')

/**
 * A coordinate of the centre. For a commune that has places, it is that from which a search around it counts distances
 * (`surroundings`), so that pages and searches name the same distance.
 */
const centred = (coordinate: 'lat' | 'lon', official: Sql): Sql => {
  const column = coordinate === 'lat' ? sql`lat` : sql`lon`
  return sql`CASE WHEN t.centre IS NOT NULL THEN coalesce(
    (SELECT s.${column} FROM surroundings s WHERE t.kind = 'commune' AND s.kind = 'commune' AND s.code = t.code),
    round(${official}::numeric, 6)::float8) END AS ${column}`
}

/**
 * The columns of a row `t` of the table `territory`. Centres are rounded to 10 cm, which is more precise than the
 * centre of a polygon. Each count is an index-only scan of the index that starts with the counted column. There is
 * one subquery per kind of territory, because a condition on a column chosen at run time could not use an index.
 */
const territoryColumns = sql`t.kind, t.code, t.name, t.population, t.epci, t.department, t.region,
  t.postcodes, ${centred('lat', sql`ST_Y(t.centre::geometry)`)}, ${centred('lon', sql`ST_X(t.centre::geometry)`)},
  CASE t.kind
    WHEN 'commune' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.commune = ANY (ARRAY(
      SELECT c.code FROM commune_code c WHERE c.commune = t.code)))
    WHEN 'epci' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.epci = t.code)
    WHEN 'department' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.department = t.code)
    WHEN 'region' THEN (SELECT count(*) FROM place p WHERE p.status = 'active' AND p.region = t.code)
  END::integer AS places,
  EXISTS (SELECT FROM territory o WHERE o.folded = t.folded AND o.kind = t.kind AND o.code <> t.code) AS shared_name`

/**
 * The territories with an outline, by code, with the corners on a grid: two neighbours round a corner that they share
 * to the same point, so no gap opens between them.
 */
export function territoryOutlinesOf({ kind, region, digits }: OutlineQuestion): Sql {
  const step = 10 ** -digits
  const outline = sql`ST_AsGeoJSON(ST_SnapToGrid(t.outline, ${step}::float8), ${digits}::integer)`
  return sql`SELECT ${territoryColumns}, ${outline} AS geometry FROM territory t
WHERE ${and([sql`t.kind = ${kind}`, sql`t.outline IS NOT NULL`, ...within({ region })])}
ORDER BY t.code`
}

export const territoryExists = (kind: TerritoryKind, code: string): Sql =>
  sql`SELECT FROM territory WHERE kind = ${kind} AND code = ${code}`

export function territoryFind(kind: TerritoryKind, code: string): Sql {
  const wanted =
    kind === 'commune' ? sql`(SELECT commune FROM commune_code WHERE code = ${code})` : sql`${code}`
  return sql`SELECT ${territoryColumns} FROM territory t WHERE t.kind = ${kind} AND t.code = ${wanted}`
}
