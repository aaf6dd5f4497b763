import { and, type Sql, sql } from '../db/sql.ts'
import { type Asked, cellOf, conditions, DECLARED } from './place-conditions.sql.ts'

const inCells = ({ cells }: Asked): Sql | null =>
  cells ? sql`${cellOf(cells.grid)} = ANY (${cells.cells}::integer[])` : null

/** How many match, reading no further than `cap` + 1: an exact count of 88 000 costs five times as much. */
export function placeCount(asked: Asked, cap: number): Sql {
  return sql`SELECT count(*) AS value FROM (SELECT FROM place WHERE ${and([conditions(asked), inCells(asked)])} LIMIT ${cap + 1}) matching`
}

/** How many places a tsquery finds by that index, counted up to `cap` + 1. */
export const placesSaying = (query: string, door: Sql, cap: number): Sql => sql`
SELECT count(*) AS value FROM (
  SELECT FROM place WHERE status = 'active' AND ${door} AND search @@ (SELECT to_tsquery('annuaire_french', ${query}))
  LIMIT ${cap + 1}) saying`

/**
 * How many of the matching places carry each term of some vocabularies; with `declared`, of those terms alone that records
 * declare. Counted by id first: ten a place.
 */
export function termFacets(asked: Asked, vocabularies: readonly string[], declared = false): Sql {
  return sql`
SELECT vocabulary, code, counted.places
FROM (
  SELECT term_id, count(*) AS places
  FROM place CROSS JOIN LATERAL unnest(${declared ? DECLARED : sql`codes`}) AS term_id
  WHERE ${conditions(asked)}
  GROUP BY term_id
) counted
JOIN term ON term.id = term_id
WHERE vocabulary = ANY (${vocabularies}::text[])
ORDER BY vocabulary, counted.places DESC, code`
}

/** The same for the territories that a place has as columns. */
export function territoryFacets(asked: Asked, territory: Sql): Sql {
  return sql`
SELECT ${territory} AS code, count(*) AS places
FROM place
WHERE ${conditions(asked)} AND ${territory} IS NOT NULL
GROUP BY ${territory}
ORDER BY places DESC, code`
}
